// SPDX-License-Identifier: GPL-3.0-or-later
#include "changeset.h"

namespace argosy {

namespace {

bool isSame(const Object& a, const Object& b)
{
    return a.uid() == b.uid() && a.resourceVersion() == b.resourceVersion();
}

void sortByRef(QList<ObjectPtr>& objects)
{
    std::ranges::sort(objects, [](const ObjectPtr& a, const ObjectPtr& b) { return a->ref() < b->ref(); });
}

} // namespace

void ChangeSet::add(const ObjectChange& change)
{
    m_last.insert(change.object->ref(), change.removed ? ObjectPtr() : change.object);
}

void ChangeSet::replaceKind(const GroupKind& kind, const QList<ObjectPtr>& objects, const Snapshot& current)
{
    for (auto change = m_last.begin(); change != m_last.end(); ++change) {
        if (change.key().groupKind() == kind)
            change.value().reset();
    }
    for (const ObjectPtr& object : current.ofKind(kind))
        m_last.insert(object->ref(), {});
    for (const ObjectPtr& object : objects)
        m_last.insert(object->ref(), object);
}

Delta ChangeSet::applyTo(Snapshot& snapshot) const
{
    Delta delta;
    for (auto change = m_last.cbegin(); change != m_last.cend(); ++change) {
        const ObjectPtr before = snapshot.find(change.key());
        const ObjectPtr& after = change.value();
        if (before && after && isSame(*before, *after))
            continue;
        const bool isUpdate = before && after && before->uid() == after->uid();
        if (isUpdate)
            delta.updated.append(after);
        else if (after)
            delta.added.append(after);
        if (before && !isUpdate)
            delta.removed.append(before);
        if (after)
            snapshot.put(after);
        else
            snapshot.take(change.key());
    }
    sortByRef(delta.added);
    sortByRef(delta.updated);
    sortByRef(delta.removed);
    return delta;
}

} // namespace argosy
