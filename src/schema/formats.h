// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// True where `text` is of that OpenAPI format, or where the format is another than date-time, date, byte, duration,
/// uuid and quantity.
[[nodiscard]] bool hasFormat(const QString& text, const QString& format);

/// True where the pattern (RE2 syntax, as Go reads it) is found in `text`, or where it does not compile: then only the
/// server can say.
[[nodiscard]] bool matchesPattern(const QString& text, const QString& pattern);

} // namespace argosy
