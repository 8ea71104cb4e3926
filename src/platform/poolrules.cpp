// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>

#include "names.h"
#include "rulerun.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kMinSystemCpus = 4;
constexpr int kMinSystemPods = 30;
constexpr int kMinPods = 10;
constexpr int kMaxPods = 250;
constexpr int kMaxCount = 1000;
constexpr qsizetype kMaxWindowsName = 6;

/// One agent pool and where it stands: an item of a cluster's list, or the spec of an object of its own.
struct Pool
{
    const Json& json;
    FieldPath path;
    QString name;

    [[nodiscard]] QString text(std::string_view key) const { return textOf(member(json, key)); }
    [[nodiscard]] std::optional<qint64> integer(std::string_view key) const { return integerOf(member(json, key)); }
    [[nodiscard]] bool scalesItself() const
    {
        const Json& value = member(json, "enableAutoScaling");
        return value.is_boolean() && value.get<bool>();
    }
    [[nodiscard]] bool isSystem() const { return text("mode") == "System"_L1; }
    [[nodiscard]] bool isWindows() const { return text("osType") == "Windows"_L1; }
};

std::vector<Pool> inlinePools(const RuleRun& run)
{
    std::vector<Pool> pools;
    const Json& list = run.at("/spec/agentPoolProfiles");
    for (size_t i = 0; list.is_array() && i < list.size(); ++i)
        pools.push_back(
            Pool{list[i], pathOf(u"/spec/agentPoolProfiles") / static_cast<qsizetype>(i), textAt(list[i], "/name")});
    return pools;
}

void checkPoolName(RuleRun& run, const Pool& pool)
{
    static const QRegularExpression kName(u"^[a-z][a-z0-9]{0,11}$"_s);
    if (!pool.name.isEmpty() && !kName.match(pool.name).hasMatch())
        run.error("aks/pool-name", pool.path / u"name"_s,
            message("platform",
                "“%1” is no name for an agent pool: 1 to 12 lower-case letters and digits, a letter first.",
                {pool.name}));
    else if (pool.isWindows() && pool.name.size() > kMaxWindowsName)
        run.error("aks/pool-name", pool.path / u"name"_s,
            message("platform", "The name of a Windows pool has at most 6 characters; “%1” has more.", {pool.name}));
}

void checkScaling(RuleRun& run, const Pool& pool)
{
    const auto least = pool.integer("minCount");
    const auto most = pool.integer("maxCount");
    if (pool.scalesItself() && (!least || !most))
        run.error("aks/autoscaling-counts", pool.path / u"enableAutoScaling"_s,
            message("platform", "A pool that scales itself needs both minCount and maxCount."));
    else if (least && most && *least > *most)
        run.error(
            "aks/autoscaling-counts", pool.path / u"minCount"_s, message("platform", "minCount is above maxCount."));
    else if (!pool.scalesItself() && (least || most))
        run.warning("aks/autoscaling-counts", pool.path / (least ? u"minCount"_s : u"maxCount"_s),
            message("platform", "minCount and maxCount only count with enableAutoScaling."));
}

/// "Standard_D4s_v5" → {"D", 4}.
struct VmSize
{
    QString family;
    int cpus = 0;
};
std::optional<VmSize> parseVmSize(const QString& size)
{
    static const QRegularExpression kSize(u"^Standard_([A-Z]+)(\\d+)"_s);
    const auto match = kSize.match(size);
    if (!match.hasMatch())
        return {};
    return VmSize{match.captured(1), match.captured(2).toInt()};
}

void checkSystemSize(RuleRun& run, const Pool& pool)
{
    const auto size = parseVmSize(pool.text("vmSize"));
    if (!size)
        return;
    const FieldPath path = pool.path / u"vmSize"_s;
    if (size->family.startsWith(u'B'))
        run.error("aks/system-pool-size", path,
            message("platform", "System pools do not run on the burstable B series (%1).", {pool.text("vmSize")}),
            u"Standard_D4s_v5"_s);
    else if (size->cpus < kMinSystemCpus)
        run.warning("aks/system-pool-size", path,
            message("platform", "A system pool should have at least 4 vCPUs a node; %1 has %2.",
                {pool.text("vmSize"), QString::number(size->cpus)}),
            u"Standard_D4s_v5"_s);
}

