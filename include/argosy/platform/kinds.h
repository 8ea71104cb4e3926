// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>
#include <argosy/kube/gvk.h>
#include <argosy/platform/settings.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace argosy {

/// When an applied object is done.
enum class ReadyRule
{
    Exists, ///< at once
    ReadyCondition, ///< condition Ready is True for the present generation
    Provisioned, ///< Ready, and status.provisioningState is Succeeded where the object has one
    WorkflowPhase, ///< status.phase
    Rollout, ///< as many replicas as wanted are available
};

/// What Argosy knows about a kind (resources/platform/kinds.json).
/// Whether a kind is followed by default on the clusters that serve it.
enum class Watched
{
    Not,
    Metadata, ///< what exists is enough, and of a Secret all that should travel
    Full
};

struct KindFacts
{
    GroupKind kind;
    QString plural;
    QString area; ///< "cluster", "karpenter", "argo", "azure", "kubernetes", "kro"
    int wave = 0; ///< apply order: an object of a lower wave comes first, and is deleted last
    ReadyRule ready = ReadyRule::Exists;
    bool namespaced = false;
    bool karpenter = false; ///< belongs to the workload cluster, unless the arrangement is Arrangement::Management
    std::optional<GroupKind> owner = {}; ///< what spec.owner.name names, for the kinds of Azure's operator
    Watched watched = Watched::Not;
    bool operator==(const KindFacts&) const = default;
};

/// All known kinds in apply order. Thread-safe.
[[nodiscard]] const QList<KindFacts>& knownKinds();
/// The kind of an AKS cluster as Azure's operator has it.
[[nodiscard]] const GroupKind& managedCluster();
/// The facts of a kind; a kind that is not known gets wave kForeignWave, ReadyRule::ReadyCondition where it has that
/// condition.
[[nodiscard]] const KindFacts* factsFor(const GroupKind& kind);
inline constexpr int kForeignWave = 90;
[[nodiscard]] int applyWave(const GroupKind& kind);
/// The cluster that a document of that kind goes to.
[[nodiscard]] ClusterId clusterFor(
    const GroupKind& kind, Arrangement arrangement, const QString& nameSpace, const QString& clusterName);

/// One value that a form offers.
struct Choice
{
    QString value;
    Message title; ///< empty where the value says it all
    Message note;
    bool operator==(const Choice&) const = default;
};
/// A list for forms, by name: "locations", "kubernetesVersions", "systemVmSizes", "workloadVmSizes", "requirementKeys",
/// "operators", "taintEffects", "skuTiers", "imageFamilies", "osSkus", "consolidationPolicies", "upgradeChannels",
/// "nodeOsUpgradeChannels", "networkPlugins", "networkDataplanes", "networkPolicies", "outboundTypes"
/// (resources/platform/ lists.json). Lists are offers, never limits. Empty for a name that is not known. Thread-safe.
[[nodiscard]] const QList<Choice>& choices(const QString& list);

/// False for a region that is known to have no availability zones; true where nobody knows.
[[nodiscard]] bool hasZones(const QString& location);

/// A key that NodePool requirements may use.
struct RequirementKey
{
    enum class Form
    {
        Text,
        Number,
        Boolean,
        OneOf,
        Zone
    };
    QString key;
    Form form = Form::Text;
    QStringList values; ///< for OneOf: all of them; else examples
    Message note;
    bool operator==(const RequirementKey&) const = default;
};
[[nodiscard]] const QList<RequirementKey>& requirementKeys();

} // namespace argosy
