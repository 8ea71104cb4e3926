// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/workflow.h>

#include <argosy/kube/fieldpath.h>
#include <argosy/platform/kinds.h>

#include "manifestparts.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// Where the manifest of a kind travels.
struct Slot
{
    GroupKind kind;
    const char* parameter;
    const char* flag; ///< the parameter that says that it is there; null for what must be there
};

const QList<Slot>& slotTable()
{
    static const QList<Slot> kSlots{
        {{u"resources.azure.com"_s, u"ResourceGroup"_s}, "resource-group-manifest", nullptr},
        {{u"managedidentity.azure.com"_s, u"UserAssignedIdentity"_s}, "identity-manifest", "with-identity"},
        {managedCluster(), "managed-cluster-manifest", nullptr},
        {{u"karpenter.azure.com"_s, u"AKSNodeClass"_s}, "nodeclass-manifest", "with-nodeclass"},
        {{u"karpenter.sh"_s, u"NodePool"_s}, "nodepool-manifest", "with-nodepool"},
    };
    return kSlots;
}

GroupKind kindOf(const Json& object)
{
    return Gvk::from(textAt(object, "/apiVersion"), textAt(object, "/kind")).groupKind();
}

QString describe(const Json& object)
{
    return textAt(object, "/kind") + u'/' + textAt(object, "/metadata/name");
}

bool appliedByThePlan(const GroupKind& kind)
{
    static const QSet<GroupKind> kKinds{
        {QString(), u"Namespace"_s},
        {QString(), u"ServiceAccount"_s},
        {u"rbac.authorization.k8s.io"_s, u"Role"_s},
        {u"rbac.authorization.k8s.io"_s, u"RoleBinding"_s},
        {u"rbac.authorization.k8s.io"_s, u"ClusterRole"_s},
        {u"rbac.authorization.k8s.io"_s, u"ClusterRoleBinding"_s},
        {u"argoproj.io"_s, u"WorkflowTemplate"_s},
    };
    return kKinds.contains(kind);
}

/// The path of the first string or key that holds "{{", or nothing.
std::optional<FieldPath> templateTag(const Json& value, const FieldPath& at = {})
{
    if (value.is_string() && value.get_ref<const std::string&>().find("{{") != std::string::npos)
        return at;
    if (!value.is_structured())
        return {};
    for (const auto& [name, item] : value.items()) {
        const QString key = QString::fromStdString(name);
        const FieldPath path = value.is_array() ? at / static_cast<qsizetype>(key.toLongLong()) : at / key;
        if (key.contains("{{"_L1))
            return path;
        if (auto found = templateTag(item, path))
            return found;
    }
    return {};
}

Result<QHash<GroupKind, const Json*>> sortIntoSlots(const QList<Json>& manifests)
{
    QHash<GroupKind, const Json*> bySlot;
    for (const Json& manifest : manifests) {
        const GroupKind kind = kindOf(manifest);
        if (appliedByThePlan(kind))
            continue;
        if (!carriedByWorkflow(kind))
            return fail(ErrorKind::Invalid,
                message("platform", "The workflow has no place for %1; apply it directly.", {describe(manifest)}));
        if (bySlot.contains(kind))
            return fail(ErrorKind::Invalid,
                message("platform", "The workflow carries one %1, and %2 is a second one; apply it directly.",
                    {kind.kind, describe(manifest)}));
        if (const auto tag = templateTag(manifest))
            return fail(ErrorKind::Invalid,
                message("platform", "%1 has “{{” in %2; Argo would take it for its own.",
                    {describe(manifest), tag->toDotted()}));
        bySlot.insert(kind, &manifest);
    }
    return bySlot;
}

void addParameter(Json& parameters, const char* name, const std::string& value)
{
    parameters.push_back({{"name", name}, {"value", value}});
}

} // namespace

bool carriedByWorkflow(const GroupKind& kind)
{
    return std::ranges::any_of(slotTable(), [&kind](const Slot& slot) { return slot.kind == kind; });
}

Result<Json> workflowFor(const ClusterSettings& settings, const QList<Json>& manifests, bool dryRun)
{
    auto bySlot = sortIntoSlots(manifests);
    if (!bySlot)
        return fail(bySlot.error());

    Json parameters = Json::array();
    addParameter(parameters, "cluster-name", settings.name.toStdString());
    for (const Slot& slot : slotTable()) {
        const Json* manifest = bySlot->value(slot.kind, nullptr);
        if (!manifest && !slot.flag)
            return fail(ErrorKind::Invalid,
                message("platform", "The workflow needs a %1, and there is none.", {slot.kind.kind}));
        if (!manifest)
            continue;
        addParameter(parameters, slot.parameter, toCompactJson(*manifest).toStdString());
        if (slot.flag)
            addParameter(parameters, slot.flag, "true");
    }
    if (!settings.kubeconfigSecret.isEmpty()) {
        addParameter(parameters, "kubeconfig-secret", settings.kubeconfigSecret.toStdString());
        addParameter(parameters, "kubeconfig-key", settings.kubeconfigKey.toStdString());
    }
    addParameter(parameters, "apply-mode", dryRun ? "server" : "none");

    Json workflow = {{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"}};
    workflow["metadata"] = {
        {"generateName", text("provision-"_L1 + settings.name + u'-')},
        {"namespace", text(settings.nameSpace)},
        {"labels", {{kClusterLabel, text(settings.name)}, {kTemplateLabel, kProvisionTemplate}}},
    };
    Json& spec = workflow["spec"];
    spec["workflowTemplateRef"]["name"] = kProvisionTemplate;
    spec["serviceAccountName"] = kProvisionAccount;
    spec["arguments"]["parameters"] = std::move(parameters);
    // Two runs for one cluster must not fight.
    spec["synchronization"]["mutexes"].push_back({{"name", text("aks-"_L1 + settings.name)}});
    return workflow;
}

} // namespace argosy
