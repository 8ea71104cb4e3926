// SPDX-License-Identifier: GPL-3.0-or-later
#include "editcontext.h"

#include "sourcescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Style = SourceEntry::Style;

Message aliasMessage(const FieldPath& path)
{
    return message("manifest", "The field %1 comes from a YAML alias; change it in the text.", {path.toDotted()});
}

Message anchorMessage(const FieldPath& path)
{
    return message(
        "manifest", "The field %1 is used elsewhere through a YAML anchor; change it in the text.", {path.toDotted()});
}

/// The child of a value that a segment names; null where there is none. Makes the segment fit the value.
const Json* childOf(const Json& value, FieldPath::Segment& segment)
{
    if (value.is_object()) {
        if (segment.isIndex())
            segment = {.key = QString::number(segment.index)};
        const auto found = value.find(segment.key.toStdString());
        return found == value.end() ? nullptr : &*found;
    }
    if (!value.is_array())
        return nullptr;
    if (!segment.isIndex()) {
        bool ok = false;
        const qsizetype index = segment.key.toLongLong(&ok);
        segment = {.key = {}, .index = ok && index >= 0 ? index : static_cast<qsizetype>(value.size()) + 1};
    }
    const auto index = static_cast<size_t>(segment.index);
    return index < value.size() ? &value[index] : nullptr;
}

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

FieldPath joined(const FieldPath& path, const FieldPath::Segment& segment)
{
    return segment.isIndex() ? path / segment.index : path / segment.key;
}

} // namespace

/// What a value looks like in block style: what stands behind "key:" or "-", and the lines below.
struct EditContext::Rendering
{
    QString head;
    QStringList body;
};

bool isFlow(Style style)
{
    return style == Style::FlowMapping || style == Style::FlowSequence;
}

bool isBlockCollection(Style style)
{
    return style == Style::BlockMapping || style == Style::BlockSequence;
}

QList<TextEdit> tidied(QList<TextEdit> edits)
{
    std::stable_sort(
        edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) { return a.offset < b.offset; });
    QList<TextEdit> result;
    for (const TextEdit& edit : edits) {
        if (edit.removed == edit.inserted)
            continue;
        if (!result.isEmpty() && result.last().offset + result.last().removed.size() == edit.offset) {
            result.last().removed += edit.removed;
            result.last().inserted += edit.inserted;
        } else {
            result.append(edit);
        }
    }
    return result;
}

EditContext::EditContext(const QString& text, const YamlDocument& document)
    : m_text(text)
    , m_document(document)
    , m_lineBreak(text.contains(u"\r\n") ? u"\r\n"_s : u"\n"_s)
{
    detectLayout();
}

void EditContext::detectLayout()
{
    const QList<SourceNode>& nodes = m_document.map.nodes();
    bool foundStep = false;
    bool foundDashes = false;
    for (qsizetype i = 1; i + 1 < nodes.size() && !(foundStep && foundDashes); ++i) {
        const SourceEntry& entry = nodes[i].entry;
        if (nodes[i].segment.isIndex() || nodes[i + 1].parent != i)
            continue;
        const int deeper = nodes[i + 1].entry.key.column - entry.key.column;
        if (entry.style == Style::BlockMapping && !foundStep && deeper > 0) {
            m_layout.step = deeper;
            foundStep = true;
        } else if (entry.style == Style::BlockSequence && !foundDashes) {
            m_layout.indentedDashes = deeper > 0;
            foundDashes = true;
        }
    }
}

