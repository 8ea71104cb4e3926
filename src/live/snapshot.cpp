// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/snapshot.h>

namespace argosy {

QList<ObjectPtr> Snapshot::ofKind(const GroupKind& kind) const
{
    const auto refs = m_byKind.constFind(kind);
    if (refs == m_byKind.cend())
        return {};
    QList<ObjectPtr> objects;
    objects.reserve(refs->size());
    for (const ObjectRef& ref : *refs)
        objects.append(m_byRef.value(ref));
    std::ranges::sort(
        objects, {}, [](const ObjectPtr& object) { return std::tie(object->ref().nameSpace, object->ref().name); });
    return objects;
}

void Snapshot::put(const ObjectPtr& object)
{
    ObjectPtr& place = m_byRef[object->ref()];
    if (place && place->uid() != object->uid())
        m_byUid.remove(place->uid());
    place = object;
    if (!object->uid().isEmpty())
        m_byUid.insert(object->uid(), object);
    m_byKind[object->ref().groupKind()].insert(object->ref());
}

void Snapshot::take(const ObjectRef& ref)
{
    const ObjectPtr gone = m_byRef.take(ref);
    if (!gone)
        return;
    m_byUid.remove(gone->uid());
    m_byKind[ref.groupKind()].remove(ref);
}

void Snapshot::setComplete(const GroupKind& kind, bool complete)
{
    if (complete)
        m_complete.insert(kind);
    else
        m_complete.remove(kind);
}

} // namespace argosy
