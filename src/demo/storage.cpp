// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage.h"

#include "status.h"
#include "text.h"

#include <QUuid>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// Kinds of these groups have no metadata.generation.
bool countsGenerations(const QString& group)
{
    return !group.isEmpty() && group != u"rbac.authorization.k8s.io" && group != u"coordination.k8s.io"
        && group != u"events.k8s.io" && group != u"storage.k8s.io";
}

Json withoutStatusAndMetadata(const Json& object)
{
    Json rest = object;
    rest.erase("metadata");
    rest.erase("status");
    rest.erase("apiVersion");
    return rest;
}

/// What decides whether a write changes anything: not the revision, nor when a manager wrote.
Json comparable(const Json& object)
{
    Json copy = object;
    Json& metadata = copy["metadata"];
    metadata.erase("resourceVersion");
    if (const auto managers = metadata.find("managedFields"); managers != metadata.end()) {
        for (Json& manager : *managers)
            manager.erase("time");
    }
    return copy;
}

void keep(Json& metadata, const Json& from, const char* key)
{
    if (const Json& value = member(from, key); !value.is_null())
        metadata[key] = value;
    else
        metadata.erase(key);
}

} // namespace

Storage::Storage(std::shared_ptr<const Clock> clock, qsizetype window)
    : m_clock(std::move(clock))
    , m_table(window)
{ }

JsonPtr Storage::get(const ObjectKey& key) const
{
    const std::scoped_lock lock(m_mutex);
    return m_table.get(key);
}

Listing Storage::list(const ResourceKey& resource, const QString& nameSpace) const
{
    const std::scoped_lock lock(m_mutex);
    return {.items = m_table.list(resource, nameSpace), .revision = m_table.revision()};
}

std::optional<Listing> Storage::listAt(const ResourceKey& resource, const QString& nameSpace, qint64 revision) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_table.isExpired(resource, revision))
        return std::nullopt;
    return Listing{.items = m_table.listAt(resource, nameSpace, revision), .revision = revision};
}

QList<ObjectKey> Storage::keys() const
{
    const std::scoped_lock lock(m_mutex);
    return m_table.keys();
}

qint64 Storage::revision() const
{
    const std::scoped_lock lock(m_mutex);
    return m_table.revision();
}

QString Storage::timestamp() const
{
    return m_clock->now().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

Result<JsonPtr> Storage::create(const ObjectKey& key, Json object, bool dryRun)
{
    const std::scoped_lock lock(m_mutex);
    return createLocked(key, std::move(object), dryRun);
}

Result<JsonPtr> Storage::update(const ObjectKey& key, const Change& change, bool dryRun)
{
    const std::scoped_lock lock(m_mutex);
    const JsonPtr live = m_table.get(key);
    if (!live)
        return fail(notFound(key.resource, key.name));
    Result<Json> updated = change(*live);
    if (!updated)
        return fail(updated.error());
    return updateLocked(key, live, std::move(*updated), dryRun);
}

Result<JsonPtr> Storage::upsert(const ObjectKey& key, const Upsert& change, bool dryRun, bool* created)
{
    const std::scoped_lock lock(m_mutex);
    const JsonPtr live = m_table.get(key);
    if (created)
        *created = !live;
    Result<Json> wanted = change(live.get());
    if (!wanted)
        return fail(wanted.error());
    return live ? updateLocked(key, live, std::move(*wanted), dryRun) : createLocked(key, std::move(*wanted), dryRun);
}

Result<Deletion> Storage::remove(const ObjectKey& key, const DeleteOptions& options)
{
    const std::scoped_lock lock(m_mutex);
    const JsonPtr live = m_table.get(key);
    if (!live)
        return fail(notFound(key.resource, key.name));
    const QString kind = textAt(*live, "/kind");
    if (const QString uid = textAt(*live, "/metadata/uid"); !options.uid.isEmpty() && options.uid != uid)
        return fail(conflict(kind, key.resource.group, key.name,
            u"the UID in the precondition (" % options.uid % u") does not match the UID in record (" % uid
                % u"). The object might have been deleted and then recreated"));
    const QString version = textAt(*live, "/metadata/resourceVersion");
    if (!options.resourceVersion.isEmpty() && options.resourceVersion != version)
        return fail(conflict(kind, key.resource.group, key.name,
            u"the ResourceVersion in the precondition (" % options.resourceVersion
                % u") does not match the ResourceVersion in record (" % version
                % u"). The object might have been modified"));
    if (options.dryRun)
        return Deletion{.object = live, .gone = true};
    const JsonPtr last = Lifecycle(m_table, timestamp()).remove(key, options.propagation);
    m_changed.notify_all();
    return Deletion{.object = last, .gone = !m_table.get(key)};
}

Storage::Events Storage::waitForEvents(
    const ResourceKey& resource, const QString& nameSpace, qint64 after, std::chrono::milliseconds timeout) const
{
    std::unique_lock lock(m_mutex);
    Events found;
    qint64 seen = after;
    m_changed.wait_for(lock, timeout, [&] {
        found.closed = m_closed;
        found.expired = m_table.isExpired(resource, after);
        if (!found.closed && !found.expired && m_table.revision() > seen) {
            found.events = m_table.eventsAfter(resource, nameSpace, seen);
            seen = m_table.revision();
        }
        return found.closed || found.expired || !found.events.isEmpty();
    });
    found.revision = std::max(seen, after);
    return found;
}

qint64 Storage::waitForRevision(qint64 after, std::chrono::milliseconds timeout) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, timeout, [&] { return m_closed || m_table.revision() > after; });
    return m_table.revision();
}

void Storage::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

bool Storage::isClosed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_closed;
}

Result<JsonPtr> Storage::createLocked(const ObjectKey& key, Json object, bool dryRun)
{
    if (m_table.get(key))
        return fail(alreadyExists(key.resource, key.name));
    Json& metadata = object["metadata"];
    metadata["name"] = str(key.name);
    if (!key.nameSpace.isEmpty())
        metadata["namespace"] = str(key.nameSpace);
    metadata["uid"] = str(QUuid::createUuid().toString(QUuid::WithoutBraces));
    metadata["creationTimestamp"] = str(timestamp());
    for (const char* absent : {"resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "generation"})
        metadata.erase(absent);
    if (countsGenerations(key.resource.group))
        metadata["generation"] = 1;
    if (dryRun)
        return std::make_shared<const Json>(std::move(object));
    JsonPtr stored = m_table.put(key, std::move(object));
    m_changed.notify_all();
    return stored;
}

Result<JsonPtr> Storage::updateLocked(const ObjectKey& key, const JsonPtr& live, Json updated, bool dryRun)
{
    const Json& before = valueAt(*live, "/metadata");
    Json& metadata = updated["metadata"];
    for (const char* kept : {"name", "namespace", "uid", "creationTimestamp", "deletionTimestamp",
             "deletionGracePeriodSeconds", "generation", "resourceVersion"})
        keep(metadata, before, kept);
    if (sameJson(comparable(*live), comparable(updated)))
        return live;
    if (const Json& generation = member(before, "generation");
        generation.is_number() && !sameJson(withoutStatusAndMetadata(*live), withoutStatusAndMetadata(updated)))
        metadata["generation"] = generation.get<qint64>() + 1;
    if (dryRun)
        return std::make_shared<const Json>(std::move(updated));
    JsonPtr stored = Lifecycle(m_table, timestamp()).store(key, std::move(updated));
    m_changed.notify_all();
    return stored;
}

} // namespace argosy::demo
