// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/workflow.h>

#include "manifestparts.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr const char* kRbacVersion = "rbac.authorization.k8s.io/v1";

Json rule(const char* group, std::initializer_list<const char*> resources, std::initializer_list<const char*> verbs)
{
    return {{"apiGroups", {group}}, {"resources", Json(resources)}, {"verbs", Json(verbs)}};
}

/// What applying needs: to read, to make and to change, never to delete.
Json applyRule(const char* group, std::initializer_list<const char*> resources)
{
    return rule(group, resources, {"get", "list", "watch", "create", "patch"});
}

Json role(const char* kind, const QString& name, const QString& nameSpace, Json rules)
{
    Json object = objectHead(QLatin1StringView(kRbacVersion), kind, name, nameSpace);
    object["rules"] = std::move(rules);
    return object;
}

Json binding(const char* kind, const char* roleKind, const QString& name, const ClusterSettings& settings)
{
    const bool namespaced = qstrcmp(kind, "RoleBinding") == 0;
    Json object = objectHead(QLatin1StringView(kRbacVersion), kind, name, namespaced ? settings.nameSpace : QString());
    object["roleRef"] = {{"apiGroup", "rbac.authorization.k8s.io"}, {"kind", roleKind}, {"name", text(name)}};
    object["subjects"] = Json::array(
        {{{"kind", "ServiceAccount"}, {"name", kProvisionAccount}, {"namespace", text(settings.nameSpace)}}});
    return object;
}

} // namespace

QList<Json> provisionRbac(const ClusterSettings& settings)
{
    const QString account = QLatin1StringView(kProvisionAccount);
    QList<Json> objects{objectHead(u"v1"_s, "ServiceAccount", account, settings.nameSpace)};
    objects.append(role("Role", account, settings.nameSpace,
        Json::array({
            rule("argoproj.io", {"workflowtaskresults"}, {"create", "patch"}),
            applyRule("resources.azure.com", {"resourcegroups"}),
            applyRule("managedidentity.azure.com", {"userassignedidentities"}),
            applyRule("containerservice.azure.com", {"managedclusters"}),
        })));
    objects.append(binding("RoleBinding", "Role", account, settings));
    if (settings.arrangement == Arrangement::Workload)
        return objects;

    // Cluster-wide names: two namespaces of one server must not take each other's binding away.
    const QString clusterWide = account + u'-' + settings.nameSpace;
    objects.append(role("ClusterRole", clusterWide, {},
        Json::array({
            applyRule("karpenter.azure.com", {"aksnodeclasses"}),
            applyRule("karpenter.sh", {"nodepools"}),
        })));
    objects.append(binding("ClusterRoleBinding", "ClusterRole", clusterWide, settings));
    return objects;
}

} // namespace argosy
