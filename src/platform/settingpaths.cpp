// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/settings.h>

#include <array>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Slot = std::variant<QString*, int*, std::optional<int>*, bool*, QStringList*, Delivery*, Arrangement*>;

struct Setting
{
    const char* path;
    Slot (*slot)(ClusterSettings&);
};

constexpr auto kSettings = std::to_array<Setting>({
    {"namespace", [](ClusterSettings& s) -> Slot { return &s.nameSpace; }},
    {"location", [](ClusterSettings& s) -> Slot { return &s.location; }},
    {"resourceGroup", [](ClusterSettings& s) -> Slot { return &s.resourceGroup; }},
    {"dnsPrefix", [](ClusterSettings& s) -> Slot { return &s.dnsPrefix; }},
    {"kubernetesVersion", [](ClusterSettings& s) -> Slot { return &s.kubernetesVersion; }},
    {"skuTier", [](ClusterSettings& s) -> Slot { return &s.skuTier; }},
    {"identityType", [](ClusterSettings& s) -> Slot { return &s.identityType; }},
    {"userAssignedIdentity", [](ClusterSettings& s) -> Slot { return &s.userAssignedIdentity; }},
    {"provisioningMode", [](ClusterSettings& s) -> Slot { return &s.provisioningMode; }},
    {"oidcIssuer", [](ClusterSettings& s) -> Slot { return &s.oidcIssuer; }},
    {"workloadIdentity", [](ClusterSettings& s) -> Slot { return &s.workloadIdentity; }},
    {"disableLocalAccounts", [](ClusterSettings& s) -> Slot { return &s.disableLocalAccounts; }},
    {"upgradeChannel", [](ClusterSettings& s) -> Slot { return &s.upgradeChannel; }},
    {"nodeOsUpgradeChannel", [](ClusterSettings& s) -> Slot { return &s.nodeOsUpgradeChannel; }},
    {"kubeconfigSecret", [](ClusterSettings& s) -> Slot { return &s.kubeconfigSecret; }},
    {"kubeconfigKey", [](ClusterSettings& s) -> Slot { return &s.kubeconfigKey; }},
    {"delivery", [](ClusterSettings& s) -> Slot { return &s.delivery; }},
    {"arrangement", [](ClusterSettings& s) -> Slot { return &s.arrangement; }},
    {"network.plugin", [](ClusterSettings& s) -> Slot { return &s.network.plugin; }},
    {"network.pluginMode", [](ClusterSettings& s) -> Slot { return &s.network.pluginMode; }},
    {"network.dataplane", [](ClusterSettings& s) -> Slot { return &s.network.dataplane; }},
    {"network.policy", [](ClusterSettings& s) -> Slot { return &s.network.policy; }},
    {"network.podCidr", [](ClusterSettings& s) -> Slot { return &s.network.podCidr; }},
    {"network.serviceCidr", [](ClusterSettings& s) -> Slot { return &s.network.serviceCidr; }},
    {"network.dnsServiceIp", [](ClusterSettings& s) -> Slot { return &s.network.dnsServiceIp; }},
    {"network.loadBalancerSku", [](ClusterSettings& s) -> Slot { return &s.network.loadBalancerSku; }},
    {"network.outboundType", [](ClusterSettings& s) -> Slot { return &s.network.outboundType; }},
    {"systemPool.name", [](ClusterSettings& s) -> Slot { return &s.systemPool.name; }},
    {"systemPool.vmSize", [](ClusterSettings& s) -> Slot { return &s.systemPool.vmSize; }},
    {"systemPool.count", [](ClusterSettings& s) -> Slot { return &s.systemPool.count; }},
    {"systemPool.osSku", [](ClusterSettings& s) -> Slot { return &s.systemPool.osSku; }},
    {"systemPool.osDiskSizeGB", [](ClusterSettings& s) -> Slot { return &s.systemPool.osDiskSizeGB; }},
    {"systemPool.maxPods", [](ClusterSettings& s) -> Slot { return &s.systemPool.maxPods; }},
    {"systemPool.zones", [](ClusterSettings& s) -> Slot { return &s.systemPool.zones; }},
    {"nodeClass.name", [](ClusterSettings& s) -> Slot { return &s.nodeClass.name; }},
    {"nodeClass.imageFamily", [](ClusterSettings& s) -> Slot { return &s.nodeClass.imageFamily; }},
    {"nodeClass.osDiskSizeGB", [](ClusterSettings& s) -> Slot { return &s.nodeClass.osDiskSizeGB; }},
    {"nodeClass.maxPods", [](ClusterSettings& s) -> Slot { return &s.nodeClass.maxPods; }},
    {"nodeClass.vnetSubnetId", [](ClusterSettings& s) -> Slot { return &s.nodeClass.vnetSubnetId; }},
    {"nodePool.name", [](ClusterSettings& s) -> Slot { return &s.nodePool.name; }},
    {"nodePool.weight", [](ClusterSettings& s) -> Slot { return &s.nodePool.weight; }},
    {"nodePool.cpuLimit", [](ClusterSettings& s) -> Slot { return &s.nodePool.cpuLimit; }},
    {"nodePool.memoryLimit", [](ClusterSettings& s) -> Slot { return &s.nodePool.memoryLimit; }},
    {"nodePool.consolidationPolicy", [](ClusterSettings& s) -> Slot { return &s.nodePool.consolidationPolicy; }},
    {"nodePool.consolidateAfter", [](ClusterSettings& s) -> Slot { return &s.nodePool.consolidateAfter; }},
    {"nodePool.budgets", [](ClusterSettings& s) -> Slot { return &s.nodePool.budgets; }},
    {"nodePool.expireAfter", [](ClusterSettings& s) -> Slot { return &s.nodePool.expireAfter; }},
});

