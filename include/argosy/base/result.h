// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>

#include <tl/expected.hpp>

#include <utility>

namespace argosy {

/// A value or the Error that stood in its way. The world's failures are Results; our own bugs are Q_ASSERTs.
template <class T = void> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, Message message, ErrorContext where = {})
{
    return tl::unexpected<Error>(Error{.kind = kind, .message = std::move(message), .where = std::move(where)});
}

} // namespace argosy
