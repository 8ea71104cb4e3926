// SPDX-License-Identifier: GPL-3.0-or-later
#include "karpenter.h"

#include "conditions.h"
#include "text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

const GroupKind kNodeClaim{u"karpenter.sh"_s, u"NodeClaim"_s};
const GroupKind kNode{QString(), u"Node"_s};

/// Taints that components of AKS take away by themselves.
constexpr const char* kSelfRemoved = "node.cilium.io/agent-not-ready";

NodeTraits traitsOf(const Json& claim)
{
    const Json& labels = valueAt(claim, "/metadata/labels");
    const QString name = u"aks-"_s + nameOf(claim);
    return {.name = name,
        .instanceType = text(member(labels, "node.kubernetes.io/instance-type")),
        .zone = text(member(labels, "topology.kubernetes.io/zone")),
        .version = u"v1.33.2"_s,
        .providerId =
            u"azure:///subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/MC_nodes/providers/"_s
            + u"Microsoft.Compute/virtualMachines/"_s + name};
}

QString lastingStartupTaint(const Json& claim)
{
    for (const Json& taint : valueAt(claim, "/spec/startupTaints")) {
        if (member(taint, "key") != kSelfRemoved)
            return textAt(taint, "/key") + u'=' + textAt(taint, "/value") + u':' + textAt(taint, "/effect");
    }
    return {};
}

} // namespace

NodeClaims::NodeClaims(Cluster& cluster)
    : m_cluster(cluster)
{ }

void NodeClaims::step()
{
    for (const JsonPtr& claim : m_cluster.list(kNodeClaim))
        stepClaim(*claim);
}

void NodeClaims::stepClaim(const Json& claim)
{
    Timers& timers = m_cluster.timers();
    const JsonPtr node = nodeOf(claim);
    if (node && isBeingDeleted(*node) && !isBeingDeleted(claim))
        return m_cluster.remove(claim);
    if (isBeingDeleted(claim))
        return terminate(claim);
    if (conditionOf(claim, "Ready").is_null())
        return start(claim);
    if (!isTrue(claim, "Launched")) {
        if (timers.passed(uidOf(claim) + u"/launch", 1s))
            launch(claim);
    } else if (!isTrue(claim, "Registered")) {
        if (timers.passed(uidOf(claim) + u"/register", 2s))
            registerNode(claim);
    } else if (!isTrue(claim, "Initialized") && timers.passed(uidOf(claim) + u"/initialize", 1500ms)) {
        initialize(claim);
    }
}

void NodeClaims::set(
    const Json& claim, const char* type, const char* status, const QString& reason, const Cluster::Edit& more)
{
    m_cluster.change(claim, kKarpenter, Door::Status, [&](Json& live) {
        setCondition(live, {type, status, reason}, m_cluster.timestamp());
        if (more)
            more(live);
    });
}

void NodeClaims::start(const Json& claim)
{
    m_cluster.change(claim, kKarpenter, Door::Status, [&](Json& live) {
        for (const char* type : {"Launched", "Registered", "Initialized", "Ready"})
            setCondition(live, {type, "Unknown", u"AwaitingReconciliation"_s, u"object is awaiting reconciliation"_s},
                m_cluster.timestamp());
    });
}

void NodeClaims::launch(const Json& claim)
{
    const NodeTraits traits = traitsOf(claim);
    set(claim, "Launched", "True", u"Launched"_s, [&](Json& live) {
        live["status"]["providerID"] = str(traits.providerId);
        live["status"]["capacity"] = nodeCapacity(traits);
        live["status"]["allocatable"] = nodeCapacity(traits);
        setCondition(live, {"Registered", "Unknown", u"NodeNotFound"_s, u"Node not registered with cluster"_s},
            m_cluster.timestamp());
        setCondition(live, {"Initialized", "Unknown", u"NodeNotFound"_s, u"Node not registered with cluster"_s},
            m_cluster.timestamp());
    });
    m_cluster.event(claim, kKarpenter, u"Normal"_s, u"Launched"_s,
        u"Status condition transitioned, Type: Launched, Status: Unknown -> True, Reason: Launched"_s);
}

