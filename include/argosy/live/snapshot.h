// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>

#include <QHash>
#include <QList>
#include <QSet>

#include <memory>

namespace argosy {

/// All objects of one cluster that are watched, at one moment. Immutable, shared between threads.
class Snapshot final
{
public:
    [[nodiscard]] const ClusterId& cluster() const { return m_cluster; }
    [[nodiscard]] ObjectPtr find(const ObjectRef& ref) const { return m_byRef.value(ref); }
    [[nodiscard]] ObjectPtr findUid(const QString& uid) const { return m_byUid.value(uid); }
    [[nodiscard]] QList<ObjectPtr> ofKind(const GroupKind& kind) const; ///< sorted by namespace and name
    [[nodiscard]] QList<ObjectPtr> all() const { return m_byRef.values(); }
    [[nodiscard]] qsizetype size() const { return m_byRef.size(); }
    /// A kind is complete once its first list has arrived: an object that is not here does not exist.
    [[nodiscard]] bool isComplete(const GroupKind& kind) const { return m_complete.contains(kind); }

    explicit Snapshot(ClusterId cluster = {})
        : m_cluster(std::move(cluster))
    { }
    // Writing: only before a snapshot is shared.
    void put(const ObjectPtr& object);
    void take(const ObjectRef& ref);
    void setComplete(const GroupKind& kind, bool complete);

private:
    ClusterId m_cluster;
    QHash<ObjectRef, ObjectPtr> m_byRef;
    QHash<QString, ObjectPtr> m_byUid;
    QHash<GroupKind, QSet<ObjectRef>> m_byKind;
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
