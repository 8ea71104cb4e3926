// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentedits.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// The one edit that makes `after` of `before`: what both begin and end with stays.
TextEdit difference(const QString& before, const QString& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {.offset = head,
        .removed = before.mid(head, before.size() - head - tail),
        .inserted = after.mid(head, after.size() - head - tail)};
}

/// A key as YAML takes it: quoted where it would not be a plain string.
QString keyText(const QString& key)
{
    const QString line = emitYaml(Json{{key.toStdString(), nullptr}});
    return line.left(line.lastIndexOf(u':'));
}

} // namespace

Result<> setFields(
    Document& document, qsizetype part, const QList<std::pair<FieldPath, Json>>& fields, const QObject* origin)
{
    QString text = document.text();
    for (const auto& [path, value] : fields) {
        const YamlStream stream = parseYaml(text);
        if (part >= stream.documents.size())
            return fail(ErrorKind::Invalid, message("ui", "The text has changed meanwhile; nothing was set."));
        const Result<QList<TextEdit>> edits = value.is_null() ? removeField(text, stream.documents[part], path)
                                                              : setField(text, stream.documents[part], path, value);
        if (!edits)
            return fail(edits.error());
        text = applied(text, *edits);
    }
    if (text != document.text())
        document.edit({difference(document.text(), text)}, origin);
    return {};
}

void renameKey(Document& document, qsizetype part, const FieldPath& path, const QString& key, const QObject* origin)
{
    if (!document.isAnalysed() || part >= document.analysis()->parts.size())
        return;
    const SourceEntry* entry = document.analysis()->parts[part].yaml.map.find(path);
    if (!entry || entry->alias || entry->key.begin == entry->key.end)
        return;
    const QString before = document.text().mid(entry->key.begin, entry->key.end - entry->key.begin);
    document.edit({{.offset = entry->key.begin, .removed = before, .inserted = keyText(key)}}, origin);
}

void applySuggestion(Document& document, qsizetype part, const Problem& problem, const QObject* origin)
{
    if (problem.suggestion.isEmpty())
        return;
    if (problem.rule == u"schema/unknown-field") {
        renameKey(document, part, problem.path, problem.suggestion, origin);
        return;
    }
    // A suggestion is written as YAML would be: 3 is a number, "3" a string, Standard a string.
    const YamlStream value = parseYaml(problem.suggestion);
    const bool isValue = !value.hasErrors() && value.documents.size() == 1;
    document.setField(part, problem.path,
        isValue ? *value.documents.constFirst().value : Json(problem.suggestion.toStdString()), origin);
}

} // namespace argosy
