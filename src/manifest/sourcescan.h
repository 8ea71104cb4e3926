// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// Small looks at YAML text around places that the parser has named. Offsets are UTF-16 units.

/// The begin of the line that holds the offset.
[[nodiscard]] qsizetype lineBegin(const QString& text, qsizetype at);
/// The end of that line, before its line break.
[[nodiscard]] qsizetype lineEnd(const QString& text, qsizetype at);
/// The begin of the line after that one, or the text's end.
[[nodiscard]] qsizetype nextLine(const QString& text, qsizetype at);

/// The offset after blanks, line breaks, comments, anchors and tags.
[[nodiscard]] qsizetype skipToContent(const QString& text, qsizetype from);
/// The dash of an item of a block list, which stands between the end of what is before the item and its value.
[[nodiscard]] qsizetype findDash(const QString& text, qsizetype from, qsizetype to);
/// Where a literal or folded scalar ends: after its last line, without the line break. Blank lines after it count where
/// its header keeps them.
[[nodiscard]] qsizetype endOfBlockScalar(const QString& text, qsizetype begin, qsizetype end);

} // namespace argosy
