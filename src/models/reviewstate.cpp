// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/reviewstate.h>

#include <argosy/client/servererrors.h>
#include <argosy/platform/workflow.h>

namespace argosy {

namespace {

using Phase = ReviewState::Phase;
using Progress = StepProgress::State;

bool isReviewed(const ReviewState& state)
{
    return state.phase == Phase::Reviewed || state.phase == Phase::Finished;
}

int blockedCount(const ReviewState& state)
{
    return int(std::ranges::count_if(state.plan.steps, isBlocked));
}

int progressCount(const ReviewState& state, Progress which)
{
    int count = 0;
    for (qsizetype i = 0; i < state.progress.size(); ++i)
        count += state.progress.at(i).state == which && !isCarried(state, i);
    return count;
}

/// What keeps from writing whatever is to be written.
Message commonHindrance(const ReviewState& state)
{
    if (state.access == AccessMode::ReadOnly)
        return message(
            "models", "%1 is read-only. To write to it, change its access on the page Clusters.", {state.server});
    if (!isReviewed(state) || !state.plan.isComplete())
        return message("models", "Nothing is reviewed yet.");
    if (state.stale)
        return message("models", "The documents have changed since the review. Review them again.");
    if (const int blocked = blockedCount(state); blocked > 0)
        return messageN("models", "%n object(s) cannot be applied.", blocked);
    return {};
}

bool carriesAnything(const ReviewState& state)
{
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i)
        if (isCarried(state, i))
            return true;
    return false;
}

} // namespace

bool isCarried(const ReviewState& state, qsizetype step)
{
    return state.delivery == Delivery::Argo && carriedByWorkflow(state.plan.steps.at(step).object.groupKind());
}

int writeCount(const ReviewState& state)
{
    int count = 0;
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i) {
        const PlanStep& step = state.plan.steps.at(i);
        const bool writes = step.action == PlanAction::Create || step.action == PlanAction::Change
            || (step.action == PlanAction::Conflict && step.force);
        count += writes && !isCarried(state, i);
    }
    return count;
}

QList<Problem> problemsOf(const PlanStep& step, const StepProgress& progress)
{
    return progress.error ? problemsFrom(*progress.error) : step.problems;
}

QList<Refusal> refusalsOf(const ReviewState& state)
{
    QList<Refusal> refusals;
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i) {
        const PlanStep& step = state.plan.steps.at(i);
        for (const Problem& problem : problemsOf(step, state.progress.value(i)))
            if (problem.rule.startsWith(u"server/")) // the documents know the others themselves
                refusals.append({step.object, problem, step.source.object});
    }
    return refusals;
}

Message reviewHindrance(const ReviewState& state)
{
    if (state.phase == Phase::Running)
        return message("models", "An apply is running.");
    if (state.submission == ReviewState::Submission::Sending)
        return message("models", "The Workflow is being submitted.");
    return {};
}

Message applyHindrance(const ReviewState& state)
{
    if (state.phase == Phase::Running)
        return message("models", "An apply is running.");
    if (state.phase == Phase::Finished)
        return isRunComplete(state)
            ? message("models", "This review has been applied. Review again to go on.")
            : message("models", "Not all of this review is applied for certain. Review again to go on.");
    if (const Message why = commonHindrance(state); !why.isEmpty())
        return why;
    if (writeCount(state) > 0)
        return {};
    return carriesAnything(state) ? message("models", "What the plan applies itself is already there.")
                                  : message("models", "The cluster already has everything as it is written here.");
}

Message submitHindrance(const ReviewState& state)
{
    using Submission = ReviewState::Submission;
    if (!carriesAnything(state))
        return message("models", "No document travels in a Workflow.");
    if (const Message why = commonHindrance(state); !why.isEmpty())
        return why;
    if (state.phase == Phase::Reviewed && writeCount(state) > 0)
        return message("models", "Apply what the Workflow needs first.");
    if (state.phase == Phase::Finished && !isRunComplete(state))
        return message("models", "Not everything that the Workflow needs was applied. Review again.");
    switch (state.submission) {
    case Submission::Sending: return message("models", "The Workflow is being submitted.");
    case Submission::Sent: return message("models", "The Workflow was submitted. Review again to submit another one.");
    case Submission::Unknown:
        return message(
            "models", "Whether the Workflow was created is not known. Look at the workflows, then review again.");
    case Submission::None:
    case Submission::Refused: break;
    }
    return {};
}

bool isRunComplete(const ReviewState& state)
{
    return !state.progress.isEmpty() && std::ranges::all_of(state.progress, [](const StepProgress& step) {
        return step.state == Progress::Applied || step.state == Progress::Unchanged;
    });
}

Message runSummary(const ReviewState& state)
{
    if (state.phase != Phase::Running && state.phase != Phase::Finished)
        return {};
    const int applied = progressCount(state, Progress::Applied);
    const int unchanged = progressCount(state, Progress::Unchanged);
    const int failed = progressCount(state, Progress::Failed);
    const int unknown = progressCount(state, Progress::Unknown);
    const int missed = progressCount(state, Progress::NotReached);
    const auto number = [](int n) { return QString::number(n); };
    if (state.phase == Phase::Running)
        return message("models", "%1 of %2 applied.", {number(applied), number(writeCount(state))});
    if (isRunComplete(state))
        return message("models", "Applied %1, unchanged %2.", {number(applied), number(unchanged)});
    if (unknown > 0)
        return message("models",
            "Applied %1; no answer came for %2, so it may have been applied or not; failed %3; not reached %4.",
            {number(applied), number(unknown), number(failed), number(missed)});
    if (failed > 0)
        return message(
            "models", "Applied %1, failed %2, not reached %3.", {number(applied), number(failed), number(missed)});
    return message("models", "Stopped: applied %1, not reached %2.", {number(applied), number(missed)});
}

} // namespace argosy
