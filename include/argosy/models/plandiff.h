// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/textdiff.h>
#include <argosy/ops/plan.h>

namespace argosy {

/// One line of a unified diff, or the gap between two hunks.
struct PlanDiffLine
{
    DiffLine line; ///< of a gap: empty
    bool gap = false;
    std::optional<PlannedChange::Origin> origin; ///< who asks for it; of changed lines only
    bool operator==(const PlanDiffLine&) const = default;
};

/// What the step would change, live against the server's answer, with the origin of each changed line. Of an object
/// that is not there yet every line is added. Pure; thread-safe; for the pool: the cost grows with the texts.
[[nodiscard]] QList<PlanDiffLine> planDiff(const PlanStep& step, int context = 3);

} // namespace argosy
