// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/live/sharedhash.h>

#include <QMap>

namespace argosy {

/// The objects of one kind in one cluster, indexed. A copy costs nothing, and a change to it what changes.
class KindObjects final
{
public:
    [[nodiscard]] ObjectPtr find(const QString& nameSpace, const QString& name) const;
    [[nodiscard]] ObjectPtr findUid(const QString& uid) const { return m_byUid.value(uid); }
    [[nodiscard]] QList<ObjectPtr> all() const; ///< sorted by namespace and name, as the following
    [[nodiscard]] QList<ObjectPtr> inNamespace(const QString& nameSpace) const;
    /// Whose ownerReferences name this uid.
    [[nodiscard]] QList<ObjectPtr> ownedBy(const QString& uid) const;
    [[nodiscard]] QList<ObjectPtr> withLabel(const QString& key, const QString& value) const;
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] bool isEmpty() const { return m_byName.isEmpty(); }
    /// Calls `use(object)` for each, in no order.
    template <class Use> void forEach(const Use& use) const
    {
        for (const ByName& inOneNamespace : m_byName)
            inOneNamespace.forEach([&](const QString&, const ObjectPtr& object) { use(object); });
    }

    void put(const ObjectPtr& object);
    void take(const QString& nameSpace, const QString& name);

private:
    using ByName = SharedHash<QString, ObjectPtr>;
    using Few = SharedHash<const Object*, ObjectPtr>;

    void index(const ObjectPtr& object);
    void unindex(const Object& object);

    QMap<QString, ByName> m_byName; ///< by namespace; none is empty
    SharedHash<QString, ObjectPtr> m_byUid;
    SharedHash<QString, Few> m_byOwner; ///< by the owner's uid
    SharedHash<QString, Few> m_byLabel; ///< by "key=value"
};

} // namespace argosy
