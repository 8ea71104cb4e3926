// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/resourcetreemodel.h>

#include <argosy/models/words.h>

namespace argosy {

struct ResourceTreeModel::Node
{
    TreeNode tree; ///< without children
    Node* parent = nullptr;
    int row = 0;
    std::vector<NodePtr> children;

    [[nodiscard]] int size() const { return int(children.size()); }
    void renumber(int from)
    {
        for (int i = from; i < size(); ++i)
            children[std::size_t(i)]->row = i;
    }
};

/// The tree that is to be shown, by id.
struct ResourceTreeModel::Wanted
{
    struct Entry
    {
        const TreeNode* node = nullptr;
        const TreeNode* parent = nullptr; ///< null for a root
        bool fresh = false; ///< neither it nor anything below it is shown yet
    };
    const ResourceTree& tree;
    QHash<QString, Entry> entries;

    Wanted(const ResourceTree& wanted, const QHash<QString, Node*>& shown)
        : tree(wanted)
    {
        add(wanted.roots, nullptr, shown);
    }

    /// Returns whether all of them are fresh.
    bool add(const QList<TreeNode>& nodes, const TreeNode* parent, const QHash<QString, Node*>& shown)
    {
        bool fresh = true;
        for (const TreeNode& node : nodes) {
            if (entries.contains(node.id))
                continue;
            entries.insert(node.id, {&node, parent, false});
            const bool below = add(node.children, &node, shown);
            const bool all = below && !shown.contains(node.id);
            entries[node.id].fresh = all;
            fresh = fresh && all;
        }
        return fresh;
    }

    /// The children as they are shown: a repeated id is left out.
    [[nodiscard]] QList<const TreeNode*> childrenOf(const TreeNode* parent) const
    {
        QList<const TreeNode*> list;
        for (const TreeNode& node : parent ? parent->children : tree.roots)
            if (entries.value(node.id).node == &node)
                list.append(&node);
        return list;
    }

    [[nodiscard]] bool belongs(const Node& node, const TreeNode* parent) const
    {
        const Entry entry = entries.value(node.tree.id);
        return entry.node && entry.parent == parent;
    }

