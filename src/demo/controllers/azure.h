// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster.h"

namespace argosy::demo {

/**
 * Plays Azure Service Operator and Azure: objects wait for their owner, are claimed (finalizer, resource id, owner
 * reference), reconcile for a while and become Ready with the status that Azure reports; exports are written before
 * that. Deletion takes a moment and then lets the finalizer go.
 */
class AzureOperator final
{
public:
    /// `kubeconfig` is what a cluster's credentials are exported as.
    AzureOperator(Cluster& cluster, QByteArray kubeconfig);

    void step();

    struct Kind
    {
        GroupKind kind;
        GroupKind owner; ///< empty for a resource group
        const char* armPath; ///< below the owner's resource id
        int createMs;
    };

private:
    struct Progress
    {
        const char* status;
        QString reason;
        QString message;
        QString severity;
    };

    void step(const Kind& kind, const Json& object);
    void finishDeletion(const Json& object);
    void reconcile(const Kind& kind, const Json& object);
    void claim(const Kind& kind, const Json& object, const Json* owner);
    void succeed(const Kind& kind, const Json& object);
    void report(const Json& object, const Progress& progress, const Cluster::Edit& more = {});
    [[nodiscard]] JsonPtr readyOwner(const Kind& kind, const Json& object) const;
    [[nodiscard]] QString armId(const Kind& kind, const Json& object, const Json* owner) const;
    /// Empty where everything was written; else why not.
    [[nodiscard]] QString writeExports(const Json& object);
    [[nodiscard]] QString writeExport(
        const Json& owner, const QString& kind, const Json& target, const QByteArray& value);

    Cluster& m_cluster;
    QByteArray m_kubeconfig;
};

/// The status that Azure reports of a resource that exists; `resourceId` is its ARM id.
void fillAzureStatus(Json& object, const QString& resourceId, const QString& suffix);
/// The resource group that Azure makes for a cluster's nodes.
[[nodiscard]] QString nodeResourceGroupOf(const Json& managedCluster);
/// spec.azureName, else the object's name.
[[nodiscard]] QString azureNameOf(const Json& object);
/// Why Azure refuses the resource, as {code, message}; empty where it does not.
[[nodiscard]] std::pair<QString, QString> azureRefusal(const Json& object);

} // namespace argosy::demo
