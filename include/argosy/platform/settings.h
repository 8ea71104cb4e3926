// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/clusterid.h>

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace argosy {

/// How a workspace reaches its clusters: the plan applies everything, or a Workflow carries the reviewed manifests.
enum class Delivery
{
    Direct,
    Argo
};
/// Where Karpenter's objects live: in the cluster that is made (node auto provisioning), or beside ASO (self-hosted
/// Karpenter).
enum class Arrangement
{
    Workload,
    Management
};

/// "direct", "argo", "workload", "management": for files, flags and JSON.
[[nodiscard]] QString toWord(Delivery delivery);
[[nodiscard]] QString toWord(Arrangement arrangement);
/// Fail with Parse, naming what is allowed.
[[nodiscard]] Result<Delivery> parseDelivery(const QString& text);
[[nodiscard]] Result<Arrangement> parseArrangement(const QString& text);

using StringMap = QMap<QString, QString>;

/// The agent pool that runs the cluster's own pods.
struct SystemPoolSettings
{
    QString name = QStringLiteral("system");
    QString vmSize = QStringLiteral("Standard_D4s_v5");
    int count = 3;
    QString osSku = QStringLiteral("AzureLinux");
    int osDiskSizeGB = 128;
    int maxPods = 110;
    QStringList zones = {
        QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}; ///< none where the region has none
    bool operator==(const SystemPoolSettings&) const = default;
};

/// An empty member is left out of the manifest, so that Azure chooses.
struct NetworkSettings
{
    QString plugin = QStringLiteral("azure");
    QString pluginMode = QStringLiteral("overlay");
    QString dataplane = QStringLiteral("cilium");
    QString policy = QStringLiteral("cilium");
    QString podCidr = QStringLiteral("10.244.0.0/16");
    QString serviceCidr = QStringLiteral("10.0.0.0/16");
    QString dnsServiceIp = QStringLiteral("10.0.0.10");
    QString loadBalancerSku = QStringLiteral("standard");
    QString outboundType = QStringLiteral("loadBalancer");
    bool operator==(const NetworkSettings&) const = default;
};

/// An AKSNodeClass.
struct NodeClassSettings
{
    QString name;
    QString imageFamily = QStringLiteral("AzureLinux");
    int osDiskSizeGB = 128;
    std::optional<int> maxPods = {};
    QString vnetSubnetId; ///< the full ARM id; empty is the cluster's own subnet
    StringMap tags;
    bool operator==(const NodeClassSettings&) const = default;
};

struct Requirement
{
    QString key;
    QString op = QStringLiteral("In");
    QStringList values;
    bool operator==(const Requirement&) const = default;
};

struct Taint
{
    QString key;
    QString value;
    QString effect = QStringLiteral("NoSchedule");
    bool operator==(const Taint&) const = default;
};

/// A NodePool. What the network dataplane asks of it (a label, a startup taint) is added when the manifest is written.
struct NodePoolSettings
{
    QString name;
    int weight = 10; ///< 1–100, 0 leaves it out
    QString cpuLimit = QStringLiteral("1000");
    QString memoryLimit = QStringLiteral("1000Gi");
    QString consolidationPolicy = QStringLiteral("WhenEmptyOrUnderutilized");
    QString consolidateAfter = QStringLiteral("30s");
    QStringList budgets = {QStringLiteral("10%")};
    QString expireAfter = QStringLiteral("720h");
    QList<Requirement> requirements;
    QList<Taint> taints;
    StringMap labels;
    bool operator==(const NodePoolSettings&) const = default;
};

/// Everything that one cluster's manifests are made of.
struct ClusterSettings
{
    QString name;
    QString nameSpace = QStringLiteral("azure-system");
    QString location;
    QString resourceGroup; ///< "rg-NAME"
    QString dnsPrefix; ///< NAME
    QString kubernetesVersion = QStringLiteral("1.33"); ///< "1.33" is its newest patch; or a full "1.33.2"
    QString skuTier = QStringLiteral("Standard");
    QString identityType = QStringLiteral("SystemAssigned");
    QString userAssignedIdentity; ///< name of a UserAssignedIdentity in the same namespace, or an ARM id; for type
                                  ///< UserAssigned
    QString provisioningMode = QStringLiteral("Auto"); ///< Auto is node auto provisioning; Manual; empty leaves it out
    bool oidcIssuer = true;
    bool workloadIdentity = true;
    bool disableLocalAccounts = false;
    QString upgradeChannel = QStringLiteral("patch");
    QString nodeOsUpgradeChannel = QStringLiteral("NodeImage");
    QString kubeconfigSecret; ///< "NAME-kubeconfig": where ASO exports the cluster's kubeconfig
    QString kubeconfigKey = QStringLiteral("value");
    StringMap tags;
    NetworkSettings network;
    SystemPoolSettings systemPool;
    NodeClassSettings nodeClass;
    NodePoolSettings nodePool;
    QString preset = QStringLiteral("standard");
    Delivery delivery = Delivery::Direct;
    Arrangement arrangement = Arrangement::Workload;

    /// The cluster that AKSNodeClass and NodePool go to.
    [[nodiscard]] ClusterId karpenterCluster() const;
    bool operator==(const ClusterSettings&) const = default;
};

/// One way to set up a node class and a node pool (resources/platform/presets.json).
struct Preset
{
    QString id; ///< "standard", "memory-optimized", "compute-optimized", "spot-optimized"
    Message title;
    Message description;
    QString nodeClassName;
    NodePoolSettings nodePool; ///< its name is the preset's id
    bool operator==(const Preset&) const = default;
};
/// The presets that are built in, the default one first. Thread-safe.
[[nodiscard]] const QList<Preset>& presets();
/// Replaces node class name and node pool by the preset's. Fails with NotFound, naming the presets there are.
[[nodiscard]] Result<> applyPreset(ClusterSettings& settings, const QString& preset);

/// Sound settings for a new cluster: every member that is derived from the name is filled in, and the preset is
/// applied. Fails with NotFound for a preset that does not exist; whether name and location are good is the rules'
/// business.
[[nodiscard]] Result<ClusterSettings> newCluster(
    const QString& name, const QString& location, const QString& preset = QStringLiteral("standard"));

/// Sets one member from text, by its path: "kubernetesVersion", "network.podCidr", "systemPool.count", "tags.team",
/// "nodePool.cpuLimit", "systemPool.zones" (comma-separated). Fails with NotFound or Parse.
[[nodiscard]] Result<> setSetting(ClusterSettings& settings, const QString& path, const QString& value);
/// The paths that setSetting knows, for help and completion; "tags.KEY" stands for any key.
[[nodiscard]] QStringList settingPaths();

} // namespace argosy