    [[nodiscard]] bool holdsSurvivor(const Node& node) const
    {
        return entries.contains(node.tree.id)
            || std::ranges::any_of(node.children, [this](const NodePtr& child) { return holdsSurvivor(*child); });
    }
};

namespace {

TreeNode withoutChildren(const TreeNode& node)
{
    return {node.id, node.ref, node.label, node.kind, node.edge, node.health, node.object, {}};
}

bool looksTheSame(const TreeNode& a, const TreeNode& b)
{
    return a.object == b.object && a.health == b.health && a.label == b.label && a.kind == b.kind && a.edge == b.edge
        && a.ref == b.ref;
}

QDateTime createdOf(const TreeNode& node)
{
    return node.object ? node.object->created() : node.health.since;
}

QString accessibleText(const TreeNode& node)
{
    QStringList words{node.kind, node.label, wordFor(node.health.state).translated()};
    if (!node.health.reason.isEmpty())
        words.append(node.health.reason);
    return words.join(QStringLiteral(", "));
}

/// What may be elided in the cell, and the message below it.
QString toolTip(const TreeNode& node, int column)
{
    QStringList lines{column == ResourceTreeModel::NameColumn ? node.kind + u' ' + node.label : node.health.reason,
        node.health.message.translated()};
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.join(u'\n');
}

} // namespace

ResourceTreeModel::ResourceTreeModel(const Clock& clock, QObject* parent)
    : QAbstractItemModel(parent)
    , m_clock(clock)
    , m_root(std::make_unique<Node>())
{ }

ResourceTreeModel::~ResourceTreeModel() = default;

void ResourceTreeModel::setTree(const ResourceTree& tree)
{
    const Wanted wanted(tree, m_nodes);
    removeGone(*m_root, wanted);
    arrange(*m_root, nullptr, wanted);
    // What was gone but held rows that live on elsewhere is empty now.
    removeGone(*m_root, wanted);
}

void ResourceTreeModel::removeGone(Node& parent, const Wanted& wanted)
{
    for (int last = parent.size() - 1; last >= 0; --last) {
        int first = last + 1;
        while (first > 0 && !wanted.holdsSurvivor(*parent.children[std::size_t(first - 1)]))
            --first;
        if (first <= last) {
            removeRange(parent, first, last);
            last = first;
        } else {
            removeGone(*parent.children[std::size_t(last)], wanted);
        }
    }
}

void ResourceTreeModel::removeRange(Node& parent, int first, int last)
{
    beginRemoveRows(indexOf(&parent), first, last);
    const auto begin = parent.children.begin() + first;
    const auto end = parent.children.begin() + last + 1;
    std::for_each(begin, end, [this](const NodePtr& node) { forget(*node); });
    parent.children.erase(begin, end);
    parent.renumber(first);
    endRemoveRows();
}

void ResourceTreeModel::forget(const Node& node)
{
    m_nodes.remove(node.tree.id);
    for (const NodePtr& child : node.children)
        forget(*child);
}

/// Top down, so that a row never moves below one of its own descendants: the new parent stands where it belongs.
void ResourceTreeModel::arrange(Node& parent, const TreeNode* tree, const Wanted& wanted)
{
    const QList<const TreeNode*> children = wanted.childrenOf(tree);
    int row = 0;
    while (row < children.size()) {
        QList<const TreeNode*> run;
        while (row + run.size() < children.size() && !m_nodes.contains(children.at(row + run.size())->id))
            run.append(children.at(row + run.size()));
        if (run.isEmpty()) {
            moveHere(*m_nodes.value(children.at(row)->id), parent, row, tree, wanted);
            ++row;
        } else {
            insertRun(parent, row, run, wanted);
            row += int(run.size());
        }
    }
    update(parent, children);
    for (int i = 0; i < children.size(); ++i)
        if (!wanted.entries.value(children.at(i)->id).fresh)
            arrange(*parent.children[std::size_t(i)], children.at(i), wanted);
}

void ResourceTreeModel::insertRun(Node& parent, int row, const QList<const TreeNode*>& run, const Wanted& wanted)
{
    beginInsertRows(indexOf(&parent), row, row + int(run.size()) - 1);
    std::vector<NodePtr> nodes;
    nodes.reserve(std::size_t(run.size()));
    for (const TreeNode* tree : run)
        nodes.push_back(make(*tree, parent, row + int(nodes.size()), wanted));
    parent.children.insert(
        parent.children.begin() + row, std::make_move_iterator(nodes.begin()), std::make_move_iterator(nodes.end()));
    parent.renumber(row + int(run.size()));
    endInsertRows();
}

/// With everything below it where all of that is new; else bare, because what is shown elsewhere moves here later.
ResourceTreeModel::NodePtr ResourceTreeModel::make(const TreeNode& tree, Node& parent, int row, const Wanted& wanted)
{
    auto node = std::make_unique<Node>(Node{withoutChildren(tree), &parent, row, {}});
    m_nodes.insert(tree.id, node.get());
    if (wanted.entries.value(tree.id).fresh)
        for (const TreeNode* child : wanted.childrenOf(&tree))
            node->children.push_back(make(*child, *node, node->size(), wanted));
    return node;
}

void ResourceTreeModel::moveHere(Node& node, Node& parent, int row, const TreeNode* tree, const Wanted& wanted)
{
    // Rows that leave this parent give way to the end: moving each of those that stay would cost a signal each.
    while (node.parent == &parent && node.row > row && !wanted.belongs(*parent.children[std::size_t(row)], tree))
        move(*parent.children[std::size_t(row)], parent, parent.size() - 1);
    if (node.parent != &parent || node.row != row)
        move(node, parent, row);
}

/// `row` is where the node stands afterwards.
void ResourceTreeModel::move(Node& node, Node& parent, int row)
{
    Node& from = *node.parent;
    const int oldRow = node.row;
    const bool down = &from == &parent && row > oldRow;
    const bool ok = beginMoveRows(indexOf(&from), oldRow, oldRow, indexOf(&parent), down ? row + 1 : row);
    Q_ASSERT(ok);
    NodePtr moved = std::move(from.children[std::size_t(oldRow)]);
    from.children.erase(from.children.begin() + oldRow);
    parent.children.insert(parent.children.begin() + row, std::move(moved));
    node.parent = &parent;
    from.renumber(&from == &parent ? std::min(oldRow, row) : oldRow);
    if (&from != &parent)
        parent.renumber(row);
    endMoveRows();
}

void ResourceTreeModel::update(Node& parent, const QList<const TreeNode*>& children)
{
    const auto isNews = [&](int row) {
        return !looksTheSame(parent.children[std::size_t(row)]->tree, *children.at(row));
    };
    for (int first = 0; first < children.size(); ++first) {
        int end = first;
        while (end < children.size() && isNews(end)) {
            parent.children[std::size_t(end)]->tree = withoutChildren(*children.at(end));
            ++end;
        }
        if (end > first) {
            const QModelIndex up = indexOf(&parent);
            Q_EMIT dataChanged(index(first, 0, up), index(end - 1, ColumnCount - 1, up));
            first = end;
        }
    }
}

QModelIndex ResourceTreeModel::find(const QString& id) const
{
    const Node* node = m_nodes.value(id);
    return node ? indexOf(node) : QModelIndex();
}

ResourceTreeModel::Node* ResourceTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex ResourceTreeModel::indexOf(const Node* node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

QModelIndex ResourceTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* node = nodeOf(parent);
    if (row < 0 || row >= node->size() || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    return createIndex(row, column, node->children[std::size_t(row)].get());
}

QModelIndex ResourceTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int ResourceTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : nodeOf(parent)->size();
}

int ResourceTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ResourceTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *nodeOf(index);
    const TreeNode& tree = node.tree;
    switch (role) {
    case Qt::DisplayRole: return text(node, index.column());
    case Qt::ToolTipRole: return toolTip(tree, index.column());
    case MessageRole: return tree.health.message.translated();
    case Qt::AccessibleTextRole: return accessibleText(tree);
    case IdRole: return tree.id;
    case KindRole: return tree.kind;
    case GroupKindRole: return QVariant::fromValue(tree.ref.groupKind());
    case StateRole: return int(tree.health.state);
    case ReasonRole: return tree.health.reason;
    case SinceRole: return tree.health.since;
    case CreatedRole: return createdOf(tree);
    case RefRole: return QVariant::fromValue(tree.ref);
    case ObjectRole: return QVariant::fromValue(tree.object);
    case EdgeRole: return int(tree.edge);
    case BadRole: return tree.health.isBad();
    default: return {};
    }
}

QVariant ResourceTreeModel::text(const Node& node, int column) const
{
    switch (column) {
    case NameColumn: return node.tree.label;
    case KindColumn: return node.tree.kind;
    case StateColumn: return wordFor(node.tree.health.state).translated();
    case ReasonColumn: return node.tree.health.reason;
    case AgeColumn: return ageText(createdOf(node.tree), m_clock.now()).translated();
    default: return {};
    }
}

QVariant ResourceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return message("models", "Name").translated();
    case KindColumn: return message("models", "Kind").translated();
    case StateColumn: return message("models", "State").translated();
    case ReasonColumn: return message("models", "Reason").translated();
    case AgeColumn: return message("models", "Age").translated();
    default: return {};
    }
}

} // namespace argosy
