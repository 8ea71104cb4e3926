// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>

#include "names.h"
#include "rulerun.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

void checkName(RuleRun& run)
{
    static const QRegularExpression kName(u"^[a-zA-Z0-9]([-_a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$"_s);
    const bool named = !run.text("/spec/azureName").isEmpty();
    const QString name = named ? run.text("/spec/azureName") : run.name();
    if (!name.isEmpty() && !kName.match(name).hasMatch())
        run.error("aks/name", pathOf(named ? u"/spec/azureName" : u"/metadata/name"),
            message("platform",
                "“%1” is no name for an AKS cluster: 1 to 63 letters, digits, - and _, with a letter or digit at both "
                "ends.",
                {name}));
}

void checkDnsPrefix(RuleRun& run)
{
    static const QRegularExpression kPrefix(u"^[a-zA-Z0-9]([-a-zA-Z0-9]{0,52}[a-zA-Z0-9])?$"_s);
    const FieldPath path = pathOf(u"/spec/dnsPrefix");
    const QString prefix = run.text("/spec/dnsPrefix");
    const bool hasSubdomain = !run.text("/spec/fqdnSubdomain").isEmpty();
    if (prefix.isEmpty() && !hasSubdomain)
        run.error("aks/dns-prefix-missing", path,
            message("platform", "The cluster needs a dnsPrefix: the schema allows to leave it out, Azure does not."),
            run.name());
    else if (!prefix.isEmpty() && hasSubdomain)
        run.error(
            "aks/dns-prefix-exclusive", path, message("platform", "dnsPrefix and fqdnSubdomain exclude each other."));
    else if (!prefix.isEmpty() && !kPrefix.match(prefix).hasMatch())
        run.error("aks/dns-prefix", path,
            message("platform",
                "“%1” is no DNS prefix: 1 to 54 letters, digits and hyphens, with a letter or digit at both ends.",
                {prefix}));
}

void checkNodeGroup(RuleRun& run)
{
    const QString group = run.text("/spec/nodeResourceGroup");
    if (!group.isEmpty())
        checkResourceGroupName(run, "aks/node-resource-group", pathOf(u"/spec/nodeResourceGroup"), group);
}

void checkKubernetesVersion(RuleRun& run)
{
    static const QRegularExpression kVersion(u"^(\\d+)\\.(\\d+)(\\.\\d+)?$"_s);
    const QString version = run.text("/spec/kubernetesVersion");
    if (version.isEmpty())
        return;
    const FieldPath path = pathOf(u"/spec/kubernetesVersion");
    const auto match = kVersion.match(version);
    if (!match.hasMatch()) {
        run.error("aks/kubernetes-version", path,
            message("platform", "“%1” is no Kubernetes version; one is written 1.33 or 1.33.2.", {version}));
        return;
    }
    const QString oldest = choices(u"kubernetesVersions"_s).last().value;
    const bool ltsPlan = run.text("/spec/supportPlan") == "AKSLongTermSupport"_L1;
    if (!ltsPlan && match.captured(1) == "1"_L1 && match.captured(2).toInt() < oldest.section(u'.', 1, 1).toInt())
        run.warning("aks/kubernetes-unsupported", path,
            message("platform", "Kubernetes %1 is probably out of standard support; the oldest known one is %2.",
                {version, oldest}),
            choices(u"kubernetesVersions"_s).first().value);
}

void checkIdentity(RuleRun& run)
{
    const Json& identities = run.at("/spec/identity/userAssignedIdentities");
    const bool hasIdentities = identities.is_array() && !identities.empty();
    const QString type = run.text("/spec/identity/type");
    if (type == "UserAssigned"_L1 && !hasIdentities)
        run.error("aks/identity-missing", pathOf(u"/spec/identity"),
            message("platform", "An identity of type UserAssigned needs an entry in userAssignedIdentities."));
    if (type != "UserAssigned"_L1 && hasIdentities)
        run.error("aks/identity-type", pathOf(u"/spec/identity/type"),
            message("platform", "userAssignedIdentities need the identity type UserAssigned."), u"UserAssigned"_s);
    for (size_t i = 0; hasIdentities && i < identities.size(); ++i) {
        const Json& reference = member(identities[i], "reference");
        const bool hasArmId = !textAt(reference, "/armId").isEmpty();
        const bool hasName = !textAt(reference, "/group").isEmpty() && !textAt(reference, "/kind").isEmpty()
            && !textAt(reference, "/name").isEmpty();
        if (reference.is_object() && hasArmId == hasName)
            run.error("aks/identity-reference",
                pathOf(u"/spec/identity/userAssignedIdentities") / static_cast<qsizetype>(i) / u"reference"_s,
                message("platform", "A reference is either an armId, or group, kind and name together."));
    }
}

void checkAccess(RuleRun& run)
{
    const bool exportsAdmin = run.at("/spec/operatorSpec/secrets/adminCredentials").is_object();
    if (run.isTrue("/spec/disableLocalAccounts") && exportsAdmin)
        run.error("aks/local-accounts", pathOf(u"/spec/operatorSpec/secrets/adminCredentials"),
            message("platform",
                "With disableLocalAccounts there are no admin credentials to export; export userCredentials instead."),
            u"userCredentials"_s);
    if (run.isTrue("/spec/securityProfile/workloadIdentity/enabled") && !run.isTrue("/spec/oidcIssuerProfile/enabled"))
        run.error("aks/workload-identity", pathOf(u"/spec/securityProfile/workloadIdentity/enabled"),
            message("platform", "Workload identity needs the OIDC issuer: set oidcIssuerProfile.enabled."));
}

void checkSupportPlan(RuleRun& run)
{
    const bool premium = run.text("/spec/sku/tier") == "Premium"_L1;
    const bool longTerm = run.text("/spec/supportPlan") == "AKSLongTermSupport"_L1;
    if (premium && !longTerm)
        run.error("aks/premium-plan", pathOf(u"/spec/sku/tier"),
            message("platform", "The Premium tier goes with supportPlan AKSLongTermSupport, and only with it."));
    if (longTerm && !premium)
        run.error("aks/premium-plan", pathOf(u"/spec/supportPlan"),
            message("platform", "Long-term support needs the Premium tier."), u"KubernetesOfficial"_s);
}

QStringList exportedSecrets(const Json& cluster)
{
    QStringList names;
    const Json& secrets = valueAt(cluster, "/spec/operatorSpec/secrets");
    if (secrets.is_object())
        for (const auto& [role, target] : secrets.items())
            names.append(textAt(target, "/name"));
    return names;
}

void checkExports(RuleRun& run)
{
    const QStringList own = exportedSecrets(run.document());
    for (const DocumentContext::Neighbour& other : run.others(managedCluster())) {
        if (textAt(*other.document, "/metadata/namespace") != run.nameSpace())
            continue;
        for (const QString& name : exportedSecrets(*other.document))
            if (!name.isEmpty() && own.contains(name))
                run.error("aks/export-collision", pathOf(u"/spec/operatorSpec/secrets"),
                    message("platform",
                        "ManagedCluster %1 exports to the Secret %2 too; the operator refuses to overwrite it.",
                        {textAt(*other.document, "/metadata/name"), name}));
    }
}

} // namespace

void checkCluster(RuleRun& run)
{
    checkName(run);
    checkNodeGroup(run);
    checkDnsPrefix(run);
    checkKubernetesVersion(run);
    checkIdentity(run);
    checkAccess(run);
    checkSupportPlan(run);
    checkExports(run);
}

} // namespace argosy
