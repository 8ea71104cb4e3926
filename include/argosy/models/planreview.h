// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/reviewstate.h>
#include <argosy/ops/planner.h>
#include <argosy/ops/submitter.h>
#include <argosy/session/session.h>

#include <QObject>

namespace argosy {

/**
 * The way from the workspace's documents to the cluster: review, apply, submit. Knows no widgets; a page shows state()
 * and passes on what a person asks for. Lives on the GUI thread.
 *
 * What is applied is what was reviewed: a change of the workspace makes the review stale, and a stale one is neither
 * applied nor submitted.
 */
class PlanReview final : public QObject
{
    Q_OBJECT

public:
    /// Session and schemas must outlive the review.
    PlanReview(Session& session, const SchemaSet& schemas, QObject* parent = nullptr);
    ~PlanReview() override;

    [[nodiscard]] const ReviewState& state() const { return m_state; }

    // Each does nothing where reviewHindrance() and the like say why not.
    void review();
    void takeOver(qsizetype step, bool force); ///< asks again for that step
    void apply();
    void stop(); ///< after the step that is being written
    void submit();

Q_SIGNALS:
    void changed(); ///< state() is another one
    void submitted(const argosy::ObjectRef& workflow);
    void finished(bool allApplied); ///< an apply has ended

private:
    /// What was reviewed, to tell whether it still is what would be applied.
    struct Fingerprint
    {
        QList<std::pair<QString, QString>> texts;
        Delivery delivery = Delivery::Direct;
        Arrangement arrangement = Arrangement::Management;
        bool operator==(const Fingerprint&) const = default;
    };

    void watchDocument(Document* document);
    void startWhenAnalysed();
    void startPlanning();
    void refuse(const Error& error);
    void takePlan(ReviewState::Phase phase);
    void takeProgress();
    void takeSubmission(const Result<ObjectRef>& answer);
    void checkStale(const Document* closing = nullptr);
    void leaveCluster();
    [[nodiscard]] Fingerprint fingerprint(const Document* without = nullptr) const;
    [[nodiscard]] Plan directPart();

    Session& m_session;
    const SchemaSet& m_schemas;
    std::unique_ptr<Planner> m_planner;
    std::unique_ptr<Runner> m_runner;
    Submitter m_submitter;
    ReviewState m_state;
    Fingerprint m_reviewed;
    QList<qsizetype> m_runSteps; ///< of the plan, by step of the run
};

} // namespace argosy
