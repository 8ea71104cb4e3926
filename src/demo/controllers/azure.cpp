// SPDX-License-Identifier: GPL-3.0-or-later
#include "azure.h"

#include "conditions.h"
#include "text.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace argosy::demo {
namespace {

constexpr const char* kFinalizer = "serviceoperator.azure.com/finalizer";
constexpr const char* kResourceId = "serviceoperator.azure.com/resource-id";
constexpr const char* kPolicy = "serviceoperator.azure.com/reconcile-policy";
const QString kManager = u"azureserviceoperator"_s;
constexpr auto kDeletion = 2s;

const QList<AzureOperator::Kind>& kinds()
{
    static const GroupKind resourceGroup{u"resources.azure.com"_s, u"ResourceGroup"_s};
    static const GroupKind managedCluster{u"containerservice.azure.com"_s, u"ManagedCluster"_s};
    static const GroupKind identity{u"managedidentity.azure.com"_s, u"UserAssignedIdentity"_s};
    static const GroupKind network{u"network.azure.com"_s, u"VirtualNetwork"_s};
    static const QList<AzureOperator::Kind> table{
        {resourceGroup, {}, "/resourceGroups/", 2000},
        {identity, resourceGroup, "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/", 1000},
        {network, resourceGroup, "/providers/Microsoft.Network/virtualNetworks/", 1500},
        {managedCluster, resourceGroup, "/providers/Microsoft.ContainerService/managedClusters/", 8000},
        {{u"managedidentity.azure.com"_s, u"FederatedIdentityCredential"_s}, identity, "/federatedIdentityCredentials/",
            1000},
        {{u"network.azure.com"_s, u"VirtualNetworksSubnet"_s}, network, "/subnets/", 1000},
        {{u"containerservice.azure.com"_s, u"ManagedClustersAgentPool"_s}, managedCluster, "/agentPools/", 4000},
    };
    return table;
}

QString resourceIdOf(const Json& object)
{
    return text(member(valueAt(object, "/metadata/annotations"), kResourceId));
}

bool isCurrent(const Json& object)
{
    const Json& ready = conditionOf(object, "Ready");
    return member(ready, "status") == "True"
        && sameJson(member(ready, "observedGeneration"), valueAt(object, "/metadata/generation"));
}

} // namespace

AzureOperator::AzureOperator(Cluster& cluster, QByteArray kubeconfig)
    : m_cluster(cluster)
    , m_kubeconfig(std::move(kubeconfig))
{ }

void AzureOperator::step()
{
    for (const Kind& kind : kinds()) {
        for (const JsonPtr& object : m_cluster.list(kind.kind))
            step(kind, *object);
    }
}

void AzureOperator::step(const Kind& kind, const Json& object)
{
    if (isBeingDeleted(object))
        return finishDeletion(object);
    if (!isCurrent(object))
        reconcile(kind, object);
}

void AzureOperator::finishDeletion(const Json& object)
{
    if (!hasFinalizer(object, kFinalizer))
        return;
    const QString policy = text(member(valueAt(object, "/metadata/annotations"), kPolicy));
    const bool keepsResource = policy == u"skip" || policy == u"detach-on-delete";
    if (!keepsResource && !m_cluster.timers().passed(uidOf(object) + u"/delete", kDeletion))
        return report(object, {"False", u"Deleting"_s, u"The resource is being deleted"_s, u"Info"_s});
    m_cluster.change(object, kManager, Door::Object, [](Json& live) { removeFinalizer(live, kFinalizer); });
}

JsonPtr AzureOperator::readyOwner(const Kind& kind, const Json& object) const
{
    const JsonPtr owner = m_cluster.get(kind.owner, namespaceOf(object), textAt(object, "/spec/owner/name"));
    return owner && isTrue(*owner, "Ready") && !isBeingDeleted(*owner) ? owner : nullptr;
}

QString AzureOperator::armId(const Kind& kind, const Json& object, const Json* owner) const
{
    QString parent = textAt(object, "/spec/owner/armId");
    if (kind.owner.kind.isEmpty())
        parent = u"/subscriptions/00000000-0000-0000-0000-0000000000aa"_s;
    else if (owner != nullptr)
        parent = resourceIdOf(*owner);
    return parent + QLatin1StringView(kind.armPath) + azureNameOf(object);
}

