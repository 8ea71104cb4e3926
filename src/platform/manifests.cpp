// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/manifests.h>

#include <argosy/platform/kinds.h>
#include <argosy/platform/versions.h>
#include <argosy/platform/workflow.h>

#include "manifestparts.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr QLatin1StringView kContainerService("containerservice.azure.com");
constexpr QLatin1StringView kManagedIdentity("managedidentity.azure.com");

Json azureObject(const ClusterSettings& settings, const QString& apiVersion, const char* kind, const QString& name)
{
    Json object = objectHead(apiVersion, kind, name, settings.nameSpace);
    object["metadata"]["labels"][kClusterLabel] = text(settings.name);
    return object;
}

bool namesIdentityObject(const ClusterSettings& settings)
{
    return settings.identityType == "UserAssigned"_L1 && !settings.userAssignedIdentity.isEmpty()
        && !settings.userAssignedIdentity.startsWith(u'/');
}

Json identityManifest(const ClusterSettings& settings, const QString& version)
{
    Json object =
        azureObject(settings, kManagedIdentity + u'/' + version, "UserAssignedIdentity", settings.userAssignedIdentity);
    put(object["spec"], "location", settings.location);
    put(object["spec"], "owner", "name", settings.resourceGroup);
    put(object["spec"], "tags", settings.tags);
    return object;
}

Json identity(const ClusterSettings& settings)
{
    Json identity;
    put(identity, "type", settings.identityType);
    if (settings.identityType != "UserAssigned"_L1 || settings.userAssignedIdentity.isEmpty())
        return identity;
    Json reference;
    if (namesIdentityObject(settings)) {
        reference["group"] = kManagedIdentity.data();
        reference["kind"] = "UserAssignedIdentity";
        put(reference, "name", settings.userAssignedIdentity);
    } else {
        put(reference, "armId", settings.userAssignedIdentity);
    }
    identity["userAssignedIdentities"].push_back({{"reference", std::move(reference)}});
    return identity;
}

Json networkProfile(const NetworkSettings& network)
{
    Json profile = Json::object();
    put(profile, "networkPlugin", network.plugin);
    put(profile, "networkPluginMode", network.pluginMode);
    put(profile, "networkDataplane", network.dataplane);
    put(profile, "networkPolicy", network.policy);
    put(profile, "podCidr", network.podCidr);
    put(profile, "serviceCidr", network.serviceCidr);
    put(profile, "dnsServiceIP", network.dnsServiceIp);
    put(profile, "loadBalancerSku", network.loadBalancerSku);
    put(profile, "outboundType", network.outboundType);
    return profile;
}

Json systemPool(const SystemPoolSettings& pool)
{
    Json profile;
    put(profile, "name", pool.name);
    profile["mode"] = "System";
    profile["count"] = pool.count;
    put(profile, "vmSize", pool.vmSize);
    profile["type"] = "VirtualMachineScaleSets";
    profile["osType"] = "Linux";
    put(profile, "osSKU", pool.osSku);
    profile["osDiskSizeGB"] = pool.osDiskSizeGB;
    profile["maxPods"] = pool.maxPods;
    // Said although it is the default: node provisioning refuses a cluster where any pool scales itself.
    profile["enableAutoScaling"] = false;
    put(profile, "availabilityZones", pool.zones);
    return profile;
}

Json operatorSpec(const ClusterSettings& settings)
{
    Json exports = Json::object();
    if (!settings.kubeconfigSecret.isEmpty()) {
        const char* credentials = settings.disableLocalAccounts ? "userCredentials" : "adminCredentials";
        exports["secrets"][credentials] = {
            {"name", text(settings.kubeconfigSecret)}, {"key", text(settings.kubeconfigKey)}};
    }
    if (settings.oidcIssuer)
        exports["configMaps"]["oidcIssuerProfile"] = {{"name", text(settings.name + "-oidc"_L1)}, {"key", "issuer"}};
    return exports;
}

Json upgradeProfile(const ClusterSettings& settings)
{
    Json profile = Json::object();
    put(profile, "upgradeChannel", settings.upgradeChannel);
    put(profile, "nodeOSUpgradeChannel", settings.nodeOsUpgradeChannel);
    return profile;
}

/// Leaves a block out that has nothing in it.
void putBlock(Json& object, const char* key, Json block)
{
    if (!block.empty())
        object[key] = std::move(block);
}

