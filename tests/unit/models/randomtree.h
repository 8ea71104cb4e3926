// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/tree.h>

#include <QAbstractItemModel>
#include <QRandomGenerator>

namespace argosy {

/// A node of a made-up tree.
[[nodiscard]] TreeNode treeNode(
    const QString& id, const QList<TreeNode>& children = {}, Health::State state = Health::State::Healthy);

/// A tree that changes by chance: rows come, go, move to other parents, change places and states. Ids stay unique.
class RandomTree
{
public:
    explicit RandomTree(quint32 seed)
        : m_random(seed)
    { }
    void mutate();
    [[nodiscard]] const ResourceTree& tree() const { return m_tree; }

private:
    [[nodiscard]] QList<TreeNode>& anyList();
    void insert();
    void remove();
    void dissolve();
    void move();
    void shuffle();
    void change();

    QRandomGenerator m_random;
    ResourceTree m_tree;
    int m_next = 0;
};

/// One line per row, indented by depth: "id State". Of the tree, and of a model that shows one.
[[nodiscard]] QString printTree(const ResourceTree& tree);
[[nodiscard]] QString printTree(const QAbstractItemModel& model, int idRole, int stateRole);

} // namespace argosy