void AzureOperator::reconcile(const Kind& kind, const Json& object)
{
    const bool needsOwner = !kind.owner.kind.isEmpty() && textAt(object, "/spec/owner/armId").isEmpty();
    const JsonPtr owner = needsOwner ? readyOwner(kind, object) : nullptr;
    if (needsOwner && !owner)
        return report(object,
            {"False", u"WaitingForOwner"_s,
                u"Owner \"%1, Group/Kind: %2/%3\" cannot be found. Progress is blocked until the owner is created."_s
                    .arg(textAt(object, "/spec/owner/name"), kind.owner.group, kind.owner.kind),
                u"Warning"_s});
    if (!hasFinalizer(object, kFinalizer))
        return claim(kind, object, owner.get());
    if (const auto [code, why] = azureRefusal(object); !code.isEmpty()) {
        m_cluster.event(
            object, u"ManagedClusterController"_s, u"Warning"_s, u"CreateOrUpdateActionError"_s, code + u": " + why);
        return report(object, {"False", code, why, u"Warning"_s});
    }
    const QString generation = QString::fromUtf8(toCompactJson(valueAt(object, "/metadata/generation")));
    if (!m_cluster.timers().passed(
            uidOf(object) + u"/create/" + generation, std::chrono::milliseconds(kind.createMs))) {
        return report(object,
            {"False", u"Reconciling"_s, u"The resource is in the process of being reconciled by the operator"_s,
                u"Info"_s},
            [&](Json& live) {
                if (kind.kind.kind == u"ManagedCluster")
                    live["status"]["provisioningState"] = live["status"].contains("id") ? "Updating" : "Creating";
            });
    }
    succeed(kind, object);
}

void AzureOperator::claim(const Kind& kind, const Json& object, const Json* owner)
{
    const QString id = armId(kind, object, owner);
    m_cluster.change(object, kManager, Door::Object, [&](Json& live) {
        addFinalizer(live, kFinalizer);
        live["metadata"]["annotations"][kResourceId] = str(id);
        if (owner != nullptr)
            addOwner(live, referenceTo(*owner));
    });
    m_cluster.event(object, kind.kind.kind + u"Controller"_s, u"Normal"_s, u"CredentialFrom"_s,
        u"Using credential from \"azureserviceoperator-system/aso-controller-settings\""_s);
}

void AzureOperator::succeed(const Kind& kind, const Json& object)
{
    const QString problem = writeExports(object);
    if (!problem.isEmpty())
        return report(object, {"False", u"FailedWritingAdditionalKubernetesObjects"_s, problem, u"Error"_s});
    const QString id = resourceIdOf(object);
    report(object, {"True", u"Succeeded"_s, {}, {}},
        [&](Json& live) { fillAzureStatus(live, id, m_cluster.suffixFor(id, 8)); });
    m_cluster.event(object, kind.kind.kind + u"Controller"_s, u"Normal"_s, u"EndCreateOrUpdate"_s,
        u"Successfully created or updated resource "_s + azureNameOf(object));
}

void AzureOperator::report(const Json& object, const Progress& progress, const Cluster::Edit& more)
{
    m_cluster.change(object, kManager, Door::Status, [&](Json& live) {
        if (more)
            more(live);
        setCondition(live, {"Ready", progress.status, progress.reason, progress.message, progress.severity},
            m_cluster.timestamp());
    });
}

QString AzureOperator::writeExports(const Json& object)
{
    const Json& secrets = valueAt(object, "/spec/operatorSpec/secrets");
    const Json& configMaps = valueAt(object, "/spec/operatorSpec/configMaps");
    const auto value = [&](const std::string& what) -> QByteArray {
        if (what == "adminCredentials" || what == "userCredentials")
            return m_kubeconfig;
        Json filled = object;
        const QString id = resourceIdOf(object);
        fillAzureStatus(filled, id, m_cluster.suffixFor(id, 8));
        if (what == "oidcIssuerProfile")
            return textAt(filled, "/status/oidcIssuerProfile/issuerURL").toUtf8();
        return textAt(filled, "/status/" + what).toUtf8();
    };
    for (const auto& [kind, exports] : {std::pair(u"Secret"_s, &secrets), std::pair(u"ConfigMap"_s, &configMaps)}) {
        for (const auto& [what, target] : exports->items()) {
            if (const QString problem = writeExport(object, kind, target, value(what)); !problem.isEmpty())
                return problem;
        }
    }
    return {};
}

QString AzureOperator::writeExport(const Json& owner, const QString& kind, const Json& target, const QByteArray& value)
{
    const QString name = textAt(target, "/name");
    const std::string key = str(textAt(target, "/key"));
    const std::string stored = kind == u"Secret" ? value.toBase64().toStdString() : value.toStdString();
    if (const JsonPtr existing = m_cluster.get({{}, kind}, namespaceOf(owner), name)) {
        if (!isOwnedBy(*existing, owner))
            return u"cannot overwrite %1 %2/%3 which is not owned by %4"_s.arg(
                kind, namespaceOf(owner), name, nameOf(owner));
        m_cluster.change(*existing, kManager, Door::Object, [&](Json& live) { live["data"][key] = stored; });
        return {};
    }
    Json object = {{"apiVersion", "v1"}, {"kind", str(kind)},
        {"metadata", {{"name", str(name)}, {"namespace", member(owner["metadata"], "namespace")}}},
        {"data", {{key, stored}}}};
    addOwner(object, referenceTo(owner));
    const auto created = m_cluster.create(object, kManager);
    return created ? QString() : created.error().message.english();
}

} // namespace argosy::demo
