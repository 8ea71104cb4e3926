// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/live/sharedhash.h>

#include <QHash>
#include <QList>
#include <QMap>
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
    [[nodiscard]] ObjectPtr findUid(const QString& uid) const { return m_byUid.value(uid); }
    [[nodiscard]] QList<ObjectPtr> ofKind(const GroupKind& kind) const; ///< sorted by namespace and name
    [[nodiscard]] QList<ObjectPtr> inNamespace(const GroupKind& kind, const QString& nameSpace) const; ///< by name
    /// Whose ownerReferences name this uid; sorted by reference, as the following.
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
    void put(const ObjectPtr& object);
    void take(const ObjectRef& ref);
    void setComplete(const GroupKind& kind, bool complete);

private:
    using ByName = SharedHash<QString, ObjectPtr>;
    using ByRef = SharedHash<ObjectRef, ObjectPtr>;

    void index(const ObjectPtr& object);
    void unindex(const Object& object);

    ClusterId m_cluster;
    QHash<GroupKind, QMap<QString, ByName>> m_kinds; ///< by kind and namespace
    SharedHash<QString, ObjectPtr> m_byUid;
    SharedHash<QString, ByRef> m_byOwner; ///< by the owner's uid
    SharedHash<QString, ByRef> m_byLabel; ///< by "key=value"
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
