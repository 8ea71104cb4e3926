// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster.h"

#include "text.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace argosy::demo {

Cluster::Cluster(Storage& storage, const ResourceCatalog& catalog, QByteArray seed)
    : m_storage(storage)
    , m_catalog(catalog)
    , m_seed(std::move(seed))
{ }

JsonPtr Cluster::get(const GroupKind& kind, const QString& nameSpace, const QString& name) const
{
    const Resource* resource = m_catalog.findKind(kind.group, kind.kind);
    return resource != nullptr ? m_storage.get({resource->key(), resource->namespaced ? nameSpace : QString(), name})
                               : nullptr;
}

QList<JsonPtr> Cluster::list(const GroupKind& kind, const QString& nameSpace) const
{
    const Resource* resource = m_catalog.findKind(kind.group, kind.kind);
    return resource != nullptr ? m_storage.list(resource->key(), nameSpace).items : QList<JsonPtr>();
}

const Resource* Cluster::resourceOf(const Json& object) const
{
    const Gvk gvk = Gvk::from(textAt(object, "/apiVersion"), textAt(object, "/kind"));
    const Resource* any = m_catalog.findKind(gvk.group, gvk.kind);
    return any != nullptr ? m_catalog.find(gvk.group, gvk.version, any->plural) : nullptr;
}

static Error noSuchKind(const Json& object)
{
    return {.kind = ErrorKind::NotFound,
        .message = message("demo", "The server has no kind %1 in version %2.",
            {textAt(object, "/kind"), textAt(object, "/apiVersion")})};
}

Result<JsonPtr> Cluster::create(const Json& object, const QString& manager)
{
    const Resource* resource = resourceOf(object);
    if (resource == nullptr)
        return fail(noSuchKind(object));
    Admission admission(*resource, {.manager = manager}, Door::Object, timestamp());
    Result<Json> admitted = admission.admitNew(object);
    if (!admitted)
        return fail(admitted.error());
    return m_storage.create({resource->key(), namespaceOf(object), nameOf(object)}, std::move(*admitted));
}

Result<JsonPtr> Cluster::apply(Json manifest, const QString& manager, bool force, bool dryRun)
{
    const Resource* resource = resourceOf(manifest);
    if (resource == nullptr)
        return fail(noSuchKind(manifest));
    if (!resource->namespaced)
        manifest["metadata"].erase("namespace");
    Admission admission(*resource, {.dryRun = dryRun, .manager = manager, .force = force}, Door::Object, timestamp());
    const ObjectKey key{resource->key(), namespaceOf(manifest), nameOf(manifest)};
    if (resource->namespaced && get({{}, u"Namespace"_s}, {}, key.nameSpace) == nullptr)
        return fail(ErrorKind::NotFound, message("demo", "The namespace %1 does not exist.", {key.nameSpace}));
    bool created = false;
    return m_storage.upsert(
        key, [&](const Json* live) { return admission.admitApplied(live, manifest); }, dryRun, &created);
}

void Cluster::change(const Json& object, const QString& manager, Door door, const Edit& edit)
{
    const Resource* resource = resourceOf(object);
    if (resource == nullptr)
        return;
    const ObjectKey key{resource->key(), namespaceOf(object), nameOf(object)};
    const JsonPtr now = m_storage.get(key);
    if (!now || uidOf(*now) != uidOf(object))
        return;
    Json trial = *now;
    edit(trial);
    if (sameJson(trial, *now))
        return;
    Admission admission(*resource, {.manager = manager}, door, timestamp());
    const auto changed = m_storage.update(key, [&](const Json& live) {
        Json updated = live;
        edit(updated);
        return admission.admitChange(live, std::move(updated), false);
    });
    // A request may have deleted the object since it was read; the next tick sees that.
    const JsonPtr after = m_storage.get(key);
    if (!changed && after && !isBeingDeleted(*after))
        qWarning("A simulated controller cannot write %s: %s", qPrintable(key.name),
            qPrintable(changed.error().message.english()));
}

void Cluster::remove(const Json& object)
{
    const Resource* resource = resourceOf(object);
    // Somebody else may have been faster.
    if (resource != nullptr)
        static_cast<void>(
            m_storage.remove({resource->key(), namespaceOf(object), nameOf(object)}, {.uid = uidOf(object)}));
}

