// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace argosy {

/// How long a kind that cannot be followed now waits until it is tried again.
struct RetryDelays
{
    std::chrono::milliseconds first{800}; ///< after one failure; doubled with each further one in a row
    std::chrono::milliseconds longest{30'000};
    /// After 401, 403 and 404, and where certificates do not fit: only somebody else can change that.
    std::chrono::milliseconds refused{60'000};
};

} // namespace argosy
