// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/tree.h>

namespace argosy {

/// A row of the tree before it is hung up.
struct TreeRecord
{
    TreeNode node; ///< without children
    QString parent; ///< id; empty for none
    int wave = 0;
    int order = 0; ///< among virtual nodes of one parent, whose order is given
    bool standsAlone = false; ///< shown as a root although nothing hangs on it
};

/// The rows, found by id, and what they are made from.
class TreeTable final
{
public:
    TreeTable(const QList<SnapshotPtr>& snapshots, const QDateTime& now, const TreeOptions& options);

    [[nodiscard]] QHash<QString, TreeRecord>& records() { return m_records; }
    [[nodiscard]] const QList<SnapshotPtr>& snapshots() const { return m_snapshots; }
    [[nodiscard]] TreeRecord* find(const QString& id);
    [[nodiscard]] const Snapshot* snapshotOf(const ClusterId& cluster) const;

    /// Hangs a row below another one, unless it hangs already or one of them is not there.
    void hang(const QString& id, const QString& parent, TreeNode::Edge edge);
    /// The id of that object's row. Where the object does not exist for sure, a row that says so is made; empty where
    /// nobody knows.
    [[nodiscard]] QString rowOf(const ObjectRef& ref);
    void add(const TreeRecord& record);

private:
    void addObjects(const Snapshot& snapshot, const QDateTime& now, const TreeOptions& options);

    const QList<SnapshotPtr>& m_snapshots;
    QHash<QString, TreeRecord> m_records;
};

/// Rows for the agent pools of every ManagedCluster, below it.
void addAgentPools(TreeTable& table);
/// Rows for the nodes of every Workflow, below it.
void addWorkflowNodes(TreeTable& table);

/// The ids of virtual rows.
[[nodiscard]] QString agentPoolId(const QString& clusterRow, const QString& pool);
[[nodiscard]] QString workflowNodeId(const QString& workflowRow, const QString& node);

} // namespace argosy
