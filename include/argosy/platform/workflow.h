// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/gvk.h>
#include <argosy/kube/json.h>
#include <argosy/platform/settings.h>

#include <QList>

namespace argosy {

/// The names that provisioning uses.
inline constexpr const char* kProvisionTemplate = "provision-aks";
inline constexpr const char* kProvisionAccount = "aks-provisioner";
inline constexpr const char* kTemplateLabel = "workflows.argoproj.io/workflow-template";
/// The label that ties what was made for a cluster to it, and the one that names a pool's preset: those the platform
/// already uses.
inline constexpr const char* kClusterLabel = "idp-platform/cluster-name";
inline constexpr const char* kPoolTypeLabel = "idp-platform/node-pool-type";

/// The WorkflowTemplate "provision-aks". The reviewed manifests arrive as parameters; nothing is owned by the Workflow.
/// In the workload arrangement Karpenter's objects are applied with the exported kubeconfig, in the management
/// arrangement by the Workflow's own account.
[[nodiscard]] Json provisionTemplate(const ClusterSettings& settings);
/// ServiceAccount, Role and RoleBinding for it, and where the arrangement makes it write cluster-scoped kinds,
/// ClusterRole and ClusterRoleBinding. Never a secret, never delete, never "*".
[[nodiscard]] QList<Json> provisionRbac(const ClusterSettings& settings);

/// True for the kinds whose manifests travel as parameters: ResourceGroup, UserAssignedIdentity, ManagedCluster,
/// AKSNodeClass and NodePool. All others of a set are applied by the plan.
[[nodiscard]] bool carriedByWorkflow(const GroupKind& kind);

/// What a Workflow needs to know of a cluster, read from its ManagedCluster: name, namespace, where the kubeconfig is
/// exported. The other members keep their defaults; the name is empty where there is no ManagedCluster.
[[nodiscard]] ClusterSettings settingsOf(const QList<Json>& manifests);

/**
 * The Workflow to create by POST: it refers to provision-aks and carries the reviewed manifests as parameters, each one
 * line of JSON. `manifests` holds exactly one ResourceGroup and one ManagedCluster, and at most one AKSNodeClass and
 * one NodePool; documents of the kinds that the plan applies itself (Namespace, RBAC, WorkflowTemplate) are left out; a
 * second one of a kind or another kind fails with Invalid, as does a value that holds "{{", which Argo would take for
 * its own. With `dryRun` the Workflow only asks the server (kubectl --dry-run=server).
 */
[[nodiscard]] Result<Json> workflowFor(
    const ClusterSettings& settings, const QList<Json>& manifests, bool dryRun = false);

} // namespace argosy
