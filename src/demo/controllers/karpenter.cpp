// SPDX-License-Identifier: GPL-3.0-or-later
#include "karpenter.h"

#include "conditions.h"
#include "text.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

const GroupKind kNodeClass{u"karpenter.azure.com"_s, u"AKSNodeClass"_s};
const GroupKind kNodePool{u"karpenter.sh"_s, u"NodePool"_s};
const GroupKind kNodeClaim{u"karpenter.sh"_s, u"NodeClaim"_s};
constexpr const char* kClassFinalizer = "karpenter.azure.com/termination";
constexpr int kNodesOfAPool = 2;

struct MachineSize
{
    QLatin1StringView family;
    const char* instanceType;
};
constexpr auto kSizes = std::to_array<MachineSize>(
    {{QLatin1StringView("D"), "Standard_D4s_v5"}, {QLatin1StringView("E"), "Standard_E4s_v5"},
        {QLatin1StringView("F"), "Standard_F4s_v2"}, {QLatin1StringView("N"), "Standard_NC4as_T4_v3"}});

/// The first value that a pool's requirement allows, or what everybody gets.
std::string firstAllowed(const Json& pool, const char* key, const std::string& otherwise)
{
    for (const Json& requirement : valueAt(pool, "/spec/template/spec/requirements")) {
        const Json& values = member(requirement, "values");
        if (member(requirement, "key") == key && member(requirement, "operator") == "In" && !values.empty())
            return values[0].get<std::string>();
    }
    return otherwise;
}

std::string instanceType(const Json& pool)
{
    const std::string family = firstAllowed(pool, "karpenter.azure.com/sku-family", "D");
    std::string size = kSizes[0].instanceType;
    for (const MachineSize& candidate : kSizes) {
        if (text(std::string_view(family)).startsWith(candidate.family))
            size = candidate.instanceType;
    }
    size = firstAllowed(pool, "karpenter.azure.com/sku-name", size);
    return firstAllowed(pool, "node.kubernetes.io/instance-type", size);
}

} // namespace

Karpenter::Karpenter(Cluster& cluster)
    : m_cluster(cluster)
{ }

void Karpenter::step()
{
    for (const JsonPtr& nodeClass : m_cluster.list(kNodeClass))
        stepClass(*nodeClass);
    for (const JsonPtr& pool : m_cluster.list(kNodePool)) {
        if (!isBeingDeleted(*pool))
            stepPool(*pool);
    }
}

void Karpenter::stepClass(const Json& nodeClass)
{
    if (isBeingDeleted(nodeClass)) {
        for (const JsonPtr& claim : m_cluster.list(kNodeClaim)) {
            if (textAt(*claim, "/spec/nodeClassRef/name") == nameOf(nodeClass))
                return m_cluster.event(nodeClass, kKarpenter, u"Normal"_s, u"WaitingOnNodeClaimTermination"_s,
                    u"Waiting on NodeClaim termination for "_s + nameOf(*claim));
        }
        return m_cluster.change(
            nodeClass, kKarpenter, Door::Object, [](Json& live) { removeFinalizer(live, kClassFinalizer); });
    }
    m_cluster.change(nodeClass, kKarpenter, Door::Object, [](Json& live) {
        addFinalizer(live, kClassFinalizer);
        live["metadata"]["annotations"]["karpenter.azure.com/aksnodeclass-hash-version"] = "v3";
    });
    if (isTrue(nodeClass, "Ready") || !m_cluster.timers().passed(uidOf(nodeClass) + u"/ready", 1s))
        return;
    m_cluster.change(nodeClass, kKarpenter, Door::Status, [&](Json& live) {
        live["status"]["kubernetesVersion"] = "1.33.2";
        for (const char* type :
            {"ImagesReady", "KubernetesVersionReady", "LocalDNSReady", "SubnetsReady", "ValidationSucceeded", "Ready"})
            setCondition(live, {type, "True", QString::fromLatin1(type)}, m_cluster.timestamp());
    });
}

void Karpenter::stepPool(const Json& pool)
{
    const JsonPtr nodeClass = m_cluster.get(kNodeClass, {}, textAt(pool, "/spec/template/spec/nodeClassRef/name"));
    if (!m_cluster.timers().passed(uidOf(pool) + u"/seen", 500ms))
        return;
    reportPool(pool, nodeClass.get());
    if (isTrue(pool, "Ready"))
        launchClaims(pool);
}