void NodeClaims::registerNode(const Json& claim)
{
    const NodeTraits traits = traitsOf(claim);
    Json node = nodeObject(traits);
    node["metadata"]["labels"].update(valueAt(claim, "/metadata/labels"));
    node["metadata"]["labels"]["karpenter.sh/registered"] = "true";
    node["metadata"]["finalizers"] = {kKarpenterFinalizer};
    addOwner(node, referenceTo(claim, true));
    Json taints = Json::array();
    for (const char* list : {"taints", "startupTaints"}) {
        for (const Json& taint : member(claim["spec"], list))
            taints.push_back(taint);
    }
    if (!taints.empty())
        node["spec"]["taints"] = taints;
    addNode(m_cluster, node, traits);
    set(claim, "Registered", "True", u"Registered"_s, [&](Json& live) {
        live["status"]["nodeName"] = str(traits.name);
        setCondition(
            live, {"Initialized", "Unknown", u"NodeNotReady"_s, u"Node status is NotReady"_s}, m_cluster.timestamp());
    });
    m_cluster.event(claim, kKarpenter, u"Normal"_s, u"Registered"_s,
        u"Status condition transitioned, Type: Registered, Status: Unknown -> True, Reason: Registered"_s);
}

void NodeClaims::initialize(const Json& claim)
{
    if (const QString taint = lastingStartupTaint(claim); !taint.isEmpty()) {
        return m_cluster.change(claim, kKarpenter, Door::Status, [&](Json& live) {
            setCondition(live,
                {"Initialized", "Unknown", u"StartupTaintsExist"_s, u"StartupTaint \"%1\" still exists"_s.arg(taint)},
                m_cluster.timestamp());
        });
    }
    if (const JsonPtr node = nodeOf(claim)) {
        m_cluster.change(*node, kKarpenter, Door::Object, [&](Json& live) {
            live["metadata"]["labels"]["karpenter.sh/initialized"] = "true";
            live["spec"].erase("taints");
            if (const Json& taints = member(claim["spec"], "taints"); !taints.empty())
                live["spec"]["taints"] = taints;
        });
    }
    set(claim, "Initialized", "True", u"Initialized"_s, [&](Json& live) {
        setCondition(live, {"Ready", "True", u"Ready"_s}, m_cluster.timestamp());
    });
}

void NodeClaims::terminate(const Json& claim)
{
    Timers& timers = m_cluster.timers();
    const JsonPtr node = nodeOf(claim);
    if (node && !isBeingDeleted(*node))
        m_cluster.remove(*node);
    if (!timers.passed(uidOf(claim) + u"/drain", 500ms))
        return set(claim, "Drained", "Unknown", u"Draining"_s);
    if (!timers.passed(uidOf(claim) + u"/terminate", 1s)) {
        return set(claim, "InstanceTerminating", "True", u"InstanceTerminating"_s, [&](Json& live) {
            setCondition(live, {"Drained", "True", u"Drained"_s}, m_cluster.timestamp());
            setCondition(live, {"VolumesDetached", "True", u"VolumesDetached"_s}, m_cluster.timestamp());
        });
    }
    if (node)
        m_cluster.change(
            *node, kKarpenter, Door::Object, [](Json& live) { removeFinalizer(live, kKarpenterFinalizer); });
    m_cluster.change(claim, kKarpenter, Door::Object, [](Json& live) { removeFinalizer(live, kKarpenterFinalizer); });
}

JsonPtr NodeClaims::nodeOf(const Json& claim) const
{
    const QString name = textAt(claim, "/status/nodeName");
    return name.isEmpty() ? nullptr : m_cluster.get(kNode, {}, name);
}

} // namespace argosy::demo
