// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/manifests.h>

#include <argosy/platform/workflow.h>

#include "manifestparts.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr const char* kDataplaneLabel = "kubernetes.azure.com/ebpf-dataplane";
constexpr const char* kAgentTaint = "node.cilium.io/agent-not-ready";

Json taintJson(const Taint& taint)
{
    Json json;
    put(json, "key", taint.key);
    put(json, "value", taint.value);
    put(json, "effect", taint.effect);
    return json;
}

Json requirementJson(const Requirement& requirement)
{
    Json json;
    put(json, "key", requirement.key);
    put(json, "operator", requirement.op);
    put(json, "values", requirement.values);
    return json;
}

Json nodeTemplate(const ClusterSettings& settings, bool cilium)
{
    const NodePoolSettings& pool = settings.nodePool;
    StringMap labels = pool.labels;
    if (!settings.preset.isEmpty() && !labels.contains(QLatin1StringView(kPoolTypeLabel)))
        labels.insert(QLatin1StringView(kPoolTypeLabel), settings.preset);
    if (cilium)
        labels.insert(QLatin1StringView(kDataplaneLabel), u"cilium"_s);

    Json node;
    if (!labels.isEmpty())
        put(node["metadata"], "labels", labels);
    Json& spec = node["spec"];
    put(spec, "expireAfter", pool.expireAfter);
    spec["nodeClassRef"] = {
        {"group", "karpenter.azure.com"}, {"kind", "AKSNodeClass"}, {"name", text(settings.nodeClass.name)}};
    spec["requirements"] = Json::array();
    for (const Requirement& requirement : pool.requirements)
        spec["requirements"].push_back(requirementJson(requirement));
    for (const Taint& taint : pool.taints)
        spec["taints"].push_back(taintJson(taint));
    // Pods must not land before the dataplane's agent runs; the agent takes the taint away.
    if (cilium)
        spec["startupTaints"].push_back(taintJson({QLatin1StringView(kAgentTaint), u"true"_s, u"NoExecute"_s}));
    return node;
}

Json disruption(const NodePoolSettings& pool)
{
    Json block;
    put(block, "consolidationPolicy", pool.consolidationPolicy);
    // Always said: Azure's copy of the CRD requires it as soon as the block is there.
    block["consolidateAfter"] = text(pool.consolidateAfter.isEmpty() ? u"0s"_s : pool.consolidateAfter);
    for (const QString& nodes : pool.budgets)
        block["budgets"].push_back({{"nodes", text(nodes)}});
    return block;
}

} // namespace

Json nodeClassManifest(const ClusterSettings& settings, const QString& version)
{
    const NodeClassSettings& nodeClass = settings.nodeClass;
    Json object = objectHead("karpenter.azure.com/"_L1 + version, "AKSNodeClass", nodeClass.name);
    Json& spec = object["spec"];
    put(spec, "imageFamily", nodeClass.imageFamily);
    spec["osDiskSizeGB"] = nodeClass.osDiskSizeGB;
    if (nodeClass.maxPods)
        spec["maxPods"] = *nodeClass.maxPods;
    put(spec, "vnetSubnetID", nodeClass.vnetSubnetId);
    put(spec, "tags", nodeClass.tags);
    return object;
}

Json nodePoolManifest(const ClusterSettings& settings, const QString& version)
{
    const NodePoolSettings& pool = settings.nodePool;
    Json object = objectHead("karpenter.sh/"_L1 + version, "NodePool", pool.name);
    Json& spec = object["spec"];
    if (pool.weight > 0)
        spec["weight"] = pool.weight;
    put(spec, "limits", "cpu", pool.cpuLimit);
    put(spec, "limits", "memory", pool.memoryLimit);
    spec["disruption"] = disruption(pool);
    spec["template"] = nodeTemplate(settings, settings.network.dataplane == "cilium"_L1);
    return object;
}

} // namespace argosy
