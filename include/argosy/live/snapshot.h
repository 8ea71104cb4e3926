// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/live/kindobjects.h>

#include <QHash>
#include <QSet>

#include <memory>

namespace argosy {

/// All objects of one cluster that are watched, at one moment. Immutable, shared between threads. A copy costs nothing,
/// and a change to it what changes.
class Snapshot final
{
public:
    [[nodiscard]] const ClusterId& cluster() const { return m_cluster; }
    [[nodiscard]] ObjectPtr find(const ObjectRef& ref) const;
    [[nodiscard]] ObjectPtr findUid(const QString& uid) const;
    /// All of one kind; empty where nobody follows it.
    [[nodiscard]] KindObjects kind(const GroupKind& kind) const { return m_kinds.value(kind); }
    [[nodiscard]] QList<ObjectPtr> ofKind(const GroupKind& kind) const { return m_kinds.value(kind).all(); }
    /// Whose ownerReferences name this uid, of all kinds; sorted by reference, as the following.
    [[nodiscard]] QList<ObjectPtr> ownedBy(const QString& uid) const;
    [[nodiscard]] QList<ObjectPtr> withLabel(const QString& key, const QString& value) const;
    [[nodiscard]] QList<ObjectPtr> all() const; ///< in no order
    [[nodiscard]] qsizetype size() const;
    /// A kind is complete once its first list has arrived: an object that is not here does not exist.
    [[nodiscard]] bool isComplete(const GroupKind& kind) const { return m_complete.contains(kind); }

    explicit Snapshot(ClusterId cluster = {})
        : m_cluster(std::move(cluster))
    { }
    // Writing: only before a snapshot is shared.
    void put(const ObjectPtr& object) { m_kinds[object->ref().groupKind()].put(object); }
    void take(const ObjectRef& ref);
    void replaceKind(const GroupKind& kind, KindObjects objects) { m_kinds[kind] = std::move(objects); }
    void setComplete(const GroupKind& kind, bool complete);

private:
    ClusterId m_cluster;
    QHash<GroupKind, KindObjects> m_kinds;
    QSet<GroupKind> m_complete;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// What changed between two snapshots. Removal is to be applied before insertion.
struct Delta
{
    QList<ObjectPtr> added;
    QList<ObjectPtr> updated;
    QList<ObjectPtr> removed; ///< as they were last seen
    [[nodiscard]] bool isEmpty() const { return added.isEmpty() && updated.isEmpty() && removed.isEmpty(); }
};

} // namespace argosy
