// SPDX-License-Identifier: GPL-3.0-or-later
#include "karpenter.h"

#include "azure.h"
#include "conditions.h"
#include "text.h"

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

const GroupKind kNode{QString(), u"Node"_s};
const QString kKubelet = u"kubelet"_s;
constexpr const char* kPoolLabel = "kubernetes.azure.com/agentpool";
constexpr const char* kClusterLabel = "kubernetes.azure.com/cluster";
/// More would only make lists longer.
constexpr int kMostNodes = 10;

} // namespace

Json nodeCapacity(const NodeTraits& traits)
{
    return {{"cpu", std::to_string(traits.cpu)}, {"memory", std::to_string(traits.memoryGi) + "Gi"}, {"pods", "110"},
        {"ephemeral-storage", "128Gi"}};
}

static void fillNodeStatus(Json& node, const NodeTraits& traits, const QString& now)
{
    Json& status = node["status"];
    status["capacity"] = nodeCapacity(traits);
    status["allocatable"] = nodeCapacity(traits);
    status["addresses"] = {{{"type", "Hostname"}, {"address", str(traits.name)}}};
    status["nodeInfo"] = {{"architecture", "amd64"}, {"bootID", ""}, {"containerRuntimeVersion", "containerd://2.0.0"},
        {"kernelVersion", "6.6.96.2-1.azl3"}, {"kubeProxyVersion", str(traits.version)},
        {"kubeletVersion", str(traits.version)}, {"machineID", ""}, {"operatingSystem", "linux"},
        {"osImage", "Microsoft Azure Linux 3.0"}, {"systemUUID", ""}};
    const std::string at = str(now);
    status["conditions"] = {{{"type", "Ready"}, {"status", "True"}, {"reason", "KubeletReady"},
        {"message", "kubelet is posting ready status"}, {"lastHeartbeatTime", at}, {"lastTransitionTime", at}}};
}

Json nodeObject(const NodeTraits& traits)
{
    Json node = {{"apiVersion", "v1"}, {"kind", "Node"}};
    node["metadata"] = {{"name", str(traits.name)},
        {"labels",
            {{"kubernetes.io/hostname", str(traits.name)}, {"kubernetes.io/os", "linux"},
                {"kubernetes.io/arch", "amd64"}, {"node.kubernetes.io/instance-type", str(traits.instanceType)},
                {"topology.kubernetes.io/zone", str(traits.zone)}}}};
    node["spec"] = {{"providerID", str(traits.providerId)}};
    return node;
}

void addNode(Cluster& cluster, const Json& node, const NodeTraits& traits)
{
    const auto created = cluster.create(node, kKubelet);
    // A node of that name is the same node.
    if (created)
        cluster.change(
            **created, kKubelet, Door::Status, [&](Json& live) { fillNodeStatus(live, traits, cluster.timestamp()); });
}

AgentPoolNodes::AgentPoolNodes(Cluster& cluster)
    : m_cluster(cluster)
{ }

void AgentPoolNodes::step()
{
    QSet<QString> groups;
    for (const JsonPtr& managedCluster : m_cluster.list(kManagedCluster)) {
        groups.insert(nodeResourceGroupOf(*managedCluster));
        if (!isTrue(*managedCluster, "Ready"))
            continue;
        for (const Json& pool : valueAt(*managedCluster, "/status/agentPoolProfiles"))
            ensure(*managedCluster, pool);
    }
    for (const JsonPtr& node : m_cluster.list(kNode)) {
        const QString group = text(member(valueAt(*node, "/metadata/labels"), kClusterLabel));
        if (!group.isEmpty() && !groups.contains(group))
            m_cluster.remove(*node);
    }
}

void AgentPoolNodes::ensure(const Json& managedCluster, const Json& pool)
{
    const QString group = nodeResourceGroupOf(managedCluster);
    const QString poolName = textAt(pool, "/name");
    const Json& count = member(pool, "count");
    const int nodes = std::min(count.is_number() ? count.get<int>() : 1, kMostNodes);
    const QString set = u"aks-%1-%2-vmss"_s.arg(poolName, m_cluster.suffixFor(group, 8));
    QSet<QString> wanted;
    for (int i = 0; i < nodes; ++i) {
        NodeTraits traits{.name = set + QString::number(i).rightJustified(6, u'0'),
            .instanceType = textAt(pool, "/vmSize"),
            .zone = textAt(managedCluster, "/spec/location") + u'-' + QString::number(i % 3 + 1),
            .version = u'v' + textAt(managedCluster, "/status/currentKubernetesVersion"),
            .providerId = {}};
        wanted.insert(traits.name);
        if (m_cluster.get(kNode, {}, traits.name))
            continue;
        traits.providerId =
            u"azure:///subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/%1/providers/"
            "Microsoft.Compute/virtualMachineScaleSets/%2/virtualMachines/%3"_s.arg(group, set, QString::number(i));
        Json node = nodeObject(traits);
        node["metadata"]["labels"][kPoolLabel] = str(poolName);
        node["metadata"]["labels"][kClusterLabel] = str(group);
        node["metadata"]["labels"]["kubernetes.azure.com/mode"] = str(textAt(pool, "/mode").toLower());
        addNode(m_cluster, node, traits);
    }
    for (const JsonPtr& node : m_cluster.list(kNode)) {
        if (nameOf(*node).startsWith(set) && !wanted.contains(nameOf(*node)))
            m_cluster.remove(*node);
    }
}

} // namespace argosy::demo
