// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/tree.h>

#include "treeedges.h"
#include "treenodes.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// Takes the rows out of the table and puts them into one another.
class Assembler
{
public:
    explicit Assembler(TreeTable& table)
    {
        const auto& records = table.records();
        for (const TreeRecord& record : records)
            m_children[record.parent].append(&record);
        for (QList<const TreeRecord*>& rows : m_children)
            std::ranges::sort(rows, comesBefore);
    }

    [[nodiscard]] TreeNode assemble(const TreeRecord& record) const
    {
        TreeNode node = record.node;
        const auto rows = m_children.value(record.node.id);
        node.children.reserve(rows.size());
        for (const TreeRecord* row : rows)
            node.children.append(assemble(*row));
        return node;
    }

    [[nodiscard]] QList<TreeNode> roots(const TreeOptions& options) const
    {
        QList<TreeNode> nodes;
        const auto rows = m_children.value(QString());
        for (const TreeRecord* row : rows)
            if (isShown(*row, options))
                nodes.append(assemble(*row));
        return nodes;
    }

private:
    [[nodiscard]] bool isShown(const TreeRecord& row, const TreeOptions& options) const
    {
        const QString& nameSpace = row.node.ref.nameSpace;
        const bool inScope = options.nameSpace.isEmpty() || nameSpace.isEmpty() || nameSpace == options.nameSpace;
        return inScope && (row.standsAlone || m_children.contains(row.node.id));
    }

    static bool comesBefore(const TreeRecord* a, const TreeRecord* b)
    {
        const auto key = [](const TreeRecord* r) {
            return std::tie(r->wave, r->node.kind, r->order, r->node.ref.nameSpace, r->node.label, r->node.id);
        };
        return key(a) < key(b);
    }

    QHash<QString, QList<const TreeRecord*>> m_children;
};

const TreeNode* findIn(const QList<TreeNode>& nodes, const QString& id)
{
    for (const TreeNode& node : nodes) {
        if (node.id == id)
            return &node;
        if (const TreeNode* found = findIn(node.children, id))
            return found;
    }
    return nullptr;
}

} // namespace

QString toWord(TreeNode::Edge edge)
{
    switch (edge) {
    case TreeNode::Edge::Root: return u"root"_s;
    case TreeNode::Edge::Owner: return u"owner"_s;
    case TreeNode::Edge::Spec: return u"spec"_s;
    case TreeNode::Edge::Label: return u"label"_s;
    case TreeNode::Edge::Virtual: break;
    }
    return u"virtual"_s;
}

const TreeNode* ResourceTree::find(const QString& id) const
{
    return findIn(roots, id);
}

ResourceTree buildTree(const QList<SnapshotPtr>& snapshots, const QDateTime& now, const TreeOptions& options)
{
    TreeTable table(snapshots, now, options);
    addAgentPools(table);
    if (options.workflowNodes)
        addWorkflowNodes(table);
    hangRows(table);
    cutCycles(table);
    const Assembler assembler(table);
    if (!options.root)
        return {assembler.roots(options)};
    const TreeRecord* root = table.find(options.root->id());
    if (!root)
        return {};
    TreeNode node = assembler.assemble(*root);
    node.edge = TreeNode::Edge::Root;
    return {{std::move(node)}};
}

} // namespace argosy