struct MapSetting
{
    const char* prefix;
    StringMap& (*map)(ClusterSettings&);
};

constexpr auto kMaps = std::to_array<MapSetting>({
    {"tags.", [](ClusterSettings& s) -> StringMap& { return s.tags; }},
    {"nodeClass.tags.", [](ClusterSettings& s) -> StringMap& { return s.nodeClass.tags; }},
    {"nodePool.labels.", [](ClusterSettings& s) -> StringMap& { return s.nodePool.labels; }},
});

/// Puts a text into a member of any type.
struct Assign
{
    const QString& path;
    const QString& value;

    Result<> operator()(QString* member) const
    {
        *member = value;
        return {};
    }
    Result<> operator()(QStringList* member) const
    {
        *member = value.split(u',', Qt::SkipEmptyParts);
        return {};
    }
    Result<> operator()(int* member) const
    {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber)
            return fail(ErrorKind::Parse, message("platform", "%1 takes a whole number; “%2” is none.", {path, value}));
        *member = number;
        return {};
    }
    Result<> operator()(std::optional<int>* member) const
    {
        int number = 0;
        if (auto assigned = (*this)(&number); !assigned)
            return assigned;
        *member = number;
        return {};
    }
    Result<> operator()(bool* member) const
    {
        if (value != "true"_L1 && value != "false"_L1)
            return fail(
                ErrorKind::Parse, message("platform", "%1 is either true or false; “%2” is neither.", {path, value}));
        *member = value == "true"_L1;
        return {};
    }
    Result<> operator()(Delivery* member) const { return assign(member, parseDelivery(value)); }
    Result<> operator()(Arrangement* member) const { return assign(member, parseArrangement(value)); }

private:
    template <class T> static Result<> assign(T* member, const Result<T>& parsed)
    {
        if (!parsed)
            return fail(parsed.error());
        *member = *parsed;
        return {};
    }
};

} // namespace

Result<> setSetting(ClusterSettings& settings, const QString& path, const QString& value)
{
    if (path == "preset"_L1)
        return applyPreset(settings, value);
    for (const Setting& setting : kSettings)
        if (path == QLatin1StringView(setting.path))
            return std::visit(Assign{path, value}, setting.slot(settings));
    for (const MapSetting& setting : kMaps) {
        const QLatin1StringView prefix(setting.prefix);
        if (path.startsWith(prefix) && path.size() > prefix.size()) {
            setting.map(settings).insert(path.sliced(prefix.size()), value);
            return {};
        }
    }
    return fail(ErrorKind::NotFound,
        message("platform", "There is no setting “%1”; there are %2.", {path, settingPaths().join(u", "_s)}));
}

QStringList settingPaths()
{
    QStringList paths{u"preset"_s};
    for (const Setting& setting : kSettings)
        paths.append(QLatin1StringView(setting.path));
    for (const MapSetting& setting : kMaps)
        paths.append(QLatin1StringView(setting.prefix) + "KEY"_L1);
    paths.sort();
    return paths;
}

} // namespace argosy
