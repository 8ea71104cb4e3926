// SPDX-License-Identifier: GPL-3.0-or-later
#include "discoverydecode.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

Result<Json> document(const QByteArray& body, const char* kind)
{
    Result<Json> parsed = parseJson(body);
    if (!parsed)
        return fail(ErrorKind::Protocol, message("client", "Discovery gave a text that is not JSON."));
    if (textAt(*parsed, "/kind") != QLatin1String(kind))
        return fail(ErrorKind::Protocol,
            message("client", "Discovery gave a “%1” instead of a “%2”.",
                {textAt(*parsed, "/kind"), QString::fromLatin1(kind)}));
    return parsed;
}

ApiResource aggregatedResource(const Json& item, const Gvk& owner)
{
    const QString group = textAt(item, "/responseKind/group");
    const QString version = textAt(item, "/responseKind/version");
    ApiResource resource{.gvk = {group.isEmpty() ? owner.group : group, version.isEmpty() ? owner.version : version,
                             textAt(item, "/responseKind/kind")},
        .plural = textAt(item, "/resource"),
        .singular = textAt(item, "/singularResource"),
        .shortNames = textsOf(member(item, "shortNames")),
        .categories = textsOf(member(item, "categories")),
        .verbs = textsOf(member(item, "verbs")),
        .namespaced = textAt(item, "/scope") == "Namespaced"_L1};
    for (const Json& sub : member(item, "subresources"))
        resource.hasStatus = resource.hasStatus || textAt(sub, "/subresource") == "status"_L1;
    return resource;
}

Error staleVersion(const Gvk& owner)
{
    return {.kind = ErrorKind::Unavailable,
        .message = message("client", "What the API group %1 serves is not known: whoever serves it does not answer.",
            {owner.group + u'/' + owner.version}),
        .where = {.verb = u"get"_s, .resource = "/apis/"_L1 + owner.group + u'/' + owner.version}};
}

void addVersion(DiscoveredGroups& found, const Gvk& owner, const Json& version)
{
    if (textAt(version, "/freshness") == "Stale"_L1)
        found.warnings.append(staleVersion(owner));
    for (const Json& item : member(version, "resources")) {
        ApiResource resource = aggregatedResource(item, owner);
        if (!resource.gvk.kind.isEmpty() && !resource.plural.isEmpty())
            found.resources.append(std::move(resource));
    }
}

QString preferredPath(const Json& group)
{
    return textAt(group, "/preferredVersion/groupVersion");
}

} // namespace

bool isAggregated(const QByteArray& body)
{
    const Result<Json> parsed = parseJson(body);
    return parsed && textAt(*parsed, "/kind") == "APIGroupDiscoveryList"_L1;
}

Result<DiscoveredGroups> decodeAggregated(const QByteArray& body)
{
    const Result<Json> root = document(body, "APIGroupDiscoveryList");
    if (!root)
        return fail(root.error());
    DiscoveredGroups found;
    for (const Json& group : member(*root, "items")) {
        for (const Json& version : member(group, "versions"))
            addVersion(found, {textAt(group, "/metadata/name"), textAt(version, "/version"), {}}, version);
    }
    return found;
}

Result<QStringList> decodeVersionPaths(const QByteArray& body)
{
    const Result<Json> root = parseJson(body);
    if (root && textAt(*root, "/kind") == "APIVersions"_L1) {
        QStringList paths = textsOf(member(*root, "versions"));
        for (QString& path : paths)
            path.prepend("/api/"_L1);
        return paths;
    }
    const Result<Json> groups = document(body, "APIGroupList");
    if (!groups)
        return fail(groups.error());
    QStringList paths;
    for (const Json& group : member(*groups, "groups")) {
        QStringList versions{preferredPath(group)};
        for (const Json& version : member(group, "versions"))
            versions.append(textAt(version, "/groupVersion"));
        versions.removeAll(QString());
        versions.removeDuplicates();
        for (const QString& version : versions)
            paths.append("/apis/"_L1 + version);
    }
    return paths;
}

Result<QList<ApiResource>> decodeResourceList(const QByteArray& body)
{
    const Result<Json> root = document(body, "APIResourceList");
    if (!root)
        return fail(root.error());
    QList<ApiResource> found;
    QStringList withStatus;
    for (const Json& item : member(*root, "resources")) {
        const QString name = textAt(item, "/name");
        if (name.contains(u'/')) {
            if (name.endsWith("/status"_L1))
                withStatus.append(name.section(u'/', 0, 0));
            continue;
        }
        const Json& namespaced = member(item, "namespaced");
        found.append({.gvk = Gvk::from(textAt(*root, "/groupVersion"), textAt(item, "/kind")),
            .plural = name,
            .singular = textAt(item, "/singularName"),
            .shortNames = textsOf(member(item, "shortNames")),
            .categories = textsOf(member(item, "categories")),
            .verbs = textsOf(member(item, "verbs")),
            .namespaced = namespaced.is_boolean() && namespaced.get<bool>()});
    }
    for (ApiResource& resource : found)
        resource.hasStatus = withStatus.contains(resource.plural);
    return found;
}

Result<QString> decodeServerVersion(const QByteArray& body)
{
    const Result<Json> root = parseJson(body);
    const QString version = root ? textAt(*root, "/gitVersion") : QString();
    if (version.isEmpty())
        return fail(
            ErrorKind::Protocol, message("client", "The server does not say which version of Kubernetes it is."));
    return version;
}

} // namespace argosy
