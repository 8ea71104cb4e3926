// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/apicatalog.h>
#include <argosy/kube/json.h>
#include <argosy/platform/settings.h>
#include <argosy/schema/schema.h>

#include <nlohmann/json.hpp>

namespace argosy {

/// One document of a set: the file it is kept in and the cluster it goes to.
struct ManifestFile
{
    QString fileName; ///< "20-managedcluster.yaml": the files sort in apply order
    ClusterId cluster;
    Json object;
};

/// What the versions of a set are chosen by. Null: the built-in catalogue.
struct VersionSources
{
    const SchemaSet* schemas = nullptr;
    const ApiCatalog* management = nullptr;
    const ApiCatalog* workload = nullptr; ///< the cluster to be made usually does not exist yet
};

/**
 * The whole set for one cluster in apply order: Namespace, then with Delivery::Argo ServiceAccount, Role, RoleBinding
 * and WorkflowTemplate, then ResourceGroup, UserAssignedIdentity where one is named, ManagedCluster, AKSNodeClass,
 * NodePool. Empty settings leave their field out. Pure; thread-safe.
 */
[[nodiscard]] QList<ManifestFile> clusterManifests(const ClusterSettings& settings, const VersionSources& sources = {});

// One document each, for whoever makes only that.
[[nodiscard]] Json namespaceManifest(const QString& name);
[[nodiscard]] Json resourceGroupManifest(const ClusterSettings& settings, const QString& version);
[[nodiscard]] Json managedClusterManifest(const ClusterSettings& settings, const QString& version);
[[nodiscard]] Json nodeClassManifest(const ClusterSettings& settings, const QString& version);
[[nodiscard]] Json nodePoolManifest(const ClusterSettings& settings, const QString& version);

} // namespace argosy
