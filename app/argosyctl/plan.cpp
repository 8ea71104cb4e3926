// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan.h"

#include "inputs.h"

#include <argosy/base/textdiff.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

Terminal::Colour colourFor(PlanAction action)
{
    switch (action) {
    case PlanAction::Create: return Terminal::Colour::Green;
    case PlanAction::Change: return Terminal::Colour::Yellow;
    case PlanAction::None:
    case PlanAction::Pending: return Terminal::Colour::Muted;
    default: return Terminal::Colour::Red;
    }
}

/// A question that could not be put is not a "no".
bool isUnanswered(const PlanStep& step)
{
    return step.action == PlanAction::Error;
}

/// The problems say of each field what the error sums up.
bool isToldByFields(const PlanStep& step)
{
    const bool isOfFields = step.error->kind == ErrorKind::Conflict || step.error->kind == ErrorKind::Invalid;
    return isOfFields && !step.problems.isEmpty();
}

int exitCodeFor(const Plan& plan)
{
    if (std::ranges::any_of(plan.steps, isUnanswered))
        return exitcode::kTrouble;
    const PlanSummary summary = plan.summary();
    return summary.create + summary.change + summary.blocked > 0 ? exitcode::kNo : exitcode::kDone;
}

} // namespace

QString planLine(const PlanStep& step, const Terminal& terminal)
{
    const QString word = terminal.coloured(toWord(step.action).leftJustified(12), colourFor(step.action));
    const QString scope = step.object.nameSpace.isEmpty() ? QString() : QStringLiteral(" -n ") + step.object.nameSpace;
    return word + u' ' + step.object.display() + scope;
}

QStringList obstacleLines(const PlanStep& step)
{
    QStringList lines;
    if (step.error && !isToldByFields(step))
        lines.append(QStringLiteral("    ") + step.error->message.translated());
    for (const Problem& problem : step.problems)
        lines.append(QStringLiteral("    %1: %2").arg(problem.path.toDotted(), problem.message.translated()));
    for (const QString& warning : step.warnings)
        lines.append(QStringLiteral("    ") + warning);
    return lines;
}

PlanningCommand::PlanningCommand(Options options, const Terminal& terminal)
    : ClusterCommand(std::move(options), terminal)
    , m_planner(SchemaSet::builtin())
{
    connect(&m_planner, &Planner::finished, this, [this] { planned(m_planner.plan()); });
}

Result<> PlanningCommand::prepare()
{
    auto documents = readDocuments(options());
    if (!documents)
        return fail(documents.error());
    m_documents = std::move(*documents);
    return {};
}

void PlanningCommand::ready()
{
    m_planner.start(targets(), m_documents);
}

void PlanCommand::planned(const Plan& plan)
{
    if (options().command == u"diff")
        printDiffs(plan);
    else if (wantsJson())
        terminal().json(toJson(plan));
    else
        printPlan(plan);
    Q_EMIT finished(exitCodeFor(plan));
}

void PlanCommand::printPlan(const Plan& plan) const
{
    for (const PlanStep& step : plan.steps) {
        terminal().out(planLine(step, terminal()));
        if (step.action == PlanAction::Change)
            for (const PlannedChange& planned : shownChanges(step))
                terminal().out(QStringLiteral("    %1 %2: %3 → %4")
                                   .arg(toWord(planned.change.op), planned.change.path.toDotted(),
                                       QString::fromUtf8(planned.change.from), QString::fromUtf8(planned.change.to)));
        for (const QString& line : obstacleLines(step))
            terminal().out(line);
    }
    const PlanSummary sum = plan.summary();
    terminal().err(tr("%1 to create, %2 to change, %3 unchanged, %4 in the way")
                       .arg(sum.create)
                       .arg(sum.change)
                       .arg(sum.none)
                       .arg(sum.blocked));
}

void PlanCommand::printDiffs(const Plan& plan) const
{
    for (const PlanStep& step : plan.steps) {
        const QString name = step.object.groupKind().toString() + u'/' + step.object.name;
        if (step.result)
            terminal().outRaw(unifiedDiff(
                liveYaml(step), resultYaml(step), QStringLiteral("live/") + name, QStringLiteral("applied/") + name)
                                  .toUtf8());
        if (step.error)
            terminal().err(step.object.display());
        for (const QString& line : obstacleLines(step))
            terminal().err(line);
    }
}

} // namespace argosy
