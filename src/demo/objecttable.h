// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QHash>
#include <QList>
#include <QString>

#include <nlohmann/json.hpp>

#include <deque>
#include <map>
#include <memory>
#include <tuple>

namespace argosy::demo {

using JsonPtr = std::shared_ptr<const Json>;

/// Where the objects of one kind are kept, whatever version they are asked for in.
struct ResourceKey
{
    QString group; ///< empty for the core group
    QString plural;

    bool operator==(const ResourceKey&) const = default;
    friend bool operator<(const ResourceKey& a, const ResourceKey& b)
    {
        return std::tie(a.group, a.plural) < std::tie(b.group, b.plural);
    }
};

struct ObjectKey
{
    ResourceKey resource;
    QString nameSpace; ///< empty for cluster-scoped kinds
    QString name;

    bool operator==(const ObjectKey&) const = default;
    friend bool operator<(const ObjectKey& a, const ObjectKey& b)
    {
        return std::tie(a.resource, a.nameSpace, a.name) < std::tie(b.resource, b.nameSpace, b.name);
    }
};

/// The key of a namespace itself.
[[nodiscard]] ObjectKey namespaceKey(const QString& name);

struct StorageEvent
{
    enum class Type
    {
        Added,
        Modified,
        Deleted
    };
    Type type = Type::Added;
    qint64 revision = 0;
    JsonPtr object; ///< after the change; of a deletion the last state, with the deletion's revision
    JsonPtr previous; ///< before the change; null when added
};

struct Listing
{
    QList<JsonPtr> items;
    qint64 revision = 0;
};

/// The bare store: objects, the revision counter and a bounded history for each kind. Not thread-safe; it knows no
/// rules.
class ObjectTable final
{
public:
    explicit ObjectTable(qsizetype window)
        : m_window(window)
    { }

    [[nodiscard]] qint64 revision() const { return m_revision; }
    [[nodiscard]] JsonPtr get(const ObjectKey& key) const;
    /// Sorted by namespace and name; of all namespaces where `nameSpace` is empty.
    [[nodiscard]] QList<JsonPtr> list(const ResourceKey& resource, const QString& nameSpace) const;
    /// The same as it was at a revision that is not expired.
    [[nodiscard]] QList<JsonPtr> listAt(const ResourceKey& resource, const QString& nameSpace, qint64 revision) const;
    [[nodiscard]] QList<ObjectKey> keys() const;
    /// What lives in a namespace, of every kind.
    [[nodiscard]] QList<ObjectKey> contentOf(const QString& nameSpace) const;
    /// The objects that name this uid among their owners.
    [[nodiscard]] QList<ObjectKey> dependentsOf(const QString& uid) const { return m_dependents.values(uid); }
    /// Null where no object has that uid.
    [[nodiscard]] const ObjectKey* findUid(const QString& uid) const;

    /// Stores the object with the next revision as its resourceVersion.
    JsonPtr put(const ObjectKey& key, Json object);
    /// Takes it out; the state that the event carries. Null where there was none.
    JsonPtr take(const ObjectKey& key);

    /// The events of that kind after a revision, oldest first.
    [[nodiscard]] QList<StorageEvent> eventsAfter(
        const ResourceKey& resource, const QString& nameSpace, qint64 revision) const;
    /// True where events after that revision have been dropped.
    [[nodiscard]] bool isExpired(const ResourceKey& resource, qint64 revision) const;

private:
    using Objects = std::map<std::pair<QString, QString>, JsonPtr>; ///< by namespace and name
    struct Bucket
    {
        Objects objects;
        std::deque<StorageEvent> history;
        qint64 droppedUpTo = 0;
    };
    void record(Bucket& bucket, StorageEvent event) const;
    void index(const ObjectKey& key, const Json& object);
    void unindex(const ObjectKey& key, const Json& object);

    std::map<ResourceKey, Bucket> m_buckets;
    QMultiHash<QString, ObjectKey> m_dependents; ///< by the owner's uid
    QHash<QString, ObjectKey> m_byUid;
    qint64 m_revision = 0;
    qsizetype m_window;
};

} // namespace argosy::demo
