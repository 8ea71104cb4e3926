// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/quantity.h>

#include <argosy/platform/kinds.h>

#include "durations.h"
#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr QLatin1StringView kDataplaneLabel("kubernetes.azure.com/ebpf-dataplane");
constexpr QLatin1StringView kAgentTaint("node.cilium.io/agent-not-ready");

FieldPath nodeSpec()
{
    return pathOf(u"/spec/template/spec");
}

void checkNodeClassRef(RuleRun& run)
{
    const QString name = run.text("/spec/template/spec/nodeClassRef/name");
    const QString kind = run.text("/spec/template/spec/nodeClassRef/kind");
    const QString group = run.text("/spec/template/spec/nodeClassRef/group");
    if (name.isEmpty() || kind.isEmpty() || group.isEmpty())
        return;
    const ObjectRef ref{run.context().cluster, group, kind, {}, name};
    const RuleRun::Presence presence = run.presence(ref);
    if (presence == RuleRun::Presence::Present)
        return;
    const FieldPath path = nodeSpec() / u"nodeClassRef"_s / u"name"_s;
    const auto classes = run.others({group, kind});
    const QString nearest = classes.size() == 1 ? textAt(*classes.first().document, "/metadata/name") : QString();
    const Message text = message("platform", "There is no %1 %2 on this cluster.", {kind, name});
    if (presence == RuleRun::Presence::Absent)
        run.error("karpenter/nodeclass-missing", path, text, nearest);
    else
        run.warning("karpenter/nodeclass-unknown", path,
            message("platform", "No document here is the %1 %2; it has to exist on the cluster.", {kind, name}),
            nearest);
}

void checkTaints(RuleRun& run)
{
    QSet<QString> seen;
    for (const char* list : {"taints", "startupTaints"}) {
        const Json& taints = member(run.at("/spec/template/spec"), list);
        for (size_t i = 0; taints.is_array() && i < taints.size(); ++i) {
            const QString key = textAt(taints[i], "/key");
            const QString identity = key + u':' + textAt(taints[i], "/effect");
            const FieldPath path = nodeSpec() / QLatin1StringView(list).toString() / static_cast<qsizetype>(i);
            if (seen.contains(identity))
                run.error(
                    "karpenter/taint-duplicate", path, message("platform", "There is a second taint %1.", {identity}));
            seen.insert(identity);
            if (key == "karpenter.sh/unschedulable"_L1)
                run.error("karpenter/taint-reserved", path / u"key"_s,
                    message("platform", "Nothing ever removes the taint %1: a node would never become ready.", {key}));
        }
    }
}

bool isDurationOrNever(const QString& text)
{
    return text == "Never"_L1 || parseDuration(text).has_value();
}

void checkDuration(RuleRun& run, const char* pointer, bool neverAllowed)
{
    const Json& value = run.at(pointer);
    if (!value.is_string())
        return;
    const QString text = textOf(value);
    if (neverAllowed ? !isDurationOrNever(text) : !parseDuration(text))
        run.error("karpenter/duration", pathOf(QLatin1StringView(pointer).toString()),
            neverAllowed
                ? message("platform", "“%1” is no duration; one is written 30s, 1h30m or 720h, or Never.", {text})
                : message("platform", "“%1” is no duration; one is written 30s, 1h30m or 720h.", {text}));
}

bool isNodeCount(const QString& text)
{
    const bool percent = text.endsWith(u'%');
    bool isNumber = false;
    const int number = (percent ? text.chopped(1) : text).toInt(&isNumber);
    return isNumber && number >= 0 && !text.startsWith(u'+') && (!percent || number <= 100);
}

void checkBudgets(RuleRun& run)
{
    const Json& budgets = run.at("/spec/disruption/budgets");
    for (size_t i = 0; budgets.is_array() && i < budgets.size(); ++i) {
        const FieldPath path = pathOf(u"/spec/disruption/budgets") / static_cast<qsizetype>(i);
        const QString nodes = textAt(budgets[i], "/nodes");
        if (!nodes.isEmpty() && !isNodeCount(nodes))
            run.error("karpenter/budget-nodes", path / u"nodes"_s,
                message("platform", "“%1” is neither a number of nodes nor a percentage up to 100%.", {nodes}));
        const bool scheduled = !textAt(budgets[i], "/schedule").isEmpty();
        const bool lasts = !textAt(budgets[i], "/duration").isEmpty();
        if (scheduled != lasts)
            run.error("karpenter/budget-schedule", path,
                message("platform", "A budget has a schedule and a duration, or neither."));
    }
}

