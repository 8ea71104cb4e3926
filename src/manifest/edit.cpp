// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/edit.h>

#include "editcheck.h"
#include "flowedit.h"
#include "sourcescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Style = SourceEntry::Style;

/// The value inside of the containers that a path names: [0] and "a" around 1 are [{"a": 1}].
Result<Json> wrapped(const QList<FieldPath::Segment>& path, const Json& value)
{
    Json result = value;
    for (auto segment = path.rbegin(); segment != path.rend(); ++segment) {
        Json outer = segment->isIndex() ? Json::array() : Json::object();
        if (segment->index > 0)
            return fail(ErrorKind::Invalid,
                message(
                    "manifest", "A new list begins with item 0, not with item %1.", {QString::number(segment->index)}));
        if (segment->isIndex())
            outer.push_back(std::move(result));
        else
            outer[segment->key.toStdString()] = std::move(result);
        result = std::move(outer);
    }
    return result;
}

/// Adds what is missing to a mapping or list in block style, below its last line.
QList<TextEdit> addToBlock(const EditContext& context, const EditSpot& container, const Json& value)
{
    const FieldPath::Segment& segment = container.missing.front();
    const qsizetype indent = context.columnOf(skipToContent(context.text(), container.entry->value.begin));
    const QStringList lines = segment.isIndex() ? itemLines(value, indent, context.layout())
                                                : memberLines(segment.key, value, indent, context.layout());
    return {context.linesBelow(container.entry->value.end, lines)};
}

/// A mapping of one member may stand in a list without braces: [a: 1].
bool isBare(const EditContext& context, const EditSpot& container)
{
    const qsizetype begin = skipToContent(context.text(), container.entry->value.begin);
    return container.value->is_object() && context.text()[begin] != u'{';
}

Result<QList<TextEdit>> replaceBare(const EditContext& context, const EditSpot& container, const Json& value)
{
    Json whole = *container.value;
    whole[container.missing.front().key.toStdString()] = value;
    return context.replace(container, whole);
}

qsizetype endOfLineBefore(const QString& text, qsizetype line)
{
    const bool pair = line > 1 && text[line - 1] == u'\n' && text[line - 2] == u'\r';
    return line - (pair ? 2 : 1);
}

/// Removes one of several members or items of a mapping or list in block style.
TextEdit removeFromBlock(const EditContext& context, const SourceEntry& entry)
{
    const QString& text = context.text();
    qsizetype begin = entry.key.begin;
    const qsizetype line = lineBegin(text, begin);
    QStringView before = QStringView(text).mid(line, begin - line);
    while (before.endsWith(u' '))
        before.chop(1);
    if (before.endsWith(u'?')) {
        begin = line + before.size() - 1;
        before.chop(1);
    }
    const qsizetype end = lineEnd(text, std::max(entry.key.end, entry.value.end));
    qsizetype next = nextLine(text, end);
    if (!before.trimmed().isEmpty()) {
        // The mapping or list begins on the line of a dash: what follows takes its place there.
        while (next < text.size() && text[next].isSpace())
            ++next;
        return context.edit(begin, next, {});
    }
    const bool lastLine = end == text.size();
    return context.edit(lastLine && line > 0 ? endOfLineBefore(text, line) : line, next, {});
}

/// The outermost field that goes with this one, because nothing else is in it.
FieldPath pruned(const YamlDocument& document, FieldPath path)
{
    while (path.segments().size() > 2) {
        const Json& parent = valueAt(*document.value, path.parent().toPointer().toStdString());
        if (parent.size() != 1)
            break;
        path = path.parent();
    }
    return path;
}

Result<QList<TextEdit>> edited(const EditContext& context, const EditSpot& spot, const Json& value)
{
    if (spot.missing.isEmpty())
        return context.replace(spot, value);
    if (spot.value->empty()) {
        const Result<Json> whole = wrapped(spot.missing, value);
        return whole ? context.replace(spot, *whole) : fail(whole.error());
    }
    const Result<Json> rest = wrapped(spot.missing.mid(1), value);
    if (!rest)
        return fail(rest.error());
    if (!isFlow(spot.entry->style))
        return addToBlock(context, spot, *rest);
    return isBare(context, spot) ? replaceBare(context, spot, *rest) : addToFlow(context, spot, *rest);
}

Result<QList<TextEdit>> removed(const EditContext& context, const EditSpot& spot)
{
    if (const Result<> disposable = context.checkDisposable(spot); !disposable)
        return fail(disposable.error());
    const Result<EditSpot> parent = context.locate(spot.path.parent());
    if (!parent)
        return fail(parent.error());
    if (parent->value->size() == 1)
        return context.replace(*parent, parent->value->is_array() ? Json::array() : Json::object());
    if (isFlow(parent->entry->style))
        return removeFromFlow(context, *parent, spot.path);
    return QList<TextEdit>{removeFromBlock(context, *spot.entry)};
}

} // namespace

QString applied(const QString& text, const QList<TextEdit>& edits)
{
    QList<TextEdit> sorted = edits;
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const TextEdit& a, const TextEdit& b) { return a.offset < b.offset; });
    QString result;
    qsizetype at = 0;
    for (const TextEdit& edit : sorted) {
        result += QStringView(text).mid(at, edit.offset - at);
        result += edit.inserted;
        at = edit.offset + edit.removed.size();
    }
    return result + QStringView(text).mid(at);
}

Result<QList<TextEdit>> setField(
    const QString& text, const YamlDocument& document, const FieldPath& path, const Json& value)
{
    const EditContext context(text, document);
    const Result<EditSpot> spot = context.locate(path);
    if (!spot)
        return fail(spot.error());
    if (spot->missing.isEmpty() && *spot->value == value)
        return QList<TextEdit>();
    const Result<QList<TextEdit>> edits = edited(context, *spot, value);
    return edits ? checked(context, path, *edits, withField(*document.value, *spot, value)) : edits;
}

Result<QList<TextEdit>> removeField(
    const QString& text, const YamlDocument& document, const FieldPath& path, bool pruneEmptyParents)
{
    const SourceEntry* nearest = document.map.nearest(path);
    if (nearest == nullptr || (document.map.find(path) == nullptr && !nearest->alias))
        return QList<TextEdit>();
    const EditContext context(text, document);
    const Result<EditSpot> spot = context.locate(pruneEmptyParents ? pruned(document, path) : path);
    if (!spot)
        return fail(spot.error());
    if (!spot->missing.isEmpty())
        return QList<TextEdit>();
    const bool isRoot = spot->path.isRoot();
    const Result<QList<TextEdit>> edits = isRoot ? context.replace(*spot, nullptr) : removed(context, *spot);
    return edits ? checked(context, path, *edits, isRoot ? Json() : withoutField(*document.value, spot->path)) : edits;
}

} // namespace argosy
