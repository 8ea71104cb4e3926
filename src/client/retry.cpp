// SPDX-License-Identifier: GPL-3.0-or-later
#include "retry.h"

#include <cmath>

namespace argosy {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kFirstDelay = 200ms;

bool wasNotBegun(const Error& error)
{
    return error.kind == ErrorKind::Throttled && error.status && error.status->reason == u"TooManyRequests"
        && error.retryAfter > 0ms;
}

/// The server, or what stands before it, is too busy or not there yet.
bool isOverloaded(const Error& error)
{
    if (error.kind == ErrorKind::Throttled)
        return true;
    return error.status && (error.status->code == 502 || error.status->code == 503 || error.status->code == 504);
}

int worthRetries(const ApiRequest& request, const Error& error)
{
    if (isWrite(request))
        return wasNotBegun(error) ? kMaxRetries : 0;
    if (isOverloaded(error))
        return kMaxRetries;
    return error.kind == ErrorKind::Unreachable ? 1 : 0;
}

} // namespace

std::optional<std::chrono::milliseconds> delayBeforeRetry(
    const ApiRequest& request, const Error& error, int retries, double random)
{
    const bool isWorthIt = request.isRetried && retries < worthRetries(request, error);
    if (!isWorthIt || error.retryAfter > kLongestRetryAfter)
        return {};
    const double backoff = double(kFirstDelay.count()) * std::exp2(retries);
    const double longest = std::max(backoff, double(error.retryAfter.count()));
    return std::chrono::milliseconds(std::llround(longest + backoff * random));
}

} // namespace argosy
