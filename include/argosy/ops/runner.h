// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/journal.h>
#include <argosy/ops/planner.h>

#include <QObject>

namespace argosy {

/// How far one step of a running plan is.
struct StepProgress
{
    enum class State
    {
        Waiting,
        Checking, ///< the dry run is repeated: the cluster may have changed since the review
        Writing,
        Applied,
        Unchanged, ///< nothing to do
        Failed,
        Unknown, ///< sent, and no answer came: it may have been done
        NotReached, ///< an earlier step failed, or the run was stopped
    };
    State state = State::Waiting;
    std::optional<Error> error;
    QString uid;
    QString resourceVersion;
};
[[nodiscard]] QString toWord(StepProgress::State state);

/**
 * Applies a reviewed plan in its order and stops at the first failure. Each write has its intent in the journal before
 * it is sent. A step whose dry run no longer gives what was reviewed fails with Conflict instead of being written.
 *
 * Writes are never given up half way: a runner that is destroyed while a write is unanswered leaves the intent without
 * outcome.
 */
class Runner final : public QObject
{
    Q_OBJECT
public:
    /// The journal must outlive the runner.
    explicit Runner(Journal& journal, QObject* parent = nullptr);
    ~Runner() override;

    /// Starts; `plan` must be applicable.
    void start(Targets targets, Plan plan);
    /// Ends after the step that is being written.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const Plan& plan() const;
    [[nodiscard]] const QList<StepProgress>& progress() const;

Q_SIGNALS:
    void stepChanged(qsizetype step);
    void finished(bool allApplied);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
