// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>

namespace argosy {

/// An answer other than 2xx.
struct HttpAnswer
{
    int code = 0;
    QByteArray body;
    QByteArray retryAfter; ///< the header's value
    QByteArray location; ///< the header's value
};

/// What such an answer means. Pure.
[[nodiscard]] Error errorFromAnswer(const HttpAnswer& answer, const ErrorContext& where);

} // namespace argosy
