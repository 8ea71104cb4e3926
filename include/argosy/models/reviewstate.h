// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/ops/plan.h>
#include <argosy/ops/runner.h>
#include <argosy/platform/settings.h>
#include <argosy/session/workspace.h>

namespace argosy {

/**
 * Everything that there is to know about a review and what came of it, as a value: a view draws it, and the functions
 * below decide what is possible.
 */
struct ReviewState
{
    enum class Phase
    {
        Empty, ///< nothing was reviewed yet, or it could not be: `error` says why
        Analysing, ///< waits for the documents to be read
        Reviewing, ///< the servers are being asked
        Reviewed,
        Running, ///< an apply
        Finished, ///< an apply has ended, however
    };
    enum class Submission
    {
        None,
        Sending,
        Sent, ///< the server has created `workflow`
        Refused,
        Unknown, ///< sent, and no answer came: it may have been created
    };

    Phase phase = Phase::Empty;
    QString server; ///< where it goes, for people; empty while nothing is connected
    AccessMode access = AccessMode::Open;
    Delivery delivery = Delivery::Direct;
    Plan plan;
    QList<StepProgress> progress; ///< by plan step; empty before a run
    std::optional<Error> error; ///< why there is no review
    bool stale = false; ///< the documents are not the reviewed ones any more
    bool stopping = false;
    Submission submission = Submission::None;
    std::optional<Error> submitError;
    ObjectRef workflow;
};

/// The Workflow carries this step's document; the plan only reviews it.
[[nodiscard]] bool isCarried(const ReviewState& state, qsizetype step);
/// How many steps an apply would write.
[[nodiscard]] int writeCount(const ReviewState& state);

/// What was refused of a step's fields: by its apply, or by its review.
[[nodiscard]] QList<Problem> problemsOf(const PlanStep& step, const StepProgress& progress);
/// What the servers refused, for the documents to show at their fields.
[[nodiscard]] QList<Refusal> refusalsOf(const ReviewState& state);

/// What keeps a person from reviewing, applying or submitting now, as one sentence; empty where nothing does.
[[nodiscard]] Message reviewHindrance(const ReviewState& state);
[[nodiscard]] Message applyHindrance(const ReviewState& state);
[[nodiscard]] Message submitHindrance(const ReviewState& state);

/// What a run has come to: counts only what the servers confirmed. Empty before a run.
[[nodiscard]] Message runSummary(const ReviewState& state);
/// True where every step of the run was applied or needed nothing.
[[nodiscard]] bool isRunComplete(const ReviewState& state);

} // namespace argosy