Result<EditSpot> EditContext::locate(const FieldPath& path) const
{
    EditSpot spot{
        .value = m_document.value.get(), .entry = m_document.map.find({}), .path = {}, .missing = path.segments()};
    while (true) {
        if (spot.entry == nullptr || spot.entry->alias)
            return fail(ErrorKind::Invalid, aliasMessage(path));
        if (spot.entry->shared)
            return fail(ErrorKind::Invalid, anchorMessage(path));
        if (spot.missing.isEmpty())
            return spot;
        FieldPath::Segment& segment = spot.missing.front();
        const Json* child = childOf(*spot.value, segment);
        if (child == nullptr)
            break;
        spot.path = joined(spot.path, segment);
        spot.value = child;
        spot.entry = m_document.map.find(spot.path);
        spot.missing.removeFirst();
    }
    const QStringList names{path.toDotted(), spot.path.toDotted()};
    if (spot.value->is_array() && spot.missing.front().index > static_cast<qsizetype>(spot.value->size()))
        return fail(
            ErrorKind::Invalid, message("manifest", "The field %1 cannot be set: %2 is a shorter list.", names));
    if (!spot.value->is_structured() && !spot.value->is_null())
        return fail(ErrorKind::Invalid, message("manifest", "The field %1 cannot be set: %2 is a plain value.", names));
    return spot;
}

qsizetype EditContext::columnOf(qsizetype offset) const
{
    const qsizetype begin = lineBegin(m_text, offset);
    const bool hasMark = begin == 0 && m_text.startsWith(QChar(0xfeff));
    return offset - begin - (hasMark ? 1 : 0);
}

Surroundings EditContext::surroundingsOf(const FieldPath& path) const
{
    const SourceEntry* outermost = nullptr;
    for (FieldPath at = path; !at.isRoot(); at = at.parent()) {
        const SourceEntry* entry = m_document.map.find(at.parent());
        if (entry != nullptr && isFlow(entry->style))
            outermost = entry;
    }
    if (outermost == nullptr)
        return Surroundings::Block;
    qsizetype at = skipToContent(m_text, outermost->value.begin);
    while (at < outermost->value.end && (m_text[at] == u'{' || m_text[at] == u'['))
        at = skipToContent(m_text, at + 1);
    return at < outermost->value.end && m_text[at] == u'"' ? Surroundings::JsonText : Surroundings::Flow;
}

TextEdit EditContext::edit(qsizetype begin, qsizetype end, QString inserted) const
{
    // A comment may follow brackets and quotes at once, but no other value.
    if (end > begin && end < m_text.size() && m_text[end] == u'#' && !m_text[end - 1].isSpace())
        inserted += u' ';
    return {.offset = begin, .removed = m_text.mid(begin, end - begin), .inserted = std::move(inserted)};
}

TextEdit EditContext::linesBelow(qsizetype at, const QStringList& lines) const
{
    const qsizetype end = lineEnd(m_text, at);
    return edit(end, end, lines.isEmpty() ? QString() : QString(m_lineBreak + lines.join(m_lineBreak)));
}

Result<> EditContext::checkDisposable(const EditSpot& spot) const
{
    const TextRange& range = spot.entry->value;
    const QList<SourceNode>& nodes = m_document.map.nodes();
    const bool isUsed = std::any_of(nodes.begin(), nodes.end(), [&](const SourceNode& node) {
        return node.entry.shared && node.entry.value.begin >= range.begin && node.entry.value.end <= range.end;
    });
    return isUsed ? Result<>(fail(ErrorKind::Invalid, anchorMessage(spot.path))) : Result<>();
}

Result<QList<TextEdit>> EditContext::replace(const EditSpot& spot, const Json& value) const
{
    if (const Result<> disposable = checkDisposable(spot); !disposable)
        return fail(disposable.error());
    if (spot.path.isRoot())
        return replaceRoot(spot, value);
    const Surroundings around = surroundingsOf(spot.path);
    if (around != Surroundings::Block)
        return tidied(replaceInFlow(spot, value, around));
    const qsizetype headEnd = endOfHead(spot);
    if (headEnd < 0)
        return fail(ErrorKind::Invalid,
            message(
                "manifest", "The field %1 has a key without a colon; write the colon first.", {spot.path.toDotted()}));
    return tidied(replaceInBlock(spot, render(spot, value), headEnd));
}

