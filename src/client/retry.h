// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/request.h>

#include <optional>

namespace argosy {

/// So often a request is sent again before its error is given to whoever waits.
inline constexpr int kMaxRetries = 4;
/// A server that asks for more is better shown than waited for.
inline constexpr std::chrono::seconds kLongestRetryAfter{30};

/// After which delay a request that failed is to be sent again; nothing where it is not. `retries` have been made,
/// `random` in [0, 1) spreads out clients that were refused together.
///
/// What changes nothing is repeated after 429, 502, 503 and 504, and once after a connection that broke. A write only
/// after the API server's own 429 with Retry-After: with that it says that it has not begun to carry it out.
[[nodiscard]] std::optional<std::chrono::milliseconds> delayBeforeRetry(
    const ApiRequest& request, const Error& error, int retries, double random);

} // namespace argosy