/// Collects the set; file names carry the place in it.
class SetBuilder
{
public:
    explicit SetBuilder(const ClusterSettings& settings)
        : m_settings(settings)
    { }
    void add(Json object)
    {
        const QString kind = textAt(object, "/kind");
        const QString group = Gvk::from(textAt(object, "/apiVersion"), kind).group;
        const QString name = kind.toLower() + u'-' + textAt(object, "/metadata/name") + ".yaml"_L1;
        m_files.append({
            .fileName = QString::number((m_files.size() + 1) * 10).rightJustified(3, u'0') + u'-' + name,
            .cluster = clusterFor({group, kind}, m_settings.arrangement, m_settings.nameSpace, m_settings.name),
            .object = std::move(object),
        });
    }
    [[nodiscard]] QList<ManifestFile> take() { return std::move(m_files); }

private:
    const ClusterSettings& m_settings;
    QList<ManifestFile> m_files;
};

} // namespace

Json namespaceManifest(const QString& name)
{
    return objectHead(u"v1"_s, "Namespace", name);
}

Json resourceGroupManifest(const ClusterSettings& settings, const QString& version)
{
    Json object = azureObject(settings, "resources.azure.com/"_L1 + version, "ResourceGroup", settings.resourceGroup);
    put(object["spec"], "azureName", settings.resourceGroup);
    put(object["spec"], "location", settings.location);
    put(object["spec"], "tags", settings.tags);
    return object;
}

Json managedClusterManifest(const ClusterSettings& settings, const QString& version)
{
    Json object = azureObject(settings, kContainerService + u'/' + version, "ManagedCluster", settings.name);
    Json& spec = object["spec"];
    put(spec, "azureName", settings.name);
    put(spec, "location", settings.location);
    put(spec, "owner", "name", settings.resourceGroup);
    put(spec, "dnsPrefix", settings.dnsPrefix);
    put(spec, "kubernetesVersion", settings.kubernetesVersion);
    if (!settings.skuTier.isEmpty())
        spec["sku"] = {{"name", "Base"}, {"tier", text(settings.skuTier)}};
    if (settings.skuTier == "Premium"_L1)
        spec["supportPlan"] = "AKSLongTermSupport";
    spec["identity"] = identity(settings);
    spec["oidcIssuerProfile"]["enabled"] = settings.oidcIssuer;
    spec["securityProfile"]["workloadIdentity"]["enabled"] = settings.workloadIdentity;
    if (settings.disableLocalAccounts)
        spec["disableLocalAccounts"] = true;
    if (!settings.provisioningMode.isEmpty())
        spec["nodeProvisioningProfile"]["mode"] = text(settings.provisioningMode);
    putBlock(spec, "autoUpgradeProfile", upgradeProfile(settings));
    putBlock(spec, "networkProfile", networkProfile(settings.network));
    spec["agentPoolProfiles"].push_back(systemPool(settings.systemPool));
    put(spec, "tags", settings.tags);
    putBlock(spec, "operatorSpec", operatorSpec(settings));
    return object;
}

QList<ManifestFile> clusterManifests(const ClusterSettings& settings, const VersionSources& sources)
{
    const SchemaSet& schemas = sources.schemas ? *sources.schemas : SchemaSet::builtin();
    const auto management = [&](const QString& group, const QString& kind) {
        return chooseVersion({group, kind}, schemas, sources.management);
    };
    const auto karpenter = [&](const QString& group, const QString& kind) {
        const bool inWorkload = settings.arrangement == Arrangement::Workload;
        return chooseVersion({group, kind}, schemas, inWorkload ? sources.workload : sources.management);
    };
    ClusterSettings served = settings;
    const QString clusterVersion = management(kContainerService, u"ManagedCluster"_s);
    if (!hasNodeProvisioning(clusterVersion, schemas))
        served.provisioningMode.clear();

    SetBuilder set(settings);
    set.add(namespaceManifest(settings.nameSpace));
    if (settings.delivery == Delivery::Argo) {
        for (Json& object : provisionRbac(settings))
            set.add(std::move(object));
        set.add(provisionTemplate(settings));
    }
    set.add(resourceGroupManifest(settings, management(u"resources.azure.com"_s, u"ResourceGroup"_s)));
    if (namesIdentityObject(settings))
        set.add(identityManifest(settings, management(kManagedIdentity, u"UserAssignedIdentity"_s)));
    set.add(managedClusterManifest(served, clusterVersion));
    set.add(nodeClassManifest(settings, karpenter(u"karpenter.azure.com"_s, u"AKSNodeClass"_s)));
    set.add(nodePoolManifest(settings, karpenter(u"karpenter.sh"_s, u"NodePool"_s)));
    return set.take();
}

} // namespace argosy