QList<TextEdit> EditContext::replaceRoot(const EditSpot& spot, const Json& value) const
{
    const SourceEntry& entry = *spot.entry;
    const qsizetype begin = entry.value.begin;
    if (isInline(value) || value.is_string())
        return {edit(begin, entry.value.end, inlineText(value, Surroundings::Block, entry.style))};
    const qsizetype end = isBlockCollection(entry.style) ? lineEnd(m_text, entry.value.end) : entry.value.end;
    const bool ownLines = isBlank(m_text.mid(lineBegin(m_text, begin), columnOf(begin)))
        && isBlank(m_text.mid(end, lineEnd(m_text, end) - end));
    if (!ownLines)
        return tidied({edit(begin, end, {}), linesBelow(end, blockLines(value, 0, m_layout))});
    const QStringList lines = blockLines(value, columnOf(begin), m_layout);
    return {edit(begin, end, lines.join(m_lineBreak).mid(columnOf(begin)))};
}

QList<TextEdit> EditContext::replaceInFlow(const EditSpot& spot, const Json& value, Surroundings around) const
{
    const SourceEntry& entry = *spot.entry;
    QString inserted = inlineText(value, around, entry.style);
    const bool isMember = !spot.path.segments().last().isIndex();
    if (entry.value.begin == entry.value.end && isMember)
        inserted.prepend(m_text[entry.value.begin - 1] == u':' ? u" "_s : u": "_s);
    return {edit(entry.value.begin, entry.value.end, inserted)};
}

qsizetype EditContext::endOfHead(const EditSpot& spot) const
{
    if (spot.path.segments().last().isIndex())
        return spot.entry->key.end;
    const qsizetype colon = skipToContent(m_text, spot.entry->key.end);
    return colon < m_text.size() && m_text[colon] == u':' ? colon + 1 : -1;
}

EditContext::Rendering EditContext::render(const EditSpot& spot, const Json& value) const
{
    const qsizetype indent = columnOf(spot.entry->key.begin);
    const Style style = spot.entry->style;
    if (value.is_string() && style != Style::DoubleQuoted) {
        const std::optional<LiteralText> literal = literalText(QString::fromStdString(value.get<std::string>()));
        if (literal) {
            Rendering result{.head = literal->header, .body = {}};
            for (const QString& line : literal->lines)
                result.body.append(line.isEmpty() ? line : QString(QString(indent + m_layout.step, u' ') + line));
            return result;
        }
    }
    if (!value.is_structured() || value.empty())
        return {.head = inlineText(value, Surroundings::Block, style), .body = {}};
    if (!spot.path.segments().last().isIndex())
        return {.head = {},
            .body =
                blockLines(value, value.is_array() ? m_layout.listIndent(indent) : indent + m_layout.step, m_layout)};
    QStringList lines = itemLines(value, indent, m_layout);
    const QString first = lines.takeFirst().mid(indent + 2);
    return {.head = first, .body = lines};
}

QString EditContext::headerComment(const SourceEntry& entry) const
{
    if (entry.style != Style::Literal && entry.style != Style::Folded)
        return {};
    const qsizetype end = lineEnd(m_text, entry.value.begin);
    const QString header = m_text.mid(entry.value.begin, end - entry.value.begin);
    const qsizetype comment = header.indexOf(u'#');
    return comment < 0 ? QString() : QString(u' ' + header.mid(comment));
}

QList<TextEdit> EditContext::replaceInBlock(const EditSpot& spot, const Rendering& rendering, qsizetype headEnd) const
{
    const SourceEntry& entry = *spot.entry;
    // Comments behind the last line of a block are about that line; behind a scalar they are about the field.
    const qsizetype end = isBlockCollection(entry.style) ? lineEnd(m_text, entry.value.end) : entry.value.end;
    const qsizetype headLineEnd = lineEnd(m_text, headEnd);
    const TextEdit body = linesBelow(end, rendering.body);
    const QString head = (rendering.head.isEmpty() ? QString() : QString(u' ' + rendering.head)) + headerComment(entry);
    if (entry.value.begin > headLineEnd)
        return {edit(headEnd, headEnd, head), edit(headLineEnd, end, {}), body};
    if (!head.isEmpty())
        return {edit(headEnd, end, head), body};
    const bool hasComment = !isBlank(m_text.mid(end, lineEnd(m_text, end) - end));
    return {edit(headEnd, hasComment ? end : lineEnd(m_text, end), {}), body};
}

} // namespace argosy
