// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "objecttable.h"

#include <QStringList>

namespace argosy::demo {

/// How the dependents of a deleted object fare.
enum class Propagation
{
    Background,
    Foreground,
    Orphan
};

/**
 * What follows when an object is deleted: finalizers hold it, dependents go with the last of their owners or are let
 * go, a namespace takes its content along and ends when the last of it has gone. All of it happens at once; a real
 * server's garbage collector comes to the same a little later. Not thread-safe.
 */
class Lifecycle final
{
public:
    /// `now` is the timestamp that marks carry.
    Lifecycle(ObjectTable& table, QString now)
        : m_table(table)
        , m_now(std::move(now))
    { }

    /// Deletes, or marks what something holds. The object must exist.
    JsonPtr remove(const ObjectKey& key, Propagation propagation);
    /// Stores a changed object, or takes it out where it was being deleted and nothing holds it any more.
    JsonPtr store(const ObjectKey& key, Json object);

private:
    JsonPtr mark(const ObjectKey& key, const Json& live, const QString& addedFinalizer);
    JsonPtr takeOut(const ObjectKey& key);
    void releaseDependents(const QString& uid);
    void letGo(const ObjectKey& dependent, const QString& ownerUid);
    void finishForeground(const ObjectKey& owner);
    void finishNamespace(const QString& name);
    [[nodiscard]] bool hasOtherOwner(const Json& object, const QString& uid) const;

    ObjectTable& m_table;
    QString m_now;
};

} // namespace argosy::demo
