// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>

namespace argosy {

/// True where an error leaves open whether the server carried a write out: then only asking the server tells.
[[nodiscard]] bool isOutcomeUnknown(const Error& error);

} // namespace argosy
