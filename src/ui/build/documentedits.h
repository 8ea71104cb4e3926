// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a document that a form makes beyond setting one field.
#pragma once

#include <argosy/session/document.h>

namespace argosy {

/// Sets several fields as one step of history. Fails as manifest's setField does; the text is then untouched.
Result<> setFields(
    Document& document, qsizetype part, const QList<std::pair<FieldPath, Json>>& fields, const QObject* origin);

/// Gives a member another name in place; its value, order and comments stay. Does nothing where the document has moved
/// on since it was analysed, or does not have the member.
void renameKey(Document& document, qsizetype part, const FieldPath& path, const QString& key, const QObject* origin);

/// Does what the problem's suggestion says: another name for a key that is not known, another value otherwise.
void applySuggestion(Document& document, qsizetype part, const Problem& problem, const QObject* origin);

} // namespace argosy
