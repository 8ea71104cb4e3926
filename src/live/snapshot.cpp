// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/snapshot.h>

namespace argosy {

namespace {

QList<ObjectPtr> sortedByRef(QList<ObjectPtr> objects)
{
    std::ranges::sort(objects, [](const ObjectPtr& a, const ObjectPtr& b) { return a->ref() < b->ref(); });
    return objects;
}

} // namespace

ObjectPtr Snapshot::find(const ObjectRef& ref) const
{
    const auto kind = m_kinds.constFind(ref.groupKind());
    if (kind == m_kinds.cend())
        return {};
    const ObjectPtr found = kind->find(ref.nameSpace, ref.name);
    return found && found->ref().cluster == ref.cluster ? found : ObjectPtr();
}

ObjectPtr Snapshot::findUid(const QString& uid) const
{
    for (const KindObjects& kind : m_kinds) {
        if (const ObjectPtr found = kind.findUid(uid))
            return found;
    }
    return {};
}

QList<ObjectPtr> Snapshot::ownedBy(const QString& uid) const
{
    QList<ObjectPtr> owned;
    for (const KindObjects& kind : m_kinds)
        owned.append(kind.ownedBy(uid));
    return sortedByRef(owned);
}

QList<ObjectPtr> Snapshot::withLabel(const QString& key, const QString& value) const
{
    QList<ObjectPtr> labelled;
    for (const KindObjects& kind : m_kinds)
        labelled.append(kind.withLabel(key, value));
    return sortedByRef(labelled);
}

QList<ObjectPtr> Snapshot::all() const
{
    QList<ObjectPtr> objects;
    objects.reserve(size());
    for (const KindObjects& kind : m_kinds)
        kind.forEach([&](const ObjectPtr& object) { objects.append(object); });
    return objects;
}

qsizetype Snapshot::size() const
{
    qsizetype count = 0;
    for (const KindObjects& kind : m_kinds)
        count += kind.size();
    return count;
}

void Snapshot::take(const ObjectRef& ref)
{
    if (find(ref))
        m_kinds[ref.groupKind()].take(ref.nameSpace, ref.name);
}

void Snapshot::setComplete(const GroupKind& kind, bool complete)
{
    if (complete)
        m_complete.insert(kind);
    else
        m_complete.remove(kind);
}

} // namespace argosy
