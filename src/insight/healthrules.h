// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/health.h>

#include <nlohmann/json.hpp>

#include <chrono>

namespace argosy {

/// The server's own words as a Message: they are shown as they are, in every language.
[[nodiscard]] Message quoted(const QString& serverText);

/// How long something has been going on; zero where nobody says since when.
[[nodiscard]] std::chrono::seconds ageOf(const QDateTime& since, const QDateTime& now);

/// When the condition last changed, else when the object was made.
[[nodiscard]] QDateTime sinceOf(const Object& object, const Condition& condition);

/// Health with a condition's reason, words and time.
[[nodiscard]] Health healthFrom(Health::State state, const Object& object, const Condition& condition);

/// True where the condition speaks about an older generation than the object has.
[[nodiscard]] bool isStale(const Object& object, const Condition& condition);

/// Progressing that becomes Stuck when it has lasted too long.
[[nodiscard]] Health withDeadline(Health health, const QDateTime& now, std::chrono::seconds deadline);

// By kind; health.cpp says which kind gets which.
[[nodiscard]] Health operatorHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health nodeClassHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health nodePoolHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health nodeClaimHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health nodeHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health podHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health replicasHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health jobHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health workflowHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health kroInstanceHealth(const Object& object, const QDateTime& now);
[[nodiscard]] Health genericHealth(const Object& object, const QDateTime& now);

} // namespace argosy
