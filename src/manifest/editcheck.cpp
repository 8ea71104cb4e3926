// SPDX-License-Identifier: GPL-3.0-or-later
#include "editcheck.h"

#include <utility>

namespace argosy {

namespace {

/// The child that a segment names, made if it is the next one.
Json& descend(Json& value, const FieldPath::Segment& segment)
{
    if (!segment.isIndex())
        return value[segment.key.toStdString()];
    const auto index = static_cast<size_t>(segment.index);
    if (!value.is_array() || index == value.size())
        value.push_back(nullptr);
    return value[index];
}

} // namespace

Json withField(Json root, const EditSpot& spot, const Json& value)
{
    Json* at = &root;
    for (const FieldPath::Segment& segment : spot.path.segments() + spot.missing)
        at = &descend(*at, segment);
    *at = value;
    return root;
}

Json withoutField(Json root, const FieldPath& path)
{
    Json* at = &root;
    const QList<FieldPath::Segment>& segments = path.segments();
    for (const FieldPath::Segment& segment : segments.mid(0, segments.size() - 1))
        at = &descend(*at, segment);
    if (segments.last().isIndex())
        at->erase(static_cast<size_t>(segments.last().index));
    else
        at->erase(segments.last().key.toStdString());
    return root;
}

Result<QList<TextEdit>> checked(
    const EditContext& context, const FieldPath& path, const QList<TextEdit>& edits, const Json& expected)
{
    const TextRange& range = context.document().range;
    const QString after = applied(context.text(), edits);
    const qsizetype grown = after.size() - context.text().size();
    const YamlStream stream = parseYaml(after.mid(range.begin, range.end - range.begin + grown));
    if (stream.documents.size() == 1 && sameJson(*stream.documents.front().value, expected))
        return edits;
    return fail(ErrorKind::Invalid,
        message("manifest", "The field %1 is laid out in a way that cannot be edited here; change it in the text.",
            {path.toDotted()}));
}

} // namespace argosy
