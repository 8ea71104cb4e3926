// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/insight/tree.h>

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace argosy {

/**
 * The resource tree as rows. A new tree is turned into the row changes that lead there, so that selection, expansion
 * and scroll position of a view survive; rows are the same where their ids are. Never resets.
 */
class ResourceTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        KindColumn,
        StateColumn,
        ReasonColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: stable, for object names and selection
        KindRole, ///< QString as the tree names it
        GroupKindRole, ///< GroupKind of what the row stands for
        StateRole, ///< int of Health::State
        ReasonRole, ///< QString
        MessageRole, ///< QString, translated
        SinceRole, ///< QDateTime, UTC
        CreatedRole, ///< QDateTime, UTC
        RefRole, ///< ObjectRef
        ObjectRole, ///< ObjectPtr; null for a virtual row
        EdgeRole, ///< int of TreeNode::Edge
        BadRole, ///< bool: somebody should look at it
    };

    /// The clock tells ages; it must outlive the model.
    explicit ResourceTreeModel(const Clock& clock, QObject* parent = nullptr);
    ~ResourceTreeModel() override;

    /// Of nodes with the same id only the first is shown.
    void setTree(const ResourceTree& tree);
    /// The first column's index of a node; invalid where there is none.
    [[nodiscard]] QModelIndex find(const QString& id) const;
    [[nodiscard]] qsizetype nodeCount() const { return qsizetype(m_nodes.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    struct Wanted;
    using NodePtr = std::unique_ptr<Node>;

    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node, int column = 0) const;
    [[nodiscard]] QVariant text(const Node& node, int column) const;
    void removeGone(Node& parent, const Wanted& wanted);
    void removeRange(Node& parent, int first, int last);
    void arrange(Node& parent, const TreeNode* tree, const Wanted& wanted);
    void insertRun(Node& parent, int row, const QList<const TreeNode*>& run, const Wanted& wanted);
    void moveHere(Node& node, Node& parent, int row, const TreeNode* tree, const Wanted& wanted);
    void move(Node& node, Node& parent, int row);
    void update(Node& parent, const QList<const TreeNode*>& children);
    [[nodiscard]] NodePtr make(const TreeNode& tree, Node& parent, int row, const Wanted& wanted);
    void forget(const Node& node);

    const Clock& m_clock;
    NodePtr m_root;
    QHash<QString, Node*> m_nodes;
};

} // namespace argosy