void checkSystemPool(RuleRun& run, const Pool& pool)
{
    if (pool.isWindows())
        run.error("aks/system-pool-os", pool.path / u"osType"_s, message("platform", "A system pool runs Linux."),
            u"Linux"_s);
    if (pool.text("scaleSetPriority") == "Spot"_L1)
        run.error("aks/system-pool-spot", pool.path / u"scaleSetPriority"_s,
            message("platform", "A system pool cannot run on spot machines."), u"Regular"_s);
    const auto count = pool.integer("count");
    if (count == 0)
        run.error("aks/system-pool-count", pool.path / u"count"_s,
            message("platform", "A system pool needs at least one node; three are recommended."), u"3"_s);
    else if (count == 1)
        run.warning("aks/system-pool-count", pool.path / u"count"_s,
            message("platform", "With one node a system pool has no spare: three are recommended."), u"3"_s);
    const auto pods = pool.integer("maxPods");
    if (pods && *pods >= kMinPods && *pods < kMinSystemPods)
        run.error("aks/system-pool-pods", pool.path / u"maxPods"_s,
            message("platform", "A system pool needs maxPods of at least 30."), u"30"_s);
    checkSystemSize(run, pool);
}

void checkRange(RuleRun& run, const Pool& pool, const QString& key, int least, int most)
{
    const auto value = pool.integer(key.toStdString());
    if (value && (*value < least || *value > most))
        run.error("aks/pool-range", pool.path / key,
            message("platform", "%1 lies between %2 and %3; it is %4.",
                {key, QString::number(least), QString::number(most), QString::number(*value)}));
}

/// "key=value:NoSchedule", or without a value.
bool isTaint(const QString& taint)
{
    const QString effect = taint.section(u':', 1);
    const QString key = taint.section(u':', 0, 0).section(u'=', 0, 0);
    const QString value = taint.section(u':', 0, 0).section(u'=', 1);
    return QStringList{u"NoSchedule"_s, u"PreferNoSchedule"_s, u"NoExecute"_s}.contains(effect) && isLabelKey(key)
        && isLabelValue(value);
}

void checkTaints(RuleRun& run, const Pool& pool)
{
    const Json& taints = member(pool.json, "nodeTaints");
    for (size_t i = 0; taints.is_array() && i < taints.size(); ++i) {
        const QString taint = textOf(taints[i]);
        if (taints[i].is_string() && !isTaint(taint))
            run.error("aks/pool-taint", pool.path / u"nodeTaints"_s / static_cast<qsizetype>(i),
                message("platform",
                    "“%1” is no taint; one is written key=value:NoSchedule, :PreferNoSchedule or :NoExecute.",
                    {taint}));
    }
}

void checkLabels(RuleRun& run, const Pool& pool)
{
    const Json& labels = member(pool.json, "nodeLabels");
    if (!labels.is_object())
        return;
    for (const auto& [key, value] : labels.items()) {
        const QString name = QString::fromStdString(key);
        if (!isLabelKey(name) || !isLabelValue(textOf(value)))
            run.error("aks/pool-label", pool.path / u"nodeLabels"_s / name,
                message("platform",
                    "%1: %2 is no label: up to 63 letters, digits, - _ and ., with a letter or digit at both ends; a "
                    "key may have a domain and / before it.",
                    {name, textOf(value)}));
    }
}

void checkSize(RuleRun& run, const Pool& pool)
{
    const QString size = pool.text("vmSize");
    if (!size.isEmpty() && !isVmSize(size))
        run.error("aks/vm-size", pool.path / u"vmSize"_s,
            message("platform", "“%1” is no size of virtual machine; one is written like Standard_D4s_v5.", {size}));
}

void checkPool(RuleRun& run, const Pool& pool)
{
    checkPoolName(run, pool);
    checkRange(run, pool, u"count"_s, 0, kMaxCount);
    checkRange(run, pool, u"maxPods"_s, kMinPods, kMaxPods);
    checkTaints(run, pool);
    checkLabels(run, pool);
    checkSize(run, pool);
    checkScaling(run, pool);
    if (pool.isSystem())
        checkSystemPool(run, pool);
}

void reportScaling(RuleRun& run, const Pool& pool)
{
    run.error("aks/nap-autoscaling", pool.path / u"enableAutoScaling"_s,
        message(
            "platform", "Node auto provisioning does not go with a pool that scales itself; “%1” does.", {pool.name}),
        u"false"_s);
}

void checkProvisioningPools(RuleRun& run)
{
    for (const Pool& pool : inlinePools(run)) {
        if (pool.scalesItself())
            reportScaling(run, pool);
        if (pool.isWindows())
            run.error("aks/nap-windows", pool.path / u"osType"_s,
                message(
                    "platform", "Node auto provisioning does not go with Windows pools; “%1” is one.", {pool.name}));
        if (member(pool.json, "podSubnetReference").is_object())
            run.error("aks/nap-pod-subnet", pool.path / u"podSubnetReference"_s,
                message("platform", "Node auto provisioning does not go with pod subnets; “%1” has one.", {pool.name}));
    }
}

