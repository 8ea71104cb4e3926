// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/snapshot.h>

namespace argosy {

namespace {

template <class Key> QList<ObjectPtr> sortedByRef(const SharedHash<Key, ObjectPtr>& objects)
{
    QList<ObjectPtr> sorted;
    sorted.reserve(objects.size());
    objects.forEach([&](const Key&, const ObjectPtr& object) { sorted.append(object); });
    std::ranges::sort(sorted, [](const ObjectPtr& a, const ObjectPtr& b) { return a->ref() < b->ref(); });
    return sorted;
}

template <class Key, class Outer> QList<ObjectPtr> sortedAt(const Outer& index, const Key& key)
{
    const auto* objects = index.find(key);
    return objects ? sortedByRef(*objects) : QList<ObjectPtr>();
}

template <class Index> void forget(Index& index, const QString& key, const ObjectRef& ref)
{
    if (!index.find(key))
        return;
    auto& objects = index[key];
    objects.remove(ref);
    if (objects.isEmpty())
        index.remove(key);
}

QString labelKey(const QString& key, const QString& value)
{
    return key + u'=' + value;
}

} // namespace

ObjectPtr Snapshot::find(const ObjectRef& ref) const
{
    const auto kind = m_kinds.constFind(ref.groupKind());
    if (kind == m_kinds.cend())
        return {};
    const auto objects = kind->constFind(ref.nameSpace);
    const ObjectPtr found = objects == kind->cend() ? ObjectPtr() : objects->value(ref.name);
    return found && found->ref().cluster == ref.cluster ? found : ObjectPtr();
}

QList<ObjectPtr> Snapshot::ofKind(const GroupKind& kind) const
{
    QList<ObjectPtr> objects;
    for (const ByName& inOneNamespace : m_kinds.value(kind)) // a map: in the order of namespaces
        objects.append(sortedByRef(inOneNamespace));
    return objects;
}

QList<ObjectPtr> Snapshot::inNamespace(const GroupKind& kind, const QString& nameSpace) const
{
    return sortedByRef(m_kinds.value(kind).value(nameSpace));
}

QList<ObjectPtr> Snapshot::ownedBy(const QString& uid) const
{
    return sortedAt(m_byOwner, uid);
}

QList<ObjectPtr> Snapshot::withLabel(const QString& key, const QString& value) const
{
    return sortedAt(m_byLabel, labelKey(key, value));
}

QList<ObjectPtr> Snapshot::all() const
{
    QList<ObjectPtr> objects;
    objects.reserve(size());
    for (const auto& kind : m_kinds) {
        for (const ByName& inOneNamespace : kind)
            inOneNamespace.forEach([&](const QString&, const ObjectPtr& object) { objects.append(object); });
    }
    return objects;
}

qsizetype Snapshot::size() const
{
    qsizetype count = 0;
    for (const auto& kind : m_kinds) {
        for (const ByName& inOneNamespace : kind)
            count += inOneNamespace.size();
    }
    return count;
}

void Snapshot::index(const ObjectPtr& object)
{
    if (!object->uid().isEmpty())
        m_byUid[object->uid()] = object;
    for (const OwnerReference& owner : object->owners())
        m_byOwner[owner.uid][object->ref()] = object;
    for (const auto& [key, value] : object->labels())
        m_byLabel[labelKey(key, value)][object->ref()] = object;
}

void Snapshot::unindex(const Object& object)
{
    m_byUid.remove(object.uid());
    for (const OwnerReference& owner : object.owners())
        forget(m_byOwner, owner.uid, object.ref());
    for (const auto& [key, value] : object.labels())
        forget(m_byLabel, labelKey(key, value), object.ref());
}

void Snapshot::put(const ObjectPtr& object)
{
    const ObjectRef& ref = object->ref();
    ObjectPtr& place = m_kinds[ref.groupKind()][ref.nameSpace][ref.name];
    if (const ObjectPtr before = std::exchange(place, object))
        unindex(*before);
    index(object);
}

void Snapshot::take(const ObjectRef& ref)
{
    const ObjectPtr gone = find(ref);
    if (!gone)
        return;
    unindex(*gone);
    auto& kind = m_kinds[ref.groupKind()];
    ByName& objects = kind[ref.nameSpace];
    objects.remove(ref.name);
    if (objects.isEmpty())
        kind.remove(ref.nameSpace);
}

void Snapshot::setComplete(const GroupKind& kind, bool complete)
{
    if (complete)
        m_complete.insert(kind);
    else
        m_complete.remove(kind);
}

} // namespace argosy
