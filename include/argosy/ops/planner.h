// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/ops/plan.h>
#include <argosy/schema/schema.h>

#include <QHash>
#include <QObject>

namespace argosy {

/// A cluster that can be asked and written to. The connection must outlive what uses the target.
struct Target
{
    Connection* connection = nullptr;
    ApiCatalog catalog;
};
using Targets = QHash<ClusterId, Target>;

/**
 * Asks the servers what each document would do: the live object, then a server-side apply with dryRun=All and strict
 * validation. Lives on the GUI thread; comparing runs on the pool. Destroying it cancels.
 */
class Planner final : public QObject
{
    Q_OBJECT
public:
    /// `schemas` tell defaults from what the server added; they must outlive the planner.
    explicit Planner(const SchemaSet& schemas, QObject* parent = nullptr);
    ~Planner() override;

    /// Plans these documents; a plan that is under way is dropped and does not finish.
    void start(Targets targets, const QList<PlanDocument>& documents);
    /// Asks again for one step, e.g. after its `force` was set. Several at a time finish together.
    void replan(qsizetype step, bool force);
    [[nodiscard]] const Plan& plan() const;
    [[nodiscard]] bool isRunning() const;
    void cancel();

Q_SIGNALS:
    void stepPlanned(qsizetype step);
    void finished(); ///< no step is Pending; once for each start, and for the replans since

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// What a dry run's answer means for a step (pure): fills action, result, changes, conflicts, error, problems.
/// `applied` is the server's answer, `live` the object before or null.
void judge(
    PlanStep& step, const std::shared_ptr<const Json>& live, const Result<Json>& applied, const SchemaSet& schemas);

} // namespace argosy
