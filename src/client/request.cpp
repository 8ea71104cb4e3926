// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/request.h>

#include <nlohmann/json.hpp>

namespace argosy::requests {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kWatchGrace{5};

struct Target
{
    QString nameSpace;
    QString name;
};

ApiRequest request(const QByteArray& method, const char* verb, const ApiResource& resource, const Target& target)
{
    ApiRequest made;
    made.method = method;
    made.path = resource.path(target.nameSpace, target.name);
    made.where = {.verb = QString::fromLatin1(verb),
        .resource = resource.toString(),
        .nameSpace = resource.namespaced ? target.nameSpace : QString(),
        .name = target.name};
    return made;
}

void addIfSet(QUrlQuery& query, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        query.addQueryItem(key, value);
}

void markWrite(ApiRequest& request, bool dryRun)
{
    request.isWrite = !dryRun;
    if (dryRun)
        request.query.addQueryItem(u"dryRun"_s, u"All"_s);
}

/// fieldValidation=Strict: the server refuses what it would otherwise drop in silence.
void markStrict(ApiRequest& request, const QString& fieldManager)
{
    request.query.addQueryItem(u"fieldManager"_s, fieldManager);
    request.query.addQueryItem(u"fieldValidation"_s, u"Strict"_s);
}

void setBody(ApiRequest& request, const QByteArray& contentType, const Json& body)
{
    request.contentType = contentType;
    request.body = toCompactJson(body);
}

/// Without what the server refuses in an applied object, or drops in silence.
Json applicable(const ApiResource& resource, Json object)
{
    if (!object.is_object() || !object.contains("metadata") || !object["metadata"].is_object())
        return object;
    Json& metadata = object["metadata"];
    metadata.erase("managedFields");
    if (!resource.namespaced)
        metadata.erase("namespace");
    return object;
}

} // namespace

ApiRequest get(const ApiResource& resource, const QString& nameSpace, const QString& name)
{
    return request("GET", "get", resource, {nameSpace, name});
}

ApiRequest list(const ApiResource& resource, const QString& nameSpace, const ListOptions& options)
{
    ApiRequest made = request("GET", "list", resource, {nameSpace, {}});
    addIfSet(made.query, u"labelSelector"_s, options.labelSelector);
    addIfSet(made.query, u"fieldSelector"_s, options.fieldSelector);
    if (options.limit > 0)
        made.query.addQueryItem(u"limit"_s, QString::number(options.limit));
    addIfSet(made.query, u"continue"_s, options.continueToken);
    return made;
}

ApiRequest watch(const ApiResource& resource, const QString& nameSpace, const WatchOptions& options)
{
    ApiRequest made = request("GET", "watch", resource, {nameSpace, {}});
    made.query.addQueryItem(u"watch"_s, u"1"_s);
    made.query.addQueryItem(u"allowWatchBookmarks"_s, u"true"_s);
    addIfSet(made.query, u"resourceVersion"_s, options.resourceVersion);
    made.query.addQueryItem(u"timeoutSeconds"_s, QString::number(options.serverTimeout.count()));
    addIfSet(made.query, u"labelSelector"_s, options.labelSelector);
    addIfSet(made.query, u"fieldSelector"_s, options.fieldSelector);
    made.timeout = options.serverTimeout + kWatchGrace;
    return made;
}

ApiRequest create(const ApiResource& resource, const QString& nameSpace, const Json& object, bool dryRun)
{
    ApiRequest made = request("POST", "create", resource, {nameSpace, {}});
    made.where.name = textAt(object, "/metadata/name");
    markStrict(made, QString::fromLatin1(kFieldManager));
    markWrite(made, dryRun);
    setBody(made, "application/json", applicable(resource, object));
    return made;
}

ApiRequest apply(const ApiResource& resource, const Json& object, const ApplyOptions& options)
{
    const Target target{textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
    ApiRequest made = request("PATCH", "patch", resource, target);
    markStrict(made, options.fieldManager);
    made.query.addQueryItem(u"force"_s, options.force ? u"true"_s : u"false"_s);
    markWrite(made, options.dryRun);
    setBody(made, "application/apply-patch+yaml", applicable(resource, object));
    return made;
}

ApiRequest mergePatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun)
{
    ApiRequest made = request("PATCH", "patch", resource, {nameSpace, name});
    markStrict(made, QString::fromLatin1(kFieldManager));
    markWrite(made, dryRun);
    setBody(made, "application/merge-patch+json", patch);
    return made;
}

ApiRequest remove(const ApiResource& resource, const QString& nameSpace, const QString& name, bool dryRun)
{
    ApiRequest made = request("DELETE", "delete", resource, {nameSpace, name});
    markWrite(made, dryRun);
    return made;
}

ApiRequest raw(const QString& path)
{
    const qsizetype mark = path.indexOf(u'?');
    ApiRequest made;
    made.path = path.first(mark < 0 ? path.size() : mark);
    if (mark >= 0)
        made.query.setQuery(path.sliced(mark + 1));
    made.where.verb = u"get"_s;
    made.where.resource = made.path;
    return made;
}

} // namespace argosy::requests