void checkProvisioningNetwork(RuleRun& run)
{
    const FieldPath network = pathOf(u"/spec/networkProfile");
    if (run.text("/spec/networkProfile/networkPlugin") == "kubenet"_L1)
        run.error("aks/nap-network", network / u"networkPlugin"_s,
            message("platform", "Node auto provisioning does not go with kubenet."), u"azure"_s);
    if (run.text("/spec/networkProfile/networkPolicy") == "calico"_L1)
        run.error("aks/nap-network", network / u"networkPolicy"_s,
            message("platform", "Node auto provisioning does not go with the network policy calico."), u"cilium"_s);
    const Json& families = run.at("/spec/networkProfile/ipFamilies");
    if (families.is_array() && std::ranges::any_of(families, [](const Json& f) { return textOf(f) == "IPv6"_L1; }))
        run.error("aks/nap-ipv6", network / u"ipFamilies"_s,
            message("platform", "Node auto provisioning does not go with IPv6."));
    const std::vector<Pool> pools = inlinePools(run);
    const bool ownNetwork = std::ranges::any_of(
        pools, [](const Pool& pool) { return member(pool.json, "vnetSubnetReference").is_object(); });
    if (ownNetwork && run.text("/spec/networkProfile/loadBalancerSku") == "basic"_L1)
        run.error("aks/nap-load-balancer", network / u"loadBalancerSku"_s,
            message("platform", "Node auto provisioning in a network of your own needs the standard load balancer."),
            u"standard"_s);
}

void checkProvisioningIdentity(RuleRun& run)
{
    const QString principal = run.text("/spec/servicePrincipalProfile/clientId");
    if (!principal.isEmpty() && principal != "msi"_L1)
        run.error("aks/nap-identity", pathOf(u"/spec/servicePrincipalProfile/clientId"),
            message("platform",
                "Node auto provisioning needs a managed identity and does not go with a service principal."));
    const QString type = run.text("/spec/identity/type");
    if (type.isEmpty() ? principal.isEmpty() : type == "None"_L1)
        run.error("aks/nap-identity", pathOf(u"/spec/identity/type"),
            message("platform", "Node auto provisioning needs a managed identity."), u"SystemAssigned"_s);
}

void checkAgainstCluster(RuleRun& run, const Pool& pool, const Json& cluster)
{
    if (textAt(cluster, "/spec/nodeProvisioningProfile/mode") == "Auto"_L1 && pool.scalesItself())
        reportScaling(run, pool);
    const Json& profiles = valueAt(cluster, "/spec/agentPoolProfiles");
    const auto sameName = [&pool](const Json& profile) { return textAt(profile, "/name") == pool.name; };
    if (profiles.is_array() && std::ranges::any_of(profiles, sameName))
        run.error("aks/pool-twice", pathOf(u"/metadata/name"),
            message("platform", "ManagedCluster %1 has a pool %2 itself; one pool must not be managed in two places.",
                {textAt(cluster, "/metadata/name"), pool.name}));
}

void checkZones(RuleRun& run, const Pool& pool)
{
    const QString location = run.text("/spec/location");
    const Json& zones = member(pool.json, "availabilityZones");
    if (zones.is_array() && !zones.empty() && !hasZones(location))
        run.error("aks/zones", pool.path / u"availabilityZones"_s,
            message("platform", "The region %1 has no availability zones.", {location}));
}

} // namespace

void checkAgentPools(RuleRun& run)
{
    const std::vector<Pool> pools = inlinePools(run);
    QSet<QString> names;
    for (const Pool& pool : pools) {
        checkPool(run, pool);
        checkZones(run, pool);
        if (!pool.name.isEmpty() && names.contains(pool.name))
            run.error("aks/pool-duplicate", pool.path / u"name"_s,
                message("platform", "There are two agent pools named %1.", {pool.name}));
        names.insert(pool.name);
    }
    const bool hasSystem = std::ranges::any_of(pools, [](const Pool& pool) { return pool.isSystem(); });
    if (!hasSystem)
        run.error("aks/system-pool-missing", pathOf(u"/spec/agentPoolProfiles"),
            message("platform", "A cluster needs at least one agent pool of mode System."));
}

void checkNodeProvisioning(RuleRun& run)
{
    if (run.text("/spec/nodeProvisioningProfile/mode") != "Auto"_L1)
        return;
    checkProvisioningPools(run);
    checkProvisioningNetwork(run);
    checkProvisioningIdentity(run);
}

void checkSeparateAgentPool(RuleRun& run)
{
    const QString named = run.text("/spec/azureName");
    const Pool pool{run.at("/spec"), pathOf(u"/spec"), named.isEmpty() ? run.name() : named};
    if (!pool.json.is_object())
        return;
    checkPool(run, pool);
    for (const DocumentContext::Neighbour& other : run.others(managedCluster())) {
        const bool owns = textAt(*other.document, "/metadata/name") == run.text("/spec/owner/name")
            && textAt(*other.document, "/metadata/namespace") == run.nameSpace();
        if (owns)
            checkAgainstCluster(run, pool, *other.document);
    }
}

} // namespace argosy
