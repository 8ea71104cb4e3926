// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowedit.h"

#include "sourcescan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool empty = false; ///< a key without value
};

Span spanOf(const SourceEntry& entry)
{
    return {.begin = entry.key.begin,
        .end = std::max(entry.key.end, entry.value.end),
        .empty = entry.value.begin == entry.value.end};
}

/// The children of a container, in the order of the text. A key that is written twice is here twice.
QList<Span> childrenOf(const EditContext& context, const FieldPath& container)
{
    QList<Span> result;
    const SourceEntry* parent = context.document().map.find(container);
    const QList<SourceNode>& nodes = context.document().map.nodes();
    for (const SourceNode& node : nodes) {
        if (node.parent >= 0 && &nodes[node.parent].entry == parent)
            result.append(spanOf(node.entry));
    }
    return result;
}

} // namespace

QList<TextEdit> addToFlow(const EditContext& context, const EditSpot& container, const Json& value)
{
    const FieldPath::Segment& segment = container.missing.front();
    const FieldPath path = segment.isIndex() ? container.path / segment.index : container.path / segment.key;
    const Surroundings around = context.surroundingsOf(path);
    QString text = inlineText(value, around);
    if (!segment.isIndex()) {
        const QString key = keyText(segment.key, around);
        text = (isLongKey(key) && around != Surroundings::JsonText ? u"? "_s : QString()) + key + u": " + text;
    }
    const Span last = childrenOf(context, container.path).constLast();
    const qsizetype line = lineBegin(context.text(), last.begin);
    const QString before = context.text().mid(line, last.begin - line);
    const bool ownLine = before.trimmed().isEmpty();
    const QString separator = ownLine ? QString(u"," + context.lineBreak() + before) : u", "_s;
    return {context.edit(last.end, last.end, (last.empty ? u" "_s : QString()) + separator + text)};
}

QList<TextEdit> removeFromFlow(const EditContext& context, const EditSpot& container, const FieldPath& child)
{
    const QList<Span> children = childrenOf(context, container.path);
    const Span removed = spanOf(*context.document().map.find(child));
    const auto at =
        std::find_if(children.begin(), children.end(), [&](const Span& span) { return span.begin == removed.begin; });
    if (at + 1 != children.end())
        return {context.edit(removed.begin, (at + 1)->begin, {})};
    return {context.edit((at - 1)->end, removed.end, {})};
}

} // namespace argosy
