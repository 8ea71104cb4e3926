// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/apicatalog.h>

namespace argosy {

/// What one discovery answer says. All functions here are pure; they fail with Protocol where the text is no such
/// document.
struct DiscoveredGroups
{
    QList<ApiResource> resources; ///< groups in the server's order, preferred versions first, without subresources
    QList<Error> warnings; ///< versions that are stale: an aggregated API that does not answer
};

/// True for the aggregated form; servers that do not know it answer with the old one.
[[nodiscard]] bool isAggregated(const QByteArray& body);
/// APIGroupDiscoveryList, apidiscovery.k8s.io v2 or v2beta1.
[[nodiscard]] Result<DiscoveredGroups> decodeAggregated(const QByteArray& body);
/// The paths of the versions that APIVersions (/api) or APIGroupList (/apis) names, each group's preferred one first.
[[nodiscard]] Result<QStringList> decodeVersionPaths(const QByteArray& body);
/// APIResourceList: one version of one group.
[[nodiscard]] Result<QList<ApiResource>> decodeResourceList(const QByteArray& body);
/// gitVersion of /version.
[[nodiscard]] Result<QString> decodeServerVersion(const QByteArray& body);

} // namespace argosy
