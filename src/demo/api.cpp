// SPDX-License-Identifier: GPL-3.0-or-later
#include "api.h"

#include "discovery.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

HttpResponse plainText(const QByteArray& text, int code = 200)
{
    HttpResponse response;
    response.code = code;
    response.contentType = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

/// A path below which nothing is served: groups of CRDs answer in plain text, Kubernetes' own with a Status.
HttpResponse unknownPath(bool inBuiltInVersion)
{
    return inBuiltInVersion ? failureResponse(noSuchPath()) : plainText("404 page not found\n", 404);
}

HttpResponse version()
{
    return jsonResponse({{"major", "1"}, {"minor", "33"}, {"gitVersion", "v1.33.0+argosy"}, {"gitCommit", ""},
        {"gitTreeState", "clean"}, {"buildDate", "1970-01-01T00:00:00Z"}, {"goVersion", ""}, {"compiler", ""},
        {"platform", "linux/amd64"}});
}

std::optional<HttpResponse> answerHealth(const QString& path)
{
    const QString first = path.section(u'/', 1, 1);
    if (first == u"healthz" || first == u"readyz" || first == u"livez")
        return plainText("ok");
    return std::nullopt;
}

bool comparesEqual(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

bool isWatch(const ResourceRequest& request)
{
    return request.path.watch || request.http.flag(u"watch");
}

} // namespace

Api::Api(std::shared_ptr<Storage> storage, const SchemaSet& schemas, Secret token)
    : m_storage(std::move(storage))
    , m_catalog(schemas)
    , m_openApi(m_catalog)
    , m_token(std::move(token))
{ }

HttpResponse Api::answer(const HttpRequest& request)
{
    try {
        HttpResponse response = isAuthenticated(request) ? route(request) : failureResponse(unauthorized());
        response.headers.emplaceBack("Cache-Control", "no-cache, private");
        return response;
    } catch (const std::exception& problem) {
        return failureResponse(
            apiError(500, u"InternalError"_s, u"Internal error occurred: "_s + QString::fromUtf8(problem.what())));
    }
}

bool Api::isAuthenticated(const HttpRequest& request) const
{
    constexpr QStringView kScheme = u"Bearer ";
    return request.authorization.startsWith(kScheme, Qt::CaseInsensitive)
        && comparesEqual(request.authorization.mid(kScheme.size()).trimmed().toUtf8(), m_token.reveal());
}

HttpResponse Api::route(const HttpRequest& request)
{
    if (const auto path = parseResourcePath(request.path))
        return routeResource(request, *path);
    if (request.method == u"GET" || request.method == u"HEAD") {
        if (auto response = answerDiscovery(request, m_catalog))
            return *std::move(response);
        if (auto response = m_openApi.answer(request))
            return *std::move(response);
        if (auto response = answerHealth(request.path))
            return *std::move(response);
        if (request.path == u"/version" || request.path == u"/version/")
            return version();
    }
    return unknownPath(false);
}

HttpResponse Api::routeResource(const HttpRequest& request, const RequestPath& path)
{
    const Resource* resource = m_catalog.find(path.group, path.version, path.plural);
    const bool builtInVersion = isBuiltInGroup(path.group) && m_catalog.serves(path.group, path.version);
    if (!resource || (!resource->namespaced && !path.nameSpace.isEmpty()))
        return unknownPath(builtInVersion);
    const bool needsNamespace = !path.name.isEmpty() || request.method == u"POST";
    if (resource->namespaced && path.nameSpace.isEmpty() && needsNamespace)
        return unknownPath(builtInVersion);
    const Result<HttpResponse> response = handle({.http = request, .path = path, .resource = *resource});
    return response ? *response : failureResponse(response.error());
}

Result<HttpResponse> Api::handle(const ResourceRequest& request)
{
    const QString& subresource = request.path.subresource;
    const Resource& resource = request.resource;
    const bool isLog = subresource == u"log" && resource.gvk.group.isEmpty() && resource.plural == u"pods";
    const bool isFinalize = subresource == u"finalize" && resource.key() == namespaceKey({}).resource;
    if (!subresource.isEmpty() && !isLog && !isFinalize && !(request.isStatus() && resource.hasStatus))
        return fail(noSuchPath());
    if (isLog)
        return handleLog(request, *m_storage);
    return request.path.name.isEmpty() ? handleCollection(request) : handleObject(request);
}

Result<HttpResponse> Api::handleCollection(const ResourceRequest& request)
{
    const QString& method = request.http.method;
    const Resource& resource = request.resource;
    if ((method == u"GET" || method == u"HEAD") && resource.allows(u"list"_s))
        return isWatch(request) ? handleWatch(request, m_storage) : handleList(request, *m_storage);
    if (method == u"POST" && resource.allows(u"create"_s))
        return resource.allows(u"get"_s) ? handleCreate(request, *m_storage) : handleReview(request);
    if (method == u"DELETE" && resource.allows(u"deletecollection"_s))
        return handleDeleteCollection(request, *m_storage);
    return fail(methodNotAllowed(resource.key(), method.toLower()));
}

Result<HttpResponse> Api::handleObject(const ResourceRequest& request)
{
    const QString& method = request.http.method;
    const Resource& resource = request.resource;
    if ((method == u"GET" || method == u"HEAD") && resource.allows(u"get"_s))
        return isWatch(request) ? handleWatch(request, m_storage) : handleGet(request, *m_storage);
    if (method == u"PUT" && resource.allows(u"update"_s))
        return handleUpdate(request, *m_storage);
    if (method == u"PATCH" && resource.allows(u"patch"_s))
        return handlePatch(request, *m_storage);
    if (method == u"DELETE" && resource.allows(u"delete"_s) && request.path.subresource.isEmpty())
        return handleDelete(request, *m_storage);
    return fail(methodNotAllowed(resource.key(), method.toLower()));
}

} // namespace argosy::demo
