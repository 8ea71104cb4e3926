// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/apicatalog.h>
#include <argosy/schema/schema.h>

namespace argosy {

/**
 * The one version of a kind for all reads and writes.
 *
 * Candidates are what `catalog` serves, or, without one (or where it lacks the kind), what `schemas` knows. Of a
 * ManagedCluster the newest stable version whose schema has spec.nodeProvisioningProfile wins, then the newest preview
 * that has it, then the newest stable one. Other kinds of Azure's operator take the newest stable version. All others
 * take the server's preferred one. Empty where nobody knows the kind. Pure; thread-safe.
 */
[[nodiscard]] QString chooseVersion(
    const GroupKind& kind, const SchemaSet& schemas, const ApiCatalog* catalog = nullptr);

/// True for Azure's preview versions ("v1api20240402preview", "v20251002preview").
[[nodiscard]] bool isPreviewVersion(QStringView version);
/// True where Azure has retired the version of that kind: an operator that still serves it will stop to.
[[nodiscard]] bool isRetiredVersion(const Gvk& gvk);
/// True where that version of ManagedCluster has spec.nodeProvisioningProfile.
[[nodiscard]] bool hasNodeProvisioning(const QString& managedClusterVersion, const SchemaSet& schemas);

} // namespace argosy
