// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/yaml.h>

#include <optional>

// Why no library writes: yaml-cpp 0.7 knows neither "|-" nor an indentation indicator. Asked for a literal it writes
// "a\nb" and "a\nb\n" alike, and a text that begins with a space so that its own parser refuses it. It has no way to
// write a piece at a depth either, which an edit of one path needs.

namespace argosy {

/// How a document is laid out.
struct BlockLayout
{
    qsizetype step = 2; ///< how much deeper a mapping below a key stands
    bool indentedDashes = false; ///< a list's dashes stand deeper than its key, not below it
    [[nodiscard]] qsizetype listIndent(qsizetype keyIndent) const
    {
        return indentedDashes ? keyIndent + step : keyIndent;
    }
};

/// A string as a literal: "|" or "|-" and its lines without indentation.
struct LiteralText
{
    QString header;
    QStringList lines;
};

/// Where an inline value stands: on a line of its own, in brackets, or in a text that is JSON and shall stay it.
enum class Surroundings
{
    Block,
    Flow,
    JsonText
};

/// A string as a literal, where it has several lines and reads back the same.
[[nodiscard]] std::optional<LiteralText> literalText(const QString& text);
/// A string in double quotes; valid JSON too.
[[nodiscard]] QString doubleQuoted(const QString& text);
/// A key. One that is too long for "key: value" needs isLongKey().
[[nodiscard]] QString keyText(const QString& key, Surroundings around);
[[nodiscard]] bool isLongKey(const QString& keyText);

/// Any value on one line; a string in the wished style, where it allows it.
[[nodiscard]] QString inlineText(
    const Json& value, Surroundings around, SourceEntry::Style wish = SourceEntry::Style::Plain);

/// True where block style writes the value on the line of its key or dash.
[[nodiscard]] bool isInline(const Json& value);
/// The lines of a mapping or list that is not empty, all indented, without a break at the end.
[[nodiscard]] QStringList blockLines(const Json& value, qsizetype indent, const BlockLayout& layout);
/// The lines of one member of a mapping.
[[nodiscard]] QStringList memberLines(
    const QString& key, const Json& value, qsizetype indent, const BlockLayout& layout);
/// The lines of one item of a list.
[[nodiscard]] QStringList itemLines(const Json& value, qsizetype indent, const BlockLayout& layout);

} // namespace argosy
