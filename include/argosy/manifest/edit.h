// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/manifest/yaml.h>

namespace argosy {

/// One change of a text, in UTF-16 units of the text before it.
struct TextEdit
{
    qsizetype offset = 0;
    QString removed;
    QString inserted;
    bool operator==(const TextEdit&) const = default;
};

/// Applies edits that all refer to `text`; they must not overlap.
[[nodiscard]] QString applied(const QString& text, const QList<TextEdit>& edits);

/**
 * The edits that set one field of one document, touching only the lines of its path: comments, order, quoting and blank
 * lines elsewhere stay byte for byte. A scalar keeps its quoting style where the new value allows it. Missing parents
 * are made, at the end of the deepest one that exists, with its indentation. An index one past a list's end appends.
 * The edited document is read again before this returns: its value is then exactly the old one with that field set.
 * Fails with Invalid where the path leads through a scalar, an alias or an anchor in use, and where the layout defeats
 * the edit.
 */
[[nodiscard]] Result<QList<TextEdit>> setField(
    const QString& text, const YamlDocument& document, const FieldPath& path, const Json& value);

/// The edits that remove one field (its lines and the comments at their ends). `pruneEmptyParents` also removes
/// mappings and lists that would be left empty, up to but not including a field directly below the root. A field that
/// is not there gives no edits. Read again and failing as setField().
[[nodiscard]] Result<QList<TextEdit>> removeField(
    const QString& text, const YamlDocument& document, const FieldPath& path, bool pruneEmptyParents = true);

} // namespace argosy