void checkLimits(RuleRun& run)
{
    const Json& limits = run.at("/spec/limits");
    if (!limits.is_object())
        return;
    for (const auto& [name, value] : limits.items()) {
        const QString text = textOf(value);
        if (value.is_string() && !Quantity::parse(text))
            run.error("karpenter/quantity", pathOf(u"/spec/limits") / QString::fromStdString(name),
                message("platform", "“%1” is no quantity; one is written 200, 500m or 800Gi.", {text}));
    }
}

void checkStaticPool(RuleRun& run)
{
    if (!run.at("/spec/replicas").is_number())
        return;
    if (!run.at("/spec/weight").is_null())
        run.error(
            "karpenter/replicas", pathOf(u"/spec/weight"), message("platform", "A pool with replicas has no weight."));
    const Json& limits = run.at("/spec/limits");
    if (limits.is_object())
        for (const auto& [name, value] : limits.items())
            if (name != "nodes")
                run.error("karpenter/replicas", pathOf(u"/spec/limits") / QString::fromStdString(name),
                    message("platform", "A pool with replicas knows no limit but nodes."));
}

void checkDisruption(RuleRun& run)
{
    const Json& disruption = run.at("/spec/disruption");
    if (disruption.is_object() && member(disruption, "consolidateAfter").is_null())
        run.error("karpenter/consolidate-after", pathOf(u"/spec/disruption"),
            message("platform", "A disruption block needs consolidateAfter."), u"30s"_s);
    if (disruption.is_object() && !member(disruption, "expireAfter").is_null())
        run.error("karpenter/expire-after", pathOf(u"/spec/disruption/expireAfter"),
            message("platform", "expireAfter has moved to template.spec."));
    checkDuration(run, "/spec/disruption/consolidateAfter", true);
    checkDuration(run, "/spec/template/spec/expireAfter", true);
    checkDuration(run, "/spec/template/spec/terminationGracePeriod", false);
}

/// The ManagedCluster of the set that a pool's cluster belongs to; null where the set has none or several.
const Json* clusterOf(const RuleRun& run)
{
    const auto clusters = run.others(managedCluster());
    for (const DocumentContext::Neighbour& cluster : clusters) {
        const ClusterId id = ClusterId::workload(
            textAt(*cluster.document, "/metadata/namespace"), textAt(*cluster.document, "/metadata/name"));
        if (id == run.context().cluster)
            return cluster.document;
    }
    return nullptr;
}

void checkDataplane(RuleRun& run)
{
    const Json* cluster = clusterOf(run);
    if (!cluster || textAt(*cluster, "/spec/networkProfile/networkDataplane") != "cilium"_L1)
        return;
    const Json& labels = run.at("/spec/template/metadata/labels");
    if (textOf(member(labels, kDataplaneLabel.data())) != "cilium"_L1)
        run.warning("karpenter/cilium-label", pathOf(u"/spec/template/metadata/labels"),
            message(
                "platform", "The cluster's dataplane is cilium: nodes need the label %1: cilium.", {kDataplaneLabel}));
    const Json& taints = run.at("/spec/template/spec/startupTaints");
    const auto isAgents = [](const Json& taint) { return textAt(taint, "/key") == kAgentTaint; };
    if (!taints.is_array() || std::ranges::none_of(taints, isAgents))
        run.warning("karpenter/cilium-taint", nodeSpec() / u"startupTaints"_s,
            message("platform",
                "The cluster's dataplane is cilium: without the startup taint %1 pods land before the network is up.",
                {kAgentTaint}));
}

} // namespace

void checkNodePool(RuleRun& run)
{
    checkObjectName(run, "karpenter/object-name");
    if (!run.nameSpace().isEmpty())
        run.warning("karpenter/namespace", pathOf(u"/metadata/namespace"),
            message("platform", "%1 has no namespace: the kind is cluster-scoped.", {run.gvk().kind}));
    checkNodeClassRef(run);
    checkTaints(run);
    checkBudgets(run);
    checkLimits(run);
    checkStaticPool(run);
    checkDisruption(run);
    checkDataplane(run);
}

} // namespace argosy