void Cluster::event(
    const Json& about, const QString& component, const QString& type, const QString& reason, const QString& what)
{
    const QString name = nameOf(about) + u'.' + suffixFor(uidOf(about) + reason + what, 16);
    const QString nameSpace = namespaceOf(about).isEmpty() ? u"default"_s : namespaceOf(about);
    const std::string now = str(timestamp());
    if (const JsonPtr before = get({{}, u"Event"_s}, nameSpace, name)) {
        return change(*before, component, Door::Object, [&](Json& event) {
            event["count"] = member(event, "count").is_number() ? event["count"].get<int>() + 1 : 1;
            event["lastTimestamp"] = now;
        });
    }
    Json involved = {{"apiVersion", member(about, "apiVersion")}, {"kind", member(about, "kind")},
        {"name", str(nameOf(about))}, {"uid", str(uidOf(about))},
        {"resourceVersion", valueAt(about, "/metadata/resourceVersion")}};
    if (!namespaceOf(about).isEmpty())
        involved["namespace"] = str(namespaceOf(about));
    const Json event = {{"apiVersion", "v1"}, {"kind", "Event"},
        {"metadata", {{"name", str(name)}, {"namespace", str(nameSpace)}}}, {"involvedObject", std::move(involved)},
        {"type", str(type)}, {"reason", str(reason)}, {"message", str(what)},
        {"source", {{"component", str(component)}}}, {"reportingComponent", str(component)}, {"count", 1},
        {"firstTimestamp", now}, {"lastTimestamp", now}};
    // Without its namespace there is nobody to tell.
    static_cast<void>(create(event, component));
}

QString Cluster::suffixFor(const QString& text, int length) const
{
    // Kubernetes makes names up without vowels and lookalikes.
    static constexpr QLatin1StringView kAlphabet("bcdfghjklmnpqrstvwxz2456789");
    const QByteArray hash = QCryptographicHash::hash(QByteArray(m_seed + text.toUtf8()), QCryptographicHash::Sha256);
    QString suffix;
    for (int i = 0; i < length; ++i)
        suffix.append(kAlphabet[static_cast<uchar>(hash[i]) % kAlphabet.size()]);
    return suffix;
}

QString nameOf(const Json& object)
{
    return textAt(object, "/metadata/name");
}
QString namespaceOf(const Json& object)
{
    return textAt(object, "/metadata/namespace");
}
QString uidOf(const Json& object)
{
    return textAt(object, "/metadata/uid");
}
bool isBeingDeleted(const Json& object)
{
    return !valueAt(object, "/metadata/deletionTimestamp").is_null();
}

bool hasFinalizer(const Json& object, const char* finalizer)
{
    const Json& list = valueAt(object, "/metadata/finalizers");
    return std::find(list.begin(), list.end(), finalizer) != list.end();
}

void addFinalizer(Json& object, const char* finalizer)
{
    if (!hasFinalizer(object, finalizer))
        object["metadata"]["finalizers"].push_back(finalizer);
}

void removeFinalizer(Json& object, const char* finalizer)
{
    Json kept = Json::array();
    for (const Json& item : valueAt(object, "/metadata/finalizers")) {
        if (item != finalizer)
            kept.push_back(item);
    }
    object["metadata"]["finalizers"] = kept;
}

Json referenceTo(const Json& owner, bool blocksDeletion)
{
    Json reference = {{"apiVersion", member(owner, "apiVersion")}, {"kind", member(owner, "kind")},
        {"name", str(nameOf(owner))}, {"uid", str(uidOf(owner))}};
    if (blocksDeletion)
        reference["blockOwnerDeletion"] = true;
    return reference;
}

void addOwner(Json& object, const Json& reference)
{
    for (const Json& existing : valueAt(object, "/metadata/ownerReferences")) {
        if (member(existing, "uid") == member(reference, "uid"))
            return;
    }
    object["metadata"]["ownerReferences"].push_back(reference);
}

bool isOwnedBy(const Json& object, const Json& owner)
{
    const Json& owners = valueAt(object, "/metadata/ownerReferences");
    return std::any_of(
        owners.begin(), owners.end(), [&](const Json& reference) { return textAt(reference, "/uid") == uidOf(owner); });
}

} // namespace argosy::demo
