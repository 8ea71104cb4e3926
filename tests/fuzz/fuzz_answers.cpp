// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server answers becomes an Error with a sentence, and fields that can be shown; discovery reads or refuses.
#include "fuzz.h"

#include "discoverydecode.h"
#include "httperrors.h"

#include <argosy/client/servererrors.h>

using namespace argosy;
using fuzz::require;

namespace {

constexpr std::array kCodes{301, 400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503};

void readError(const HttpAnswer& answer)
{
    const Error error = errorFromAnswer(answer, {});
    require(!error.message.english().isEmpty());
    for (const Problem& problem : problemsFrom(error)) {
        require(!problem.rule.isEmpty() && !problem.message.english().isEmpty());
        require(FieldPath::fromPointer(problem.path.toPointer()).has_value());
    }
}

void readDiscovery(const QByteArray& body)
{
    (void)isAggregated(body);
    (void)decodeAggregated(body);
    (void)decodeVersionPaths(body);
    (void)decodeResourceList(body);
    (void)decodeServerVersion(body);
}

} // namespace

/// The first byte chooses the code.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body = fuzz::bytes(data + 1, size - 1).toByteArray();
    readError({.code = kCodes[data[0] % kCodes.size()], .body = body, .retryAfter = body.left(8)});
    readDiscovery(body);
    return 0;
}