void Karpenter::reportPool(const Json& pool, const Json* nodeClass)
{
    qint64 cpu = 0;
    qint64 nodes = 0;
    for (const JsonPtr& claim : claimsOf(pool)) {
        nodes += isTrue(*claim, "Registered") ? 1 : 0;
        cpu += isTrue(*claim, "Registered") ? textAt(*claim, "/status/capacity/cpu").toLongLong() : 0;
    }
    m_cluster.change(pool, kKarpenter, Door::Status, [&](Json& live) {
        const QString now = m_cluster.timestamp();
        const bool ready = nodeClass != nullptr && isTrue(*nodeClass, "Ready");
        const QString name = textAt(pool, "/spec/template/spec/nodeClassRef/name");
        setCondition(live, {"ValidationSucceeded", "True", u"ValidationSucceeded"_s}, now);
        if (ready)
            setCondition(live, {"NodeClassReady", "True", u"NodeClassReady"_s}, now);
        else if (nodeClass == nullptr)
            setCondition(live,
                {"NodeClassReady", "False", u"NodeClassNotFound"_s,
                    u"NodeClass \"%1\" not found on cluster"_s.arg(name)},
                now);
        else
            setCondition(live,
                {"NodeClassReady", "Unknown", u"NodeClassReadinessUnknown"_s, u"Node Class Readiness Unknown"_s}, now);
        setCondition(live,
            {"NodeRegistrationHealthy", nodes > 0 ? "True" : "Unknown",
                nodes > 0 ? u"NodeRegistrationHealthy"_s : u"AwaitingReconciliation"_s},
            now);
        setCondition(live,
            {"Ready", ready ? "True" : "False", ready ? u"Ready"_s : u"UnhealthyDependents"_s,
                ready ? QString() : u"NodeClassReady=False"_s},
            now);
        live["status"]["nodes"] = nodes;
        live["status"]["resources"] = {{"cpu", std::to_string(cpu)}, {"nodes", std::to_string(nodes)}};
    });
}

QList<JsonPtr> Karpenter::claimsOf(const Json& pool) const
{
    QList<JsonPtr> claims;
    for (const JsonPtr& claim : m_cluster.list(kNodeClaim)) {
        if (isOwnedBy(*claim, pool))
            claims.append(claim);
    }
    return claims;
}

void Karpenter::launchClaims(const Json& pool)
{
    const qsizetype existing = claimsOf(pool).size();
    const bool noRoom = textAt(pool, "/spec/limits/cpu") == u"0";
    if (existing >= kNodesOfAPool || noRoom)
        return;
    if (!m_cluster.timers().passed(uidOf(pool) + u"/launch/" + QString::number(existing), 1s))
        return;
    for (int i = 0;; ++i) {
        const QString name = nameOf(pool) + u'-' + m_cluster.suffixFor(uidOf(pool) + QString::number(i));
        if (m_cluster.get(kNodeClaim, {}, name))
            continue;
        static_cast<void>(m_cluster.create(claimFor(pool, name), kKarpenter));
        return;
    }
}

/// Of the first cluster: the embedded server is management and workload cluster in one.
QString Karpenter::region() const
{
    const QList<JsonPtr> clusters = m_cluster.list(kManagedCluster);
    return clusters.isEmpty() ? u"uksouth"_s : textAt(*clusters.constFirst(), "/spec/location");
}

Json Karpenter::claimFor(const Json& pool, const QString& name) const
{
    const Json& spec = valueAt(pool, "/spec/template/spec");
    Json labels = valueAt(pool, "/spec/template/metadata/labels");
    labels["karpenter.sh/nodepool"] = str(nameOf(pool));
    labels["karpenter.azure.com/aksnodeclass"] = str(textAt(spec, "/nodeClassRef/name"));
    labels["karpenter.sh/capacity-type"] = firstAllowed(pool, "karpenter.sh/capacity-type", "on-demand");
    labels["kubernetes.io/arch"] = firstAllowed(pool, "kubernetes.io/arch", "amd64");
    labels["kubernetes.io/os"] = "linux";
    labels["node.kubernetes.io/instance-type"] = instanceType(pool);
    labels["topology.kubernetes.io/zone"] = firstAllowed(pool, "topology.kubernetes.io/zone", str(region()) + "-1");
    Json claim = {{"apiVersion", "karpenter.sh/v1"}, {"kind", "NodeClaim"}};
    claim["metadata"] = {{"name", str(name)}, {"labels", labels}, {"finalizers", {kKarpenterFinalizer}}};
    addOwner(claim, referenceTo(pool, true));
    claim["spec"] = {{"nodeClassRef", spec["nodeClassRef"]}, {"requirements", spec["requirements"]},
        {"resources", {{"requests", {{"cpu", "1900m"}, {"memory", "2Gi"}, {"pods", "12"}}}}}};
    for (const char* field : {"taints", "startupTaints", "expireAfter", "terminationGracePeriod"}) {
        if (spec.contains(field))
            claim["spec"][field] = spec[field];
    }
    return claim;
}

} // namespace argosy::demo
