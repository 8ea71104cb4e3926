// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/kindobjects.h>

namespace argosy {

namespace {

bool isBefore(const ObjectPtr& a, const ObjectPtr& b)
{
    const int order = a->ref().nameSpace.compare(b->ref().nameSpace);
    return order < 0 || (order == 0 && a->ref().name < b->ref().name);
}

template <class Key> QList<ObjectPtr> sorted(const SharedHash<Key, ObjectPtr>& objects)
{
    QList<ObjectPtr> list;
    list.reserve(objects.size());
    objects.forEach([&](const Key&, const ObjectPtr& object) { list.append(object); });
    std::ranges::sort(list, isBefore);
    return list;
}

template <class Index> QList<ObjectPtr> sortedAt(const Index& index, const QString& key)
{
    const auto* objects = index.find(key);
    return objects ? sorted(*objects) : QList<ObjectPtr>();
}

template <class Index> void forget(Index& index, const QString& key, const Object& object)
{
    if (!index.find(key))
        return;
    auto& objects = index[key];
    objects.remove(&object);
    if (objects.isEmpty())
        index.remove(key);
}

QString labelKey(const QString& key, const QString& value)
{
    return key + u'=' + value;
}

} // namespace

ObjectPtr KindObjects::find(const QString& nameSpace, const QString& name) const
{
    const auto objects = m_byName.constFind(nameSpace);
    return objects == m_byName.cend() ? ObjectPtr() : objects->value(name);
}

QList<ObjectPtr> KindObjects::all() const
{
    QList<ObjectPtr> objects;
    objects.reserve(size());
    for (const ByName& inOneNamespace : m_byName)
        objects.append(sorted(inOneNamespace));
    return objects;
}

QList<ObjectPtr> KindObjects::inNamespace(const QString& nameSpace) const
{
    return sorted(m_byName.value(nameSpace));
}

QList<ObjectPtr> KindObjects::ownedBy(const QString& uid) const
{
    return sortedAt(m_byOwner, uid);
}

QList<ObjectPtr> KindObjects::withLabel(const QString& key, const QString& value) const
{
    return sortedAt(m_byLabel, labelKey(key, value));
}

qsizetype KindObjects::size() const
{
    qsizetype count = 0;
    for (const ByName& inOneNamespace : m_byName)
        count += inOneNamespace.size();
    return count;
}

void KindObjects::index(const ObjectPtr& object)
{
    if (!object->uid().isEmpty())
        m_byUid[object->uid()] = object;
    for (const OwnerReference& owner : object->owners())
        m_byOwner[owner.uid][object.get()] = object;
    for (const auto& [key, value] : object->labels())
        m_byLabel[labelKey(key, value)][object.get()] = object;
}

void KindObjects::unindex(const Object& object)
{
    m_byUid.remove(object.uid());
    for (const OwnerReference& owner : object.owners())
        forget(m_byOwner, owner.uid, object);
    for (const auto& [key, value] : object.labels())
        forget(m_byLabel, labelKey(key, value), object);
}

void KindObjects::put(const ObjectPtr& object)
{
    ObjectPtr& place = m_byName[object->ref().nameSpace][object->ref().name];
    if (const ObjectPtr before = std::exchange(place, object))
        unindex(*before);
    index(object);
}

void KindObjects::take(const QString& nameSpace, const QString& name)
{
    const ObjectPtr gone = find(nameSpace, name);
    if (!gone)
        return;
    unindex(*gone);
    ByName& objects = m_byName[nameSpace];
    objects.remove(name);
    if (objects.isEmpty())
        m_byName.remove(nameSpace);
}

} // namespace argosy
