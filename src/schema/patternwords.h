// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>

namespace argosy {

/// That a field does not match a pattern: in words, with an example, where the pattern is one of the catalogue's.
[[nodiscard]] Message patternMessage(const QString& field, const QString& pattern);

} // namespace argosy
