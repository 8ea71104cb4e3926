// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/request.h>

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// A server that is sent options for a deletion reads them and not the query.
bool isRealDeletion(const ApiRequest& request)
{
    if (request.method != "DELETE" || request.body.isEmpty())
        return false;
    const Result<Json> options = parseJson(request.body);
    return !options || member(*options, "dryRun") != Json::array({"All"});
}

bool isDryRun(const ApiRequest& request)
{
    if (isRealDeletion(request))
        return false;
    const QStringList values = request.query.allQueryItemValues(u"dryRun"_s, QUrl::FullyDecoded);
    return !values.isEmpty() && values.count(u"All"_s) == values.size();
}

bool isSelfReview(const ApiRequest& request)
{
    static const QRegularExpression paths(
        QRegularExpression::anchoredPattern(u"/apis/(authentication\\.k8s\\.io/\\w+/selfsubjectreviews"
                                            "|authorization\\.k8s\\.io/\\w+/selfsubject(access|rules)reviews)"_s));
    return request.method == "POST" && paths.match(request.path).hasMatch();
}

} // namespace

bool isWrite(const ApiRequest& request)
{
    return request.method != "GET" && !isDryRun(request) && !isSelfReview(request);
}

} // namespace argosy

namespace argosy::requests {

namespace {

constexpr std::chrono::seconds kWatchGrace{5};
/// A container may have nothing to say for hours.
constexpr std::chrono::hours kQuietLog{24};

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

void addIfTrue(QUrlQuery& query, const QString& key, bool value)
{
    addIfSet(query, key, value ? u"true"_s : QString());
}

const char* wordFor(DeletionPropagation propagation)
{
    switch (propagation) {
    case DeletionPropagation::Background: return "Background";
    case DeletionPropagation::Foreground: return "Foreground";
    case DeletionPropagation::Orphan: return "Orphan";
    case DeletionPropagation::Default: break;
    }
    return "";
}

void markDryRun(ApiRequest& request, bool dryRun)
{
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
    if (options.sendsInitialEvents) {
        made.query.addQueryItem(u"sendInitialEvents"_s, u"true"_s);
        made.query.addQueryItem(u"resourceVersionMatch"_s, u"NotOlderThan"_s);
    }
    made.query.addQueryItem(u"timeoutSeconds"_s, QString::number(options.serverTimeout.count()));
    addIfSet(made.query, u"labelSelector"_s, options.labelSelector);
    addIfSet(made.query, u"fieldSelector"_s, options.fieldSelector);
    made.timeout = options.serverTimeout + kWatchGrace;
    return made;
}

ApiRequest create(
    const ApiResource& resource, const QString& nameSpace, const Json& object, const CreateOptions& options)
{
    ApiRequest made = request("POST", "create", resource, {nameSpace, {}});
    made.where.name = textAt(object, "/metadata/name");
    markStrict(made, options.fieldManager);
    markDryRun(made, options.dryRun);
    setBody(made, "application/json", applicable(resource, object));
    return made;
}

ApiRequest apply(const ApiResource& resource, const Json& object, const ApplyOptions& options)
{
    const Target target{textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
    ApiRequest made = request("PATCH", "patch", resource, target);
    markStrict(made, options.fieldManager);
    made.query.addQueryItem(u"force"_s, options.force ? u"true"_s : u"false"_s);
    markDryRun(made, options.dryRun);
    setBody(made, "application/apply-patch+yaml", applicable(resource, object));
    return made;
}

ApiRequest mergePatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun)
{
    ApiRequest made = request("PATCH", "patch", resource, {nameSpace, name});
    markStrict(made, QString::fromLatin1(kFieldManager));
    markDryRun(made, dryRun);
    setBody(made, "application/merge-patch+json", patch);
    return made;
}

ApiRequest jsonPatch(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const Json& patch, bool dryRun)
{
    ApiRequest made = mergePatch(resource, nameSpace, name, patch, dryRun);
    made.contentType = "application/json-patch+json";
    return made;
}

ApiRequest update(const ApiResource& resource, const Json& object, bool dryRun)
{
    const Target target{textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
    ApiRequest made = request("PUT", "update", resource, target);
    markStrict(made, QString::fromLatin1(kFieldManager));
    markDryRun(made, dryRun);
    setBody(made, "application/json", applicable(resource, object));
    return made;
}

ApiRequest remove(
    const ApiResource& resource, const QString& nameSpace, const QString& name, const DeletionOptions& options)
{
    ApiRequest made = request("DELETE", "delete", resource, {nameSpace, name});
    markDryRun(made, options.dryRun);
    Json body = {{"kind", "DeleteOptions"}, {"apiVersion", "v1"}};
    if (options.propagation != DeletionPropagation::Default)
        body["propagationPolicy"] = wordFor(options.propagation);
    if (!options.uid.isEmpty())
        body["preconditions"]["uid"] = options.uid.toStdString();
    if (options.dryRun)
        body["dryRun"] = Json::array({"All"}); // with a body, the server does not look at the query
    if (!options.resourceVersion.isEmpty())
        body["preconditions"]["resourceVersion"] = options.resourceVersion.toStdString();
    setBody(made, "application/json", body);
    return made;
}

ApiRequest forMetadata(ApiRequest request)
{
    const bool isList = request.where.verb == "list"_L1;
    request.accept = isList ? "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1"
                            : "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    return request;
}

ApiRequest forSubresource(ApiRequest request, const QString& subresource)
{
    request.path += u'/' + subresource;
    request.where.resource += u'/' + subresource;
    return request;
}

ApiRequest logs(const QString& nameSpace, const QString& pod, const LogOptions& options)
{
    const ApiResource pods{.gvk = {{}, u"v1"_s, u"Pod"_s}, .plural = u"pods"_s, .namespaced = true};
    ApiRequest made = forSubresource(get(pods, nameSpace, pod), u"log"_s);
    made.accept = "*/*";
    addIfSet(made.query, u"container"_s, options.container);
    addIfTrue(made.query, u"follow"_s, options.follow);
    addIfTrue(made.query, u"previous"_s, options.previous);
    addIfTrue(made.query, u"timestamps"_s, options.timestamps);
    if (options.tailLines > 0)
        made.query.addQueryItem(u"tailLines"_s, QString::number(options.tailLines));
    if (options.since.count() > 0)
        made.query.addQueryItem(u"sinceSeconds"_s, QString::number(options.since.count()));
    if (options.follow)
        made.timeout = kQuietLog;
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
