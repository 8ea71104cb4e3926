// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/health.h>
#include <argosy/live/snapshot.h>

#include <QList>
#include <QSet>

#include <optional>

namespace argosy {

/// One row of the resource tree.
struct TreeNode
{
    /// Why it hangs where it hangs.
    enum class Edge
    {
        Root,
        Owner, ///< an ownerReference, by uid
        Spec, ///< a field names the parent, or the parent's field names this
        Label,
        Virtual, ///< no object of its own: an agent pool, a workflow's node, an object that is only named
    };

    QString id; ///< stable: ObjectRef::id(), and for virtual nodes the parent's id with "#…" appended
    ObjectRef ref; ///< of a virtual node: what it stands for
    QString label; ///< "heron", or a workflow node's display name
    QString kind; ///< "ManagedCluster", "Agent pool", "Workflow node"
    Edge edge = Edge::Root;
    Health health;
    ObjectPtr object; ///< null for a virtual node
    QList<TreeNode> children;
};

/// "root", "owner", "spec", "label", "virtual": for JSON.
[[nodiscard]] QString toWord(TreeNode::Edge edge);

struct TreeOptions
{
    std::optional<ObjectRef> root = {}; ///< only this object and what hangs below it
    QString nameSpace; ///< only roots of this namespace and cluster-scoped ones
    QSet<GroupKind> kinds; ///< kinds that are shown even where they have no edge and are not among the known ones
    bool workflowNodes = true;
};

struct ResourceTree
{
    QList<TreeNode> roots;
    [[nodiscard]] const TreeNode* find(const QString& id) const;
};

/**
 * Everything that the snapshots hold as one tree: who owns whom by uid, else by spec, else by label (domain facts;
 * across clusters for what a ManagedCluster leads to). Every object is shown once, under its strongest parent; a cycle
 * is cut at its first object; roots and children are sorted by apply wave, kind and name. Events, leases and the like
 * are left out. An object that a spec names and a complete snapshot lacks is shown as Missing. Pure; thread-safe.
 */
[[nodiscard]] ResourceTree buildTree(
    const QList<SnapshotPtr>& snapshots, const QDateTime& now, const TreeOptions& options = {});

} // namespace argosy
