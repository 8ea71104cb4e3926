// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomtree.h"

namespace argosy {

namespace {

void collect(QList<TreeNode>& nodes, QList<QList<TreeNode>*>& lists)
{
    lists.append(&nodes);
    for (TreeNode& node : nodes)
        collect(node.children, lists);
}

QString line(int depth, const QString& id, int state)
{
    return QString(qsizetype{depth} * 2, QLatin1Char(' ')) + id + QLatin1Char(' ') + QString::number(state)
        + QLatin1Char('\n');
}

QString printNodes(const QList<TreeNode>& nodes, int depth)
{
    QString text;
    for (const TreeNode& node : nodes)
        text += line(depth, node.id, int(node.health.state)) + printNodes(node.children, depth + 1);
    return text;
}

QString printRows(const QAbstractItemModel& model, const QModelIndex& parent, int depth, int idRole, int stateRole)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += line(depth, index.data(idRole).toString(), index.data(stateRole).toInt())
            + printRows(model, index, depth + 1, idRole, stateRole);
    }
    return text;
}

} // namespace

TreeNode treeNode(const QString& id, const QList<TreeNode>& children, Health::State state)
{
    TreeNode node;
    node.id = id;
    node.label = id;
    node.kind = QStringLiteral("NodePool");
    node.ref = {{}, QStringLiteral("karpenter.sh"), QStringLiteral("NodePool"), {}, id};
    node.health.state = state;
    node.children = children;
    return node;
}

QList<TreeNode>& RandomTree::anyList()
{
    QList<QList<TreeNode>*> lists;
    collect(m_tree.roots, lists);
    return *lists.at(m_random.bounded(int(lists.size())));
}

void RandomTree::mutate()
{
    const int changes = 1 + m_random.bounded(6);
    for (int i = 0; i < changes; ++i)
        switch (m_random.bounded(8)) {
        case 0:
        case 1:
        case 2: insert(); break;
        case 3: remove(); break;
        case 4: dissolve(); break;
        case 5: move(); break;
        case 6: shuffle(); break;
        default: change(); break;
        }
}

void RandomTree::insert()
{
    QList<TreeNode>& list = anyList();
    TreeNode node = treeNode(QStringLiteral("n%1").arg(m_next++));
    if (m_random.bounded(2) == 0)
        node.children.append(treeNode(QStringLiteral("n%1").arg(m_next++)));
    list.insert(m_random.bounded(int(list.size()) + 1), node);
}

void RandomTree::remove()
{
    QList<TreeNode>& list = anyList();
    if (!list.isEmpty())
        list.removeAt(m_random.bounded(int(list.size())));
}

/// A node goes, and what hung below it takes its place.
void RandomTree::dissolve()
{
    QList<TreeNode>& list = anyList();
    if (list.isEmpty())
        return;
    const int row = m_random.bounded(int(list.size()));
    const QList<TreeNode> children = list.takeAt(row).children;
    for (qsizetype i = 0; i < children.size(); ++i)
        list.insert(row + i, children.at(i));
}

void RandomTree::move()
{
    QList<TreeNode>& from = anyList();
    if (from.isEmpty())
        return;
    const TreeNode node = from.takeAt(m_random.bounded(int(from.size())));
    QList<TreeNode>& to = anyList();
    to.insert(m_random.bounded(int(to.size()) + 1), node);
}

void RandomTree::shuffle()
{
    QList<TreeNode>& list = anyList();
    std::shuffle(list.begin(), list.end(), m_random);
}

void RandomTree::change()
{
    QList<TreeNode>& list = anyList();
    if (!list.isEmpty())
        list[m_random.bounded(int(list.size()))].health.state = Health::State(m_random.bounded(8));
}

QString printTree(const ResourceTree& tree)
{
    return printNodes(tree.roots, 0);
}

QString printTree(const QAbstractItemModel& model, int idRole, int stateRole)
{
    return printRows(model, {}, 0, idRole, stateRole);
}

} // namespace argosy
