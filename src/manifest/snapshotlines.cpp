// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotlines.h"

#include <argosy/kube/object.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

constexpr QByteArrayView kObjectBegin = "{\"object\":";
constexpr QByteArrayView kObjectEnd = "}";

qint64 numberIn(const Json& value, std::string_view key)
{
    const Json& number = member(value, key);
    return number.is_number_integer() ? number.get<qint64>() : -1;
}

Json toJson(const ApiResource& resource)
{
    return {{"group", resource.gvk.group.toStdString()}, {"version", resource.gvk.version.toStdString()},
        {"kind", resource.gvk.kind.toStdString()}, {"plural", resource.plural.toStdString()},
        {"singular", resource.singular.toStdString()}, {"shortNames", jsonOf(resource.shortNames)},
        {"categories", jsonOf(resource.categories)}, {"verbs", jsonOf(resource.verbs)},
        {"namespaced", resource.namespaced}, {"hasStatus", resource.hasStatus}};
}

ApiResource resourceFrom(const Json& json)
{
    return {.gvk = {textAt(json, "/group"), textAt(json, "/version"), textAt(json, "/kind")},
        .plural = textAt(json, "/plural"),
        .singular = textAt(json, "/singular"),
        .shortNames = textsOf(member(json, "shortNames")),
        .categories = textsOf(member(json, "categories")),
        .verbs = textsOf(member(json, "verbs")),
        .namespaced = isTrue(member(json, "namespaced")),
        .hasStatus = isTrue(member(json, "hasStatus"))};
}

ApiCatalog catalogFrom(const Json& list)
{
    QList<ApiResource> resources;
    for (const Json& resource : list)
        resources.append(resourceFrom(resource));
    return ApiCatalog(std::move(resources));
}

Gvk gvkFrom(const Json& json)
{
    return Gvk::from(textAt(json, "/apiVersion"), textAt(json, "/kind"));
}

QByteArray line(const char* what, Json content)
{
    return toCompactJson(Json{{what, std::move(content)}}) + '\n';
}

std::optional<SnapshotLine> objectFrom(const QByteArray& line)
{
    QByteArray json = line.sliced(kObjectBegin.size());
    json.chop(kObjectEnd.size());
    const Result<ObjectPtr> object = Object::decode({}, json);
    if (!object)
        return {};
    return SnapshotObject{(*object)->gvk(), std::move(json)};
}

} // namespace

QByteArray toLine(const SnapshotHead& head)
{
    Json resources = Json::array();
    for (const ApiResource& resource : head.catalog.resources())
        resources.push_back(toJson(resource));
    return line("snapshot",
        {{"format", kSnapshotFormat}, {"created", head.created.toString(Qt::ISODate).toStdString()},
            {"program", head.program.toStdString()}, {"server", head.serverVersion.toStdString()},
            {"context", head.context.toStdString()}, {"cluster", head.cluster.toString().toStdString()},
            {"namespace", head.nameSpace.toStdString()}, {"kinds", jsonOf(head.kinds)},
            {"redacted", jsonOf(head.redacted)}, {"resources", std::move(resources)}});
}

QByteArray toLine(const SnapshotListing& listing)
{
    return line("listed",
        {{"apiVersion", listing.gvk.apiVersion().toStdString()}, {"kind", listing.gvk.kind.toStdString()},
            {"resourceVersion", listing.resourceVersion.toStdString()}, {"objects", listing.objects}});
}

QByteArray toLine(const SnapshotGap& gap)
{
    return line("missing",
        {{"apiVersion", gap.gvk.apiVersion().toStdString()}, {"kind", gap.gvk.kind.toStdString()},
            {"reason", gap.reason.toStdString()}, {"message", gap.message.toStdString()}});
}

QByteArray toLine(const SnapshotEnd& end)
{
    return line("end", {{"objects", end.objects}});
}

QByteArray objectLine(const QByteArray& object)
{
    return kObjectBegin.toByteArray() + object + kObjectEnd.toByteArray() + '\n';
}

std::optional<SnapshotLine> fromLine(const QByteArray& line)
{
    if (line.startsWith(kObjectBegin) && line.endsWith(kObjectEnd))
        return objectFrom(line);
    const Json json = parseJson(line).value_or(Json());
    if (const Json& listed = member(json, "listed"); listed.is_object())
        return SnapshotListing{gvkFrom(listed), textAt(listed, "/resourceVersion"), numberIn(listed, "objects")};
    if (const Json& missing = member(json, "missing"); missing.is_object())
        return SnapshotGap{gvkFrom(missing), textAt(missing, "/reason"), textAt(missing, "/message")};
    if (const Json& end = member(json, "end"); end.is_object())
        return SnapshotEnd{numberIn(end, "objects")};
    return {};
}

std::optional<int> formatOf(const Json& firstLine)
{
    const qint64 format = numberIn(member(firstLine, "snapshot"), "format");
    if (format < 1 || format > std::numeric_limits<int>::max())
        return {};
    return int(format);
}

SnapshotHead headFrom(const Json& firstLine)
{
    const Json& json = member(firstLine, "snapshot");
    return {.created = QDateTime::fromString(textAt(json, "/created"), Qt::ISODate).toUTC(),
        .program = textAt(json, "/program"),
        .serverVersion = textAt(json, "/server"),
        .context = textAt(json, "/context"),
        .cluster = ClusterId::fromString(textAt(json, "/cluster")),
        .nameSpace = textAt(json, "/namespace"),
        .kinds = textsOf(member(json, "kinds")),
        .redacted = textsOf(member(json, "redacted")),
        .catalog = catalogFrom(member(json, "resources"))};
}

} // namespace argosy
