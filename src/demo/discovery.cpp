// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery.h"

#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kAggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

bool wantsAggregated(const HttpRequest& request)
{
    return std::ranges::any_of(request.accept.split(u','), [](const QString& type) {
        return type.contains(u"as=APIGroupDiscoveryList") && type.contains(u"v=v2;")
            && type.contains(u"application/json");
    });
}

Json strings(const QStringList& values)
{
    Json list = Json::array();
    for (const QString& value : values)
        list.push_back(str(value));
    return list;
}

const Json kStatusVerbs = Json::array({"get", "patch", "update"});

Json kindJson(const Gvk& gvk)
{
    return {{"group", str(gvk.group)}, {"version", str(gvk.version)}, {"kind", str(gvk.kind)}};
}

Json aggregatedResource(const Resource& resource)
{
    Json entry{{"resource", str(resource.plural)}, {"responseKind", kindJson(resource.gvk)},
        {"scope", resource.namespaced ? "Namespaced" : "Cluster"}, {"singularResource", str(resource.singular)},
        {"verbs", strings(resource.verbs)}};
    if (!resource.shortNames.isEmpty())
        entry["shortNames"] = strings(resource.shortNames);
    if (!resource.categories.isEmpty())
        entry["categories"] = strings(resource.categories);
    if (resource.hasStatus)
        entry["subresources"] = Json::array(
            {Json{{"subresource", "status"}, {"responseKind", kindJson(resource.gvk)}, {"verbs", kStatusVerbs}}});
    return entry;
}

Json aggregatedGroup(const QString& name, const QStringList& versions, const ResourceCatalog& catalog)
{
    Json list = Json::array();
    for (const QString& version : versions) {
        Json resources = Json::array();
        for (const Resource* resource : catalog.of(name, version))
            resources.push_back(aggregatedResource(*resource));
        list.push_back({{"version", str(version)}, {"resources", std::move(resources)}, {"freshness", "Current"}});
    }
    Json metadata = Json::object();
    if (!name.isEmpty())
        metadata["name"] = str(name);
    return {{"metadata", std::move(metadata)}, {"versions", std::move(list)}};
}

HttpResponse aggregated(Json items)
{
    const Json body{{"kind", "APIGroupDiscoveryList"}, {"apiVersion", "apidiscovery.k8s.io/v2"},
        {"metadata", Json::object()}, {"items", std::move(items)}};
    HttpResponse response;
    response.contentType = kAggregated;
    response.body = toCompactJson(body) + '\n';
    response.headers.emplaceBack("Vary", "Accept");
    return response;
}

HttpResponse plain(const Json& body)
{
    HttpResponse response;
    response.body = toCompactJson(body) + '\n';
    response.headers.emplaceBack("Vary", "Accept");
    return response;
}

Json groupJson(const ResourceCatalog::Group& group)
{
    Json versions = Json::array();
    for (const QString& version : group.versions)
        versions.push_back({{"groupVersion", str(group.name % u'/' % version)}, {"version", str(version)}});
    const Json preferred = versions.front();
    return {{"name", str(group.name)}, {"versions", std::move(versions)}, {"preferredVersion", preferred}};
}

Json resourceListJson(const QString& group, const QString& version, const ResourceCatalog& catalog)
{
    Json resources = Json::array();
    for (const Resource* resource : catalog.of(group, version)) {
        Json& entry = resources.emplace_back(Json{{"name", str(resource->plural)},
            {"singularName", str(resource->singular)}, {"namespaced", resource->namespaced},
            {"kind", str(resource->gvk.kind)}, {"verbs", strings(resource->verbs)}});
        if (!resource->shortNames.isEmpty())
            entry["shortNames"] = strings(resource->shortNames);
        if (!resource->categories.isEmpty())
            entry["categories"] = strings(resource->categories);
        if (resource->hasStatus)
            resources.push_back({{"name", str(resource->plural % u"/status")}, {"singularName", ""},
                {"namespaced", resource->namespaced}, {"kind", str(resource->gvk.kind)}, {"verbs", kStatusVerbs}});
    }
    return {{"kind", "APIResourceList"}, {"apiVersion", "v1"},
        {"groupVersion", str(group.isEmpty() ? version : QString(group % u'/' % version))},
        {"resources", std::move(resources)}};
}

HttpResponse answerCore(const HttpRequest& request, const ResourceCatalog& catalog)
{
    if (wantsAggregated(request))
        return aggregated(Json::array({aggregatedGroup({}, {u"v1"_s}, catalog)}));
    return plain(
        {{"kind", "APIVersions"}, {"versions", Json::array({"v1"})}, {"serverAddressByClientCIDRs", Json::array()}});
}

HttpResponse answerGroups(const HttpRequest& request, const ResourceCatalog& catalog)
{
    Json items = Json::array();
    const bool inOne = wantsAggregated(request);
    for (const ResourceCatalog::Group& group : catalog.groups())
        items.push_back(inOne ? aggregatedGroup(group.name, group.versions, catalog) : groupJson(group));
    return inOne ? aggregated(std::move(items))
                 : plain({{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", std::move(items)}});
}

std::optional<HttpResponse> answerGroup(const QString& name, const ResourceCatalog& catalog)
{
    for (const ResourceCatalog::Group& group : catalog.groups()) {
        if (group.name != name)
            continue;
        Json body{{"kind", "APIGroup"}, {"apiVersion", "v1"}};
        body.update(groupJson(group));
        return plain(body);
    }
    return std::nullopt;
}

} // namespace

std::optional<HttpResponse> answerDiscovery(const HttpRequest& request, const ResourceCatalog& catalog)
{
    const QStringList segments = request.path.split(u'/', Qt::SkipEmptyParts);
    const bool core = segments.value(0) == u"api";
    if (!core && segments.value(0) != u"apis")
        return std::nullopt;
    if (segments.size() == 1)
        return core ? answerCore(request, catalog) : answerGroups(request, catalog);
    if (!core && segments.size() == 2)
        return answerGroup(segments.at(1), catalog);
    const QString group = core ? QString() : segments.at(1);
    const QString& version = segments.at(core ? 1 : 2);
    if (segments.size() != (core ? 2 : 3) || !catalog.serves(group, version))
        return std::nullopt;
    return plain(resourceListJson(group, version, catalog));
}

} // namespace argosy::demo
