// SPDX-License-Identifier: GPL-3.0-or-later
#include "azure.h"

#include "text.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

constexpr const char* kDefaultVersion = "1.33";

/// Azure answers with the whole version where a manifest may name only its minor part.
std::string fullVersion(const QString& wanted)
{
    const QString version = wanted.isEmpty() ? QString::fromLatin1(kDefaultVersion) : wanted;
    return str(version.count(u'.') < 2 ? QString(version + u".2") : version);
}

/// A made-up GUID that is always the same for the same text.
std::string guid(const QString& of)
{
    static const QUuid kSpace(u"{7f1c5a2e-6f0b-4d6c-9a51-2d6c2f0e5d11}"_s);
    return str(QUuid::createUuidV5(kSpace, of).toString(QUuid::WithoutBraces));
}

void fillAgentPool(Json& pool, const Json& spec, const std::string& version)
{
    for (const char* field : {"name", "count", "vmSize", "osType", "mode", "osSKU", "availabilityZones",
             "enableAutoScaling", "minCount", "maxCount"}) {
        if (spec.contains(field))
            pool[field] = spec[field];
    }
    pool["provisioningState"] = "Succeeded";
    pool["powerState"] = {{"code", "Running"}};
    pool["currentOrchestratorVersion"] = version;
    pool["nodeImageVersion"] = "AKSAzureLinux-V3gen2-202601.04.0";
}

void fillManagedCluster(Json& status, const Json& object, const QString& resourceId, const QString& suffix)
{
    const Json& spec = member(object, "spec");
    const QString location = textAt(spec, "/location");
    const QString host = textAt(spec, "/dnsPrefix") + u'-' + suffix + u".hcp."_s + location + u".azmk8s.io"_s;
    const std::string version = fullVersion(textAt(spec, "/kubernetesVersion"));
    status["provisioningState"] = "Succeeded";
    status["powerState"] = {{"code", "Running"}};
    const bool isPrivate = valueAt(spec, "/apiServerAccessProfile/enablePrivateCluster") == true;
    status[isPrivate ? "privateFQDN" : "fqdn"] = str(host);
    status["currentKubernetesVersion"] = version;
    status["kubernetesVersion"] =
        member(spec, "kubernetesVersion").is_string() ? spec["kubernetesVersion"] : Json(version);
    status["nodeResourceGroup"] = str(nodeResourceGroupOf(object));
    status["identity"] = {{"principalId", guid(resourceId)}, {"tenantId", guid(u"tenant"_s)}};
    if (valueAt(spec, "/oidcIssuerProfile/enabled") == true)
        status["oidcIssuerProfile"] = {{"enabled", true},
            {"issuerURL",
                str(u"https://%1.oic.prod-aks.azure.com/"_s.arg(location)) + guid(u"tenant"_s) + "/" + guid(resourceId)
                    + "/"}};
    if (const Json& mode = valueAt(spec, "/nodeProvisioningProfile/mode"); mode.is_string())
        status["nodeProvisioningProfile"] = {{"mode", mode}};
    Json pools = Json::array();
    for (const Json& pool : member(spec, "agentPoolProfiles"))
        fillAgentPool(pools.emplace_back(Json::object()), pool, version);
    status["agentPoolProfiles"] = pools;
}

} // namespace

QString azureNameOf(const Json& object)
{
    const QString name = textAt(object, "/spec/azureName");
    return name.isEmpty() ? nameOf(object) : name;
}

QString nodeResourceGroupOf(const Json& managedCluster)
{
    const QString wanted = textAt(managedCluster, "/spec/nodeResourceGroup");
    if (!wanted.isEmpty())
        return wanted;
    return u"MC_%1_%2_%3"_s.arg(textAt(managedCluster, "/spec/owner/name"), azureNameOf(managedCluster),
        textAt(managedCluster, "/spec/location"));
}

std::pair<QString, QString> azureRefusal(const Json& object)
{
    const bool isCluster = textAt(object, "/kind") == u"ManagedCluster";
    if (isCluster && textAt(object, "/spec/dnsPrefix").isEmpty() && textAt(object, "/spec/fqdnSubdomain").isEmpty())
        return {u"InvalidParameter"_s, u"DNS prefix '' is invalid. It must be between 1 and 54 characters"_s};
    return {};
}

void fillAzureStatus(Json& object, const QString& resourceId, const QString& suffix)
{
    const QString kind = textAt(object, "/kind");
    Json& status = object["status"];
    status["id"] = str(resourceId);
    status["name"] = str(azureNameOf(object));
    for (const char* field : {"location", "tags"}) {
        if (const Json& value = member(object["spec"], field); !value.is_null())
            status[field] = value;
    }
    if (kind == u"ResourceGroup")
        status["properties"] = {{"provisioningState", "Succeeded"}};
    else if (kind == u"ManagedCluster")
        fillManagedCluster(status, object, resourceId, suffix);
    else if (kind == u"ManagedClustersAgentPool")
        fillAgentPool(status, object["spec"], fullVersion(textAt(object, "/spec/orchestratorVersion")));
    else if (kind == u"UserAssignedIdentity")
        status.update({{"principalId", guid(resourceId)}, {"clientId", guid(resourceId + u"/client")},
            {"tenantId", guid(u"tenant"_s)}});
    else if (kind.startsWith(u"VirtualNetwork"))
        status["provisioningState"] = "Succeeded";
}

} // namespace argosy::demo
