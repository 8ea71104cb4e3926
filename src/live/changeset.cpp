// SPDX-License-Identifier: GPL-3.0-or-later
#include "changeset.h"

namespace argosy {

namespace {

using LastWords = QHash<ObjectRef, ObjectPtr>; // null is removed

bool isSame(const Object& a, const Object& b)
{
    return a.uid() == b.uid() && a.resourceVersion() == b.resourceVersion() && a.json().isEmpty() == b.json().isEmpty();
}

void sortByRef(QList<ObjectPtr>& objects)
{
    const auto isBefore = [](const ObjectPtr& a, const ObjectPtr& b) { return a->ref() < b->ref(); };
    if (!std::ranges::is_sorted(objects, isBefore)) // a list is
        std::ranges::sort(objects, isBefore);
}

LastWords difference(const KindObjects& before, const KindObjects& after)
{
    LastWords words;
    before.forEach([&](const ObjectPtr& object) {
        if (!after.find(object->ref().nameSpace, object->ref().name))
            words.insert(object->ref(), {});
    });
    after.forEach([&](const ObjectPtr& object) {
        const ObjectPtr known = before.find(object->ref().nameSpace, object->ref().name);
        if (!known || !isSame(*known, *object))
            words.insert(object->ref(), object);
    });
    return words;
}

void say(const ObjectRef& ref, const ObjectPtr& word, Snapshot& snapshot, Delta& delta)
{
    const ObjectPtr before = snapshot.find(ref);
    if (before && word && isSame(*before, *word))
        return;
    const bool isUpdate = before && word && before->uid() == word->uid();
    if (isUpdate)
        delta.updated.append(word);
    else if (word)
        delta.added.append(word);
    if (before && !isUpdate)
        delta.removed.append(before);
    if (word)
        snapshot.put(word);
    else
        snapshot.take(ref);
}

void swapIn(const GroupKind& kind, const KindObjects& list, Snapshot& snapshot, Delta& delta)
{
    const KindObjects before = snapshot.kind(kind);
    if (before.isEmpty()) {
        delta.added.append(list.all());
        snapshot.replaceKind(kind, list);
    } else {
        const LastWords words = difference(before, list);
        for (auto word = words.cbegin(); word != words.cend(); ++word)
            say(word.key(), word.value(), snapshot, delta);
    }
}

} // namespace

void ChangeSet::add(const ObjectChange& change)
{
    m_last.insert(change.object->ref(), change.removed ? ObjectPtr() : change.object);
}

void ChangeSet::replaceKind(const GroupKind& kind, const KindObjects& objects)
{
    m_last.removeIf([&](const auto& word) { return word.key().groupKind() == kind; });
    m_lists.insert(kind, objects);
}

Delta ChangeSet::applyTo(Snapshot& snapshot) const
{
    Delta delta;
    QHash<GroupKind, KindObjects> lists = m_lists;
    for (auto word = m_last.cbegin(); word != m_last.cend(); ++word) {
        const auto list = lists.find(word.key().groupKind());
        if (list == lists.end())
            say(word.key(), word.value(), snapshot, delta);
        else if (word.value())
            list->put(word.value());
        else
            list->take(word.key().nameSpace, word.key().name);
    }
    for (auto list = lists.cbegin(); list != lists.cend(); ++list)
        swapIn(list.key(), *list, snapshot, delta);
    sortByRef(delta.added);
    sortByRef(delta.updated);
    sortByRef(delta.removed);
    return delta;
}

} // namespace argosy
