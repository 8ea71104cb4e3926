// SPDX-License-Identifier: GPL-3.0-or-later
#include "apply.h"

#include <argosy/base/paths.h>
#include <argosy/platform/kinds.h>

namespace argosy {

namespace {

/// What a step has come to, in the past tense; empty while it is under way.
QString wordFor(const PlanStep& step, StepProgress::State state)
{
    switch (state) {
    case StepProgress::State::Applied:
        return step.action == PlanAction::Create ? ApplyCommand::tr("created") : ApplyCommand::tr("changed");
    case StepProgress::State::Unchanged: return ApplyCommand::tr("unchanged");
    case StepProgress::State::Failed: return ApplyCommand::tr("failed");
    case StepProgress::State::Unknown: return ApplyCommand::tr("unknown");
    case StepProgress::State::NotReached: return ApplyCommand::tr("not reached");
    default: return {};
    }
}

} // namespace

ApplyCommand::ApplyCommand(Options options, const Terminal& terminal)
    : PlanningCommand(std::move(options), terminal)
    , m_journal(Paths::fromEnvironment().state + QStringLiteral("/journal"), m_clock)
    , m_runner(m_journal)
{
    connect(&m_runner, &Runner::stepChanged, this, &ApplyCommand::printStep);
    connect(&m_runner, &Runner::finished, this, &ApplyCommand::applied);
}

/// Asks again with force for each conflict; true while an answer is awaited.
bool ApplyCommand::forceConflicts(const Plan& plan)
{
    if (!options().forceConflicts)
        return false;
    bool asked = false;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        if (plan.steps.at(i).action == PlanAction::Conflict && !plan.steps.at(i).force) {
            planner().replan(i, true);
            asked = true;
        }
    return asked;
}

void ApplyCommand::planned(const Plan& plan)
{
    if (forceConflicts(plan))
        return;
    const PlanSummary summary = plan.summary();
    if (summary.blocked > 0)
        return refuse(plan);
    if (options().dryRunServer || summary.create + summary.change == 0) {
        for (const PlanStep& step : plan.steps)
            terminal().out(planLine(step, terminal()));
        return Q_EMIT finished(exitcode::kDone);
    }
    m_runner.start(targets(), plan);
}

void ApplyCommand::refuse(const Plan& plan)
{
    bool unanswered = false;
    for (const PlanStep& step : plan.steps) {
        if (!step.error)
            continue;
        unanswered = unanswered || step.action == PlanAction::Error;
        terminal().err(planLine(step, terminal()));
        for (const QString& line : obstacleLines(step))
            terminal().err(line);
    }
    terminal().err(tr("Nothing was applied."));
    Q_EMIT finished(unanswered ? exitcode::kTrouble : exitcode::kNo);
}

void ApplyCommand::printStep(qsizetype step)
{
    const StepProgress& progress = m_runner.progress().at(step);
    const PlanStep& planned = m_runner.plan().steps.at(step);
    const QString word = wordFor(planned, progress.state);
    if (word.isEmpty())
        return;
    terminal().out(planned.object.display() + u' ' + word);
    if (progress.error)
        terminal().report(*progress.error);
}

void ApplyCommand::applied(bool all)
{
    if (!all)
        return Q_EMIT finished(exitcode::kNo);
    if (!options().wait)
        return Q_EMIT finished(exitcode::kDone);
    QList<ObjectRef> objects;
    for (const PlanStep& step : m_runner.plan().steps) {
        const KindFacts* facts = factsFor(step.object.groupKind());
        if (!facts || facts->ready != ReadyRule::Exists)
            objects.append(step.object);
    }
    m_waiting = std::make_unique<Waiting>(
        targets().value(ClusterId::management()), m_clock, terminal(), objects, options().timeout);
    connect(m_waiting.get(), &Waiting::finished, this,
        [this](bool ready) { Q_EMIT finished(ready ? exitcode::kDone : exitcode::kNo); });
}

} // namespace argosy
