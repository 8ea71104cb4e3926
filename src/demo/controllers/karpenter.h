// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster.h"

namespace argosy::demo {

inline constexpr const char* kKarpenterFinalizer = "karpenter.sh/termination";
inline const GroupKind kManagedCluster{QStringLiteral("containerservice.azure.com"), QStringLiteral("ManagedCluster")};
inline const QString kKarpenter = QStringLiteral("karpenter");

/// Plays Karpenter with its Azure provider for AKSNodeClasses and NodePools: a pool whose class is ready gets two
/// nodes.
class Karpenter final
{
public:
    explicit Karpenter(Cluster& cluster);
    void step();

private:
    void stepClass(const Json& nodeClass);
    void stepPool(const Json& pool);
    void reportPool(const Json& pool, const Json* nodeClass);
    void launchClaims(const Json& pool);
    [[nodiscard]] Json claimFor(const Json& pool, const QString& name) const;
    [[nodiscard]] QString region() const;
    [[nodiscard]] QList<JsonPtr> claimsOf(const Json& pool) const;

    Cluster& m_cluster;
};

/// The life of NodeClaims and of their Nodes: launched, registered, initialized; drained and terminated.
class NodeClaims final
{
public:
    explicit NodeClaims(Cluster& cluster);
    void step();

private:
    void stepClaim(const Json& claim);
    void start(const Json& claim);
    void launch(const Json& claim);
    void registerNode(const Json& claim);
    void initialize(const Json& claim);
    void terminate(const Json& claim);
    void set(
        const Json& claim, const char* type, const char* status, const QString& reason, const Cluster::Edit& more = {});
    [[nodiscard]] JsonPtr nodeOf(const Json& claim) const;

    Cluster& m_cluster;
};

/// The nodes of the agent pools of clusters that are ready, and their end when the cluster is gone.
class AgentPoolNodes final
{
public:
    explicit AgentPoolNodes(Cluster& cluster);
    void step();

private:
    void ensure(const Json& managedCluster, const Json& pool);

    Cluster& m_cluster;
};

struct NodeTraits
{
    QString name;
    QString instanceType;
    QString zone;
    QString version;
    QString providerId;
    int cpu = 4;
    int memoryGi = 16;
};
/// A Node as it registers, without a status.
[[nodiscard]] Json nodeObject(const NodeTraits& traits);
/// cpu, memory and the like as quantities.
[[nodiscard]] Json nodeCapacity(const NodeTraits& traits);
/// Creates the Node and makes it ready.
void addNode(Cluster& cluster, const Json& node, const NodeTraits& traits);

} // namespace argosy::demo
