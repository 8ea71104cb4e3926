// SPDX-License-Identifier: GPL-3.0-or-later
#include "objecttable.h"

#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

ObjectKey namespaceKey(const QString& name)
{
    return {.resource = {.group = {}, .plural = u"namespaces"_s}, .nameSpace = {}, .name = name};
}

JsonPtr ObjectTable::get(const ObjectKey& key) const
{
    const auto bucket = m_buckets.find(key.resource);
    if (bucket == m_buckets.end())
        return nullptr;
    const auto object = bucket->second.objects.find({key.nameSpace, key.name});
    return object == bucket->second.objects.end() ? nullptr : object->second;
}

QList<JsonPtr> ObjectTable::list(const ResourceKey& resource, const QString& nameSpace) const
{
    return listAt(resource, nameSpace, m_revision);
}

QList<JsonPtr> ObjectTable::listAt(const ResourceKey& resource, const QString& nameSpace, qint64 revision) const
{
    const auto bucket = m_buckets.find(resource);
    if (bucket == m_buckets.end())
        return {};
    Objects earlier;
    const std::deque<StorageEvent>& history = bucket->second.history;
    const bool current = history.empty() || history.back().revision <= revision;
    if (!current)
        earlier = bucket->second.objects;
    for (auto event = history.rbegin(); event != history.rend() && event->revision > revision; ++event) {
        const std::pair key{textAt(*event->object, "/metadata/namespace"), textAt(*event->object, "/metadata/name")};
        if (event->previous)
            earlier[key] = event->previous;
        else
            earlier.erase(key);
    }
    QList<JsonPtr> found;
    for (const auto& [key, object] : current ? bucket->second.objects : earlier) {
        if (nameSpace.isEmpty() || key.first == nameSpace)
            found.append(object);
    }
    return found;
}

QList<ObjectKey> ObjectTable::keys() const
{
    QList<ObjectKey> all;
    for (const auto& [resource, bucket] : m_buckets) {
        for (const auto& [key, object] : bucket.objects)
            all.append({.resource = resource, .nameSpace = key.first, .name = key.second});
    }
    return all;
}

QList<ObjectKey> ObjectTable::contentOf(const QString& nameSpace) const
{
    QList<ObjectKey> content;
    for (const auto& [resource, bucket] : m_buckets) {
        for (auto at = bucket.objects.lower_bound({nameSpace, QString()});
             at != bucket.objects.end() && at->first.first == nameSpace; ++at)
            content.append({.resource = resource, .nameSpace = nameSpace, .name = at->first.second});
    }
    return content;
}

const ObjectKey* ObjectTable::findUid(const QString& uid) const
{
    const auto found = m_byUid.constFind(uid);
    return found == m_byUid.cend() ? nullptr : &*found;
}

JsonPtr ObjectTable::put(const ObjectKey& key, Json object)
{
    object["metadata"]["resourceVersion"] = std::to_string(++m_revision);
    Bucket& bucket = m_buckets[key.resource];
    JsonPtr& place = bucket.objects[{key.nameSpace, key.name}];
    const JsonPtr previous = place;
    if (previous)
        unindex(key, *previous);
    place = std::make_shared<const Json>(std::move(object));
    index(key, *place);
    record(bucket,
        {.type = previous ? StorageEvent::Type::Modified : StorageEvent::Type::Added,
            .revision = m_revision,
            .object = place,
            .previous = previous});
    return place;
}

JsonPtr ObjectTable::take(const ObjectKey& key)
{
    const JsonPtr previous = get(key);
    if (!previous)
        return nullptr;
    Bucket& bucket = m_buckets[key.resource];
    bucket.objects.erase({key.nameSpace, key.name});
    unindex(key, *previous);
    Json last = *previous;
    last["metadata"]["resourceVersion"] = std::to_string(++m_revision);
    const auto object = std::make_shared<const Json>(std::move(last));
    record(
        bucket, {.type = StorageEvent::Type::Deleted, .revision = m_revision, .object = object, .previous = previous});
    return object;
}

QList<StorageEvent> ObjectTable::eventsAfter(
    const ResourceKey& resource, const QString& nameSpace, qint64 revision) const
{
    QList<StorageEvent> events;
    const auto bucket = m_buckets.find(resource);
    if (bucket == m_buckets.end())
        return events;
    const std::deque<StorageEvent>& history = bucket->second.history;
    auto at = std::upper_bound(history.begin(), history.end(), revision,
        [](qint64 wanted, const StorageEvent& event) { return wanted < event.revision; });
    for (; at != history.end(); ++at) {
        if (nameSpace.isEmpty() || textAt(*at->object, "/metadata/namespace") == nameSpace)
            events.append(*at);
    }
    return events;
}

bool ObjectTable::isExpired(const ResourceKey& resource, qint64 revision) const
{
    const auto bucket = m_buckets.find(resource);
    return bucket != m_buckets.end() && revision < bucket->second.droppedUpTo;
}

void ObjectTable::record(Bucket& bucket, StorageEvent event) const
{
    bucket.history.push_back(std::move(event));
    if (static_cast<qsizetype>(bucket.history.size()) <= m_window)
        return;
    bucket.droppedUpTo = bucket.history.front().revision;
    bucket.history.pop_front();
}

void ObjectTable::index(const ObjectKey& key, const Json& object)
{
    m_byUid.insert(textAt(object, "/metadata/uid"), key);
    for (const Json& owner : valueAt(object, "/metadata/ownerReferences"))
        m_dependents.insert(text(member(owner, "uid")), key);
}

void ObjectTable::unindex(const ObjectKey& key, const Json& object)
{
    m_byUid.remove(textAt(object, "/metadata/uid"));
    for (const Json& owner : valueAt(object, "/metadata/ownerReferences"))
        m_dependents.remove(text(member(owner, "uid")), key);
}

} // namespace argosy::demo
