// SPDX-License-Identifier: GPL-3.0-or-later
#include "changeset.h"

namespace argosy {

namespace {

bool isSame(const Object& a, const Object& b)
{
    return a.uid() == b.uid() && a.resourceVersion() == b.resourceVersion() && a.json().isEmpty() == b.json().isEmpty();
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

void ChangeSet::replaceKind(const GroupKind& kind, QList<ObjectPtr> objects)
{
    m_last.removeIf([&](const auto& word) { return word.key().groupKind() == kind; });
    m_lists.insert(kind, std::move(objects));
}

/// What later words do not overrule.
void ChangeSet::addLists(LastWords& words, const Snapshot& current) const
{
    LastWords listed;
    for (auto list = m_lists.cbegin(); list != m_lists.cend(); ++list) {
        for (const ObjectPtr& object : current.ofKind(list.key()))
            listed.insert(object->ref(), {});
        for (const ObjectPtr& object : *list)
            listed.insert(object->ref(), object);
    }
    listed.insert(words);
    words = std::move(listed);
}

Delta ChangeSet::applyTo(Snapshot& snapshot) const
{
    LastWords words = m_last;
    if (!m_lists.isEmpty())
        addLists(words, snapshot);
    Delta delta;
    for (auto change = words.cbegin(); change != words.cend(); ++change) {
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
