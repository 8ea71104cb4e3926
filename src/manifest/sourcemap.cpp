// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>

#include <algorithm>

namespace argosy {

namespace {

QString childName(const FieldPath::Segment& segment)
{
    return segment.isIndex() ? QString::number(segment.index) : segment.key;
}

qsizetype spanBegin(const SourceEntry& entry)
{
    return entry.key.line > 0 ? entry.key.begin : entry.value.begin;
}

} // namespace

SourceMap::SourceMap(QList<SourceNode> nodes)
    : m_nodes(std::move(nodes))
{
    m_children.reserve(m_nodes.size());
    for (qsizetype i = 1; i < m_nodes.size(); ++i)
        m_children.insert({m_nodes[i].parent, childName(m_nodes[i].segment)}, i);
}

qsizetype SourceMap::descend(const FieldPath& path, bool whole) const
{
    qsizetype at = m_nodes.isEmpty() ? -1 : 0;
    for (const FieldPath::Segment& segment : path.segments()) {
        const qsizetype child = m_children.value({at, childName(segment)}, -1);
        if (child < 0)
            return whole ? -1 : at;
        at = child;
    }
    return at;
}

const SourceEntry* SourceMap::find(const FieldPath& path) const
{
    const qsizetype at = descend(path, true);
    return at < 0 ? nullptr : &m_nodes[at].entry;
}

const SourceEntry* SourceMap::nearest(const FieldPath& path) const
{
    const qsizetype at = descend(path, false);
    return at < 0 ? nullptr : &m_nodes[at].entry;
}

FieldPath SourceMap::pathAt(qsizetype offset) const
{
    // Nodes stand in the order of the text, parents before children: the last one that begins before the offset is in
    // the deepest field there, or it is that field's last descendant.
    const auto after = std::upper_bound(m_nodes.begin(), m_nodes.end(), offset,
        [](qsizetype at, const SourceNode& node) { return at < spanBegin(node.entry); });
    qsizetype at = after - m_nodes.begin() - 1;
    while (at > 0 && offset > std::max(m_nodes[at].entry.key.end, m_nodes[at].entry.value.end))
        at = m_nodes[at].parent;
    return pathOf(at);
}

FieldPath SourceMap::pathOf(qsizetype node) const
{
    if (node <= 0)
        return {};
    const FieldPath::Segment& segment = m_nodes[node].segment;
    const FieldPath parent = pathOf(m_nodes[node].parent);
    return segment.isIndex() ? parent / segment.index : parent / segment.key;
}

} // namespace argosy
