// SPDX-License-Identifier: GPL-3.0-or-later
#include "openapi.h"

#include "text.h"

#include <argosy/schema/openapi.h>

#include <QCryptographicHash>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Json kindJson(const Gvk& gvk)
{
    return {{"group", str(gvk.group)}, {"kind", str(gvk.kind)}, {"version", str(gvk.version)}};
}

/// "sh.karpenter.v1.NodePool", "io.k8s.api.core.v1.Secret".
std::string componentName(const Gvk& gvk)
{
    QStringList parts = gvk.group.split(u'.');
    std::reverse(parts.begin(), parts.end());
    if (gvk.group.isEmpty() || !gvk.group.contains(u'.'))
        parts = {u"io"_s, u"k8s"_s, u"api"_s, gvk.group.isEmpty() ? u"core"_s : gvk.group};
    return str(parts.join(u'.') % u'.' % gvk.version % u'.' % gvk.kind);
}

Json queryParameter(const char* name)
{
    return {{"name", name}, {"in", "query"}, {"schema", {{"type", "string"}, {"uniqueItems", true}}}};
}

Json reference(const Gvk& gvk)
{
    return {
        {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/" + componentName(gvk)}}}}}}}};
}

Json operation(const Resource& resource, const char* action, std::initializer_list<const char*> parameters)
{
    Json list = Json::array();
    for (const char* name : parameters)
        list.push_back(queryParameter(name));
    Json ok = reference(resource.gvk);
    ok["description"] = "OK";
    return {{"parameters", std::move(list)}, {"responses", {{"200", std::move(ok)}}}, {"x-kubernetes-action", action},
        {"x-kubernetes-group-version-kind", kindJson(resource.gvk)}};
}

Json patchBody()
{
    Json content = Json::object();
    for (const char* type :
        {"application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json"})
        content[type] = {{"schema", {{"type", "object"}}}};
    return {{"content", std::move(content)}};
}

void addPaths(Json& paths, const Resource& resource)
{
    const QString root =
        resource.gvk.group.isEmpty() ? u"/api/v1/"_s : QString(u"/apis/" % resource.gvk.apiVersion() % u'/');
    const QString collection =
        root % (resource.namespaced ? u"namespaces/{namespace}/"_s : QString()) % resource.plural;
    Json& many = paths[str(collection)];
    if (resource.allows(u"list"_s))
        many["get"] = operation(resource, "list", {"labelSelector", "fieldSelector", "limit", "continue", "watch"});
    if (resource.allows(u"create"_s)) {
        many["post"] = operation(resource, "post", {"dryRun", "fieldManager", "fieldValidation"});
        many["post"]["requestBody"] = reference(resource.gvk);
    }
    if (!resource.allows(u"get"_s))
        return;
    Json& one = paths[str(collection + u"/{name}")];
    one["get"] = operation(resource, "get", {});
    if (!resource.allows(u"patch"_s))
        return;
    one["put"] = operation(resource, "put", {"dryRun", "fieldManager", "fieldValidation"});
    one["put"]["requestBody"] = reference(resource.gvk);
    one["patch"] = operation(resource, "patch", {"dryRun", "fieldManager", "fieldValidation", "force"});
    one["patch"]["requestBody"] = patchBody();
    one["delete"] = operation(resource, "delete", {"dryRun", "propagationPolicy"});
}

Json component(const Resource& resource)
{
    Json schema = toOpenApi(*resource.schema);
    schema["x-kubernetes-group-version-kind"] = Json::array({kindJson(resource.gvk)});
    return schema;
}

HttpResponse jsonDocument(const QByteArray& body)
{
    HttpResponse response;
    response.body = body;
    response.headers.append(
        {"ETag", '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().toUpper() + '"'});
    return response;
}

/// The smallest OpenAPI v2 document: no path and no definition.
HttpResponse minimalV2(const HttpRequest& request)
{
    HttpResponse response;
    if (!request.accept.contains(u"proto-openapi.spec.v2")) {
        response.body = R"({"swagger":"2.0","info":{"title":"Argosy embedded cluster","version":"v1"},"paths":{}})";
        return response;
    }
    response.contentType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    // swagger = 1, info = 2 {title = 1, version = 2}, paths = 8, as openapiv2.proto numbers them.
    const QByteArray title = "Argosy embedded cluster";
    const QByteArray version = "v1";
    const auto field = [](char tag, const QByteArray& bytes) -> QByteArray {
        return QByteArray(1, tag) + static_cast<char>(bytes.size()) + bytes;
    };
    response.body =
        field('\x0a', "2.0") + field('\x12', field('\x0a', title) + field('\x12', version)) + field('\x42', {});
    return response;
}

} // namespace

std::optional<HttpResponse> OpenApi::answer(const HttpRequest& request)
{
    const QStringList segments = request.path.split(u'/', Qt::SkipEmptyParts);
    if (segments.value(0) != u"openapi")
        return std::nullopt;
    if (segments.value(1) == u"v2" && segments.size() == 2)
        return minimalV2(request);
    if (segments.value(1) != u"v3")
        return std::nullopt;
    if (segments.size() == 2)
        return index();
    if (segments.value(2) == u"api" && segments.size() == 4)
        return document({}, segments.at(3));
    if (segments.value(2) == u"apis" && segments.size() == 5)
        return document(segments.at(3), segments.at(4));
    return std::nullopt;
}

HttpResponse OpenApi::index() const
{
    Json paths{{"api/v1", {{"serverRelativeURL", "/openapi/v3/api/v1?hash=" ARGOSY_VERSION}}}};
    for (const ResourceCatalog::Group& group : m_catalog.groups()) {
        for (const QString& version : group.versions) {
            const std::string path = str(u"apis/" % group.name % u'/' % version);
            paths[path]["serverRelativeURL"] = "/openapi/v3/" + path + "?hash=" ARGOSY_VERSION;
        }
    }
    return jsonDocument(toCompactJson(Json{{"paths", std::move(paths)}}));
}

std::optional<HttpResponse> OpenApi::document(const QString& group, const QString& version)
{
    if (!m_catalog.serves(group, version))
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    QByteArray& body = m_documents[{group, version}];
    if (body.isEmpty()) {
        Json paths = Json::object();
        Json schemas = Json::object();
        for (const Resource* resource : m_catalog.of(group, version)) {
            addPaths(paths, *resource);
            schemas[componentName(resource->gvk)] = component(*resource);
        }
        body = toCompactJson(
            Json{{"openapi", "3.0.0"}, {"info", {{"title", "Argosy embedded cluster"}, {"version", "v1"}}},
                {"paths", std::move(paths)}, {"components", {{"schemas", std::move(schemas)}}}});
    }
    return jsonDocument(body);
}

} // namespace argosy::demo
