// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/live/snapshot.h>

namespace argosy {

/// What a watch said about one object: its new state, or that it is gone.
struct ObjectChange
{
    ObjectPtr object;
    bool removed = false;
};

/**
 * What has happened since the last tick, as each object's last word: a hundred changes of one object are one.
 *
 * A relist is a change set too. What it lists is put; what the kind had and the list has not is removed; what is as it
 * was (same uid, resourceVersion and detail) drops out when the set is applied, and stays the object that it was.
 */
class ChangeSet final
{
public:
    void add(const ObjectChange& change);
    /// Exactly these objects of the kind exist. Costs nothing but what was added of the kind before.
    void replaceKind(const GroupKind& kind, const KindObjects& objects);

    [[nodiscard]] bool isEmpty() const { return m_lists.isEmpty() && m_last.isEmpty(); }
    /// Changes the snapshot and says how, sorted by reference. An object that was deleted and made again is in both
    /// lists.
    [[nodiscard]] Delta applyTo(Snapshot& snapshot) const;

private:
    QHash<GroupKind, KindObjects> m_lists;
    QHash<ObjectRef, ObjectPtr> m_last; ///< after the lists; null is removed
};

} // namespace argosy
