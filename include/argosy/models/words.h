// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/insight/health.h>
#include <argosy/ops/plan.h>
#include <argosy/ops/runner.h>

namespace argosy {

/// One word for people. Pure; thread-safe, like everything here.
[[nodiscard]] Message wordFor(Health::State state);
[[nodiscard]] Message wordFor(PlanAction action);
[[nodiscard]] Message wordFor(StepProgress::State state);
[[nodiscard]] Message wordFor(PlannedChange::Origin origin);
[[nodiscard]] Message wordFor(AccessMode mode);

/// What the mode means for whoever chooses it.
[[nodiscard]] Message meaningOf(AccessMode mode);

/// How long ago, in its largest unit: "12 s", "3 min", "5 h", "12 d", "2 y". Empty for a time that is not known.
[[nodiscard]] Message ageText(const QDateTime& then, const QDateTime& now);
/// The same as a phrase: "just now", "3 min ago".
[[nodiscard]] Message agoText(const QDateTime& then, const QDateTime& now);
/// A stretch of time as a stopwatch shows it: "0:08", "12:40", "1:02:03". Empty for a negative one.
[[nodiscard]] QString stopwatch(std::chrono::seconds length);

} // namespace argosy
