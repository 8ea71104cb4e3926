// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/manifests.h>
#include <argosy/platform/rules.h>
#include <argosy/platform/workflow.h>

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const ClusterId kWorkload = ClusterId::workload(u"azure-system"_s, u"heron"_s);

ClusterSettings heron()
{
    return *newCluster(u"heron"_s, u"uksouth"_s);
}
Json cluster()
{
    return managedClusterManifest(heron(), u"v1api20250801"_s);
}
Json nodeClass()
{
    return nodeClassManifest(heron(), u"v1beta1"_s);
}
Json nodePool()
{
    return nodePoolManifest(heron(), u"v1"_s);
}

/// The document with one field changed; a null removes it.
Json with(Json document, const char* pointer, const Json& value)
{
    const Json::json_pointer at(pointer);
    if (!value.is_null())
        document[at] = value;
    else
        document[at.parent_pointer()].erase(at.back());
    return document;
}

QStringList rulesOf(const Json& document, const DocumentContext& context = {})
{
    QStringList rules;
    for (const Problem& problem : rulesFor(document, context)) {
        rules.append(problem.rule);
        if (!problem.path.isRoot() && problem.message.isEmpty())
            rules.append(u"without words"_s);
    }
    return rules;
}

void row(const char* name, const Json& document, const char* rule)
{
    QTest::newRow(name) << QString::fromUtf8(toCompactJson(document)) << QString::fromLatin1(rule);
}

void networkRows()
{
    const auto network = [](const char* key, const char* value) {
        return with(cluster(), (std::string("/spec/networkProfile/") + key).c_str(), value);
    };
    row("range with host bits", network("podCidr", "10.244.0.1/16"), "aks/cidr");
    row("no range", network("serviceCidr", "10.0/16"), "aks/cidr");
    row("overlap", network("podCidr", "10.0.0.0/8"), "aks/cidr-overlap");
    row("service range too large",
        with(network("serviceCidr", "10.0.0.0/12"), "/spec/networkProfile/podCidr", "172.16.0.0/16"),
        "aks/service-cidr-size");
    row("dns outside", network("dnsServiceIP", "10.1.0.10"), "aks/dns-service-ip");
    row("dns on the first address", network("dnsServiceIP", "10.0.0.1"), "aks/dns-service-ip");
    row("dns no address", network("dnsServiceIP", "10.0.0"), "aks/dns-service-ip");
    row("no room for a node", network("podCidr", "10.244.0.0/25"), "aks/pod-cidr-size");
    row("room for two nodes of three", network("podCidr", "10.244.0.0/23"), "aks/pod-cidr-size");
    row("overlay without azure",
        with(network("networkPlugin", "none"), "/spec/networkProfile/networkDataplane", nullptr), "aks/overlay-plugin");
    row("cilium without azure", network("networkPlugin", "none"), "aks/cilium-plugin");
    row("cilium with another policy", network("networkPolicy", "azure"), "aks/cilium-policy");
    row("cilium policy alone", network("networkDataplane", "azure"), "aks/cilium-dataplane");
    row("kubenet", network("networkPlugin", "kubenet"), "aks/kubenet-retiring");
    row("bad authorized range", with(cluster(), "/spec/apiServerAccessProfile/authorizedIPRanges", {"1.2.3/8"}),
        "aks/cidr");
}

void poolRows()
{
    const auto pool = [](const char* key, const Json& value) {
        return with(cluster(), (std::string("/spec/agentPoolProfiles/0/") + key).c_str(), value);
    };
    row("pool name", pool("name", "System1"), "aks/pool-name");
    row("pool name too long", pool("name", "abcdefghijklm"), "aks/pool-name");
    row("no system pool", pool("mode", "User"), "aks/system-pool-missing");
    row("no pools", with(cluster(), "/spec/agentPoolProfiles", nullptr), "aks/system-pool-missing");
    row("empty system pool", pool("count", 0), "aks/system-pool-count");
    row("a single node", pool("count", 1), "aks/system-pool-count");
    row("burstable size", pool("vmSize", "Standard_B4ms"), "aks/system-pool-size");
    row("small size", pool("vmSize", "Standard_DS2_v2"), "aks/system-pool-size");
    row("few pods", pool("maxPods", 20), "aks/system-pool-pods");
    row("system pool on spot", pool("scaleSetPriority", "Spot"), "aks/system-pool-spot");
    row("system pool on windows", pool("osType", "Windows"), "aks/system-pool-os");
    row("counts missing", pool("enableAutoScaling", true), "aks/autoscaling-counts");
    row("counts without scaling", pool("minCount", 1), "aks/autoscaling-counts");
    row("too many nodes", pool("count", 1001), "aks/pool-range");
    row("a negative number of nodes", pool("count", -7), "aks/pool-range");
    row("too many pods", pool("maxPods", 251), "aks/pool-range");
    row("size without a series", pool("vmSize", "big"), "aks/vm-size");
    row("size with a space", pool("vmSize", "Standard_D4s v5"), "aks/vm-size");
    row("taint without effect", pool("nodeTaints", {"CriticalAddonsOnly=true"}), "aks/pool-taint");
    row("taint with a wrong effect", pool("nodeTaints", {"a=b:Never"}), "aks/pool-taint");
    row("label value", pool("nodeLabels", {{"team", "a b"}}), "aks/pool-label");
    row("label key", pool("nodeLabels", {{"Example.com/team", "a"}}), "aks/pool-label");
    Json twice = cluster();
    twice["spec"]["agentPoolProfiles"].push_back(twice["spec"]["agentPoolProfiles"][0]);
    row("two pools of one name", twice, "aks/pool-duplicate");
    row("provisioning and scaling", pool("enableAutoScaling", true), "aks/nap-autoscaling");
    row("provisioning and windows", pool("osType", "Windows"), "aks/nap-windows");
    row("provisioning and pod subnets", pool("podSubnetReference", {{"armId", "x"}}), "aks/nap-pod-subnet");
}

void clusterRows()
{
    row("region", with(cluster(), "/spec/location", "west-europe!"), "aso/location");
    row("tag name", with(cluster(), "/spec/tags", {{"cost/centre", "1"}}), "aso/tag");
    row("tag value", with(cluster(), "/spec/tags", {{"cost", std::string(257, 'x')}}), "aso/tag");
    row("owner", with(cluster(), "/spec/owner/name", "rg_heron"), "aso/owner-name");
    row("node resource group", with(cluster(), "/spec/nodeResourceGroup", "nodes."), "aks/node-resource-group");
    row("name of an exported Secret", with(cluster(), "/spec/operatorSpec/secrets/adminCredentials/name", "Heron"),
        "aso/secret-name");
    row("key of an exported Secret", with(cluster(), "/spec/operatorSpec/secrets/adminCredentials/key", "a b"),
        "aso/secret-key");
    row("name", with(cluster(), "/spec/azureName", "heron-"), "aks/name");
    row("object name", with(cluster(), "/metadata/name", "Heron"), "aso/object-name");
    row("zones in a region without", with(cluster(), "/spec/location", "ukwest"), "aks/zones");
    row("no dns prefix", with(cluster(), "/spec/dnsPrefix", nullptr), "aks/dns-prefix-missing");
    row("empty dns prefix", with(cluster(), "/spec/dnsPrefix", ""), "aks/dns-prefix-missing");
    row("bad dns prefix", with(cluster(), "/spec/dnsPrefix", "heron."), "aks/dns-prefix");
    row("two prefixes", with(cluster(), "/spec/fqdnSubdomain", "heron"), "aks/dns-prefix-exclusive");
    row("no version", with(cluster(), "/spec/kubernetesVersion", "v1.33"), "aks/kubernetes-version");
    row("old version", with(cluster(), "/spec/kubernetesVersion", "1.28.3"), "aks/kubernetes-unsupported");
    row("identity without one", with(cluster(), "/spec/identity/type", "UserAssigned"), "aks/identity-missing");
    row("identities of the wrong type",
        with(cluster(), "/spec/identity/userAssignedIdentities", Json::array({{{"reference", {{"armId", "x"}}}}})),
        "aks/identity-type");
    row("half a reference",
        with(cluster(), "/spec/identity/userAssignedIdentities", Json::array({{{"reference", {{"name", "x"}}}}})),
        "aks/identity-reference");
    row("no local accounts, admin export", with(cluster(), "/spec/disableLocalAccounts", true), "aks/local-accounts");
    row("workload identity alone", with(cluster(), "/spec/oidcIssuerProfile/enabled", false), "aks/workload-identity");
    row("premium alone", with(cluster(), "/spec/sku/tier", "Premium"), "aks/premium-plan");
    row("plan alone", with(cluster(), "/spec/supportPlan", "AKSLongTermSupport"), "aks/premium-plan");
    row("provisioning and calico", with(cluster(), "/spec/networkProfile/networkPolicy", "calico"), "aks/nap-network");
    row("provisioning and ipv6", with(cluster(), "/spec/networkProfile/ipFamilies", {"IPv4", "IPv6"}), "aks/nap-ipv6");
    row("provisioning without identity", with(cluster(), "/spec/identity/type", "None"), "aks/nap-identity");
    row("provisioning with a principal", with(cluster(), "/spec/servicePrincipalProfile/clientId", "abc"),
        "aks/nap-identity");
    row("retired version", with(cluster(), "/apiVersion", "containerservice.azure.com/v1api20240402preview"),
        "aso/version-retired");
    row("policy word",
        with(cluster(), "/metadata/annotations", {{"serviceoperator.azure.com/reconcile-policy", "Skip"}}),
        "aso/reconcile-policy");
    row("credential with a slash",
        with(cluster(), "/metadata/annotations", {{"serviceoperator.azure.com/credential-from", "ns/name"}}),
        "aso/credential-from");
}

void kubeletRows()
{
    const auto kubelet = [](const char* key, const Json& value) {
        return with(nodeClass(), (std::string("/spec/kubelet/") + key).c_str(), value);
    };
    row("fewer processes than no limit", kubelet("podPidsLimit", -2), "karpenter/pod-pids");
    row("more processes than the kernel has", kubelet("podPidsLimit", 4194305), "karpenter/pod-pids");
    row("sysctl without a group", kubelet("allowedUnsafeSysctls", {"net*"}), "karpenter/unsafe-sysctl");
    row("sysctl of the whole node", kubelet("allowedUnsafeSysctls", {"kernel.msg*", "vm.max_map_count"}),
        "karpenter/unsafe-sysctl");
    row("two sysctls in one text", kubelet("allowedUnsafeSysctls", {"kernel.msg*,net.*"}), "karpenter/unsafe-sysctl");
    row("sysctl with a star inside", kubelet("allowedUnsafeSysctls", {"net.*.rmem"}), "karpenter/unsafe-sysctl");
}

void karpenterRows()
{
    const auto pool = [](const char* pointer, const Json& value) { return with(nodePool(), pointer, value); };
    const auto requirement = [](const Json& value) {
        Json document = nodePool();
        document["spec"]["template"]["spec"]["requirements"].push_back(value);
        return document;
    };
    const char* gt = "karpenter.azure.com/sku-cpu";
    row("no such class", nodePool(), "karpenter/nodeclass-unknown");
    row("duration", pool("/spec/template/spec/expireAfter", "30 days"), "karpenter/duration");
    row("grace of never", pool("/spec/template/spec/terminationGracePeriod", "Never"), "karpenter/duration");
    row("no consolidateAfter", pool("/spec/disruption/consolidateAfter", nullptr), "karpenter/consolidate-after");
    row("expireAfter in the old place", pool("/spec/disruption/expireAfter", "720h"), "karpenter/expire-after");
    row("budget above all", pool("/spec/disruption/budgets/0/nodes", "120%"), "karpenter/budget-nodes");
    row("schedule without duration", pool("/spec/disruption/budgets/0/schedule", "@daily"),
        "karpenter/budget-schedule");
    row("quantity", pool("/spec/limits/memory", "800 Gi"), "karpenter/quantity");
    row("replicas and weight", pool("/spec/replicas", 3), "karpenter/replicas");
    row("second taint",
        pool("/spec/template/spec/taints",
            Json::array({{{"key", "node.cilium.io/agent-not-ready"}, {"effect", "NoExecute"}}})),
        "karpenter/taint-duplicate");
    row("taint that nothing removes", pool("/spec/template/spec/startupTaints/0/key", "karpenter.sh/unschedulable"),
        "karpenter/taint-reserved");
    row("In without values", requirement({{"key", "team"}, {"operator", "In"}}), "karpenter/requirement-values");
    row("Gt with a word", requirement({{"key", gt}, {"operator", "Gt"}, {"values", {"four"}}}),
        "karpenter/requirement-values");
    row("Lt with two", requirement({{"key", gt}, {"operator", "Lt"}, {"values", {"4", "8"}}}),
        "karpenter/requirement-values");
    row("Exists with values", requirement({{"key", "team"}, {"operator", "Exists"}, {"values", {"a"}}}),
        "karpenter/requirement-values");
    row("refused key", requirement({{"key", "karpenter.sh/nodepool"}, {"operator", "Exists"}}),
        "karpenter/requirement-key");
    row("refused azure key", requirement({{"key", "kubernetes.azure.com/agentpool"}, {"operator", "Exists"}}),
        "karpenter/requirement-key");
    row("no such capacity",
        requirement({{"key", "karpenter.sh/capacity-type"}, {"operator", "In"}, {"values", {"cheap"}}}),
        "karpenter/requirement-value");
    row("zone without a region",
        requirement({{"key", "topology.kubernetes.io/zone"}, {"operator", "In"}, {"values", {"1"}}}),
        "karpenter/requirement-value");
    row("own key, no value of a label", requirement({{"key", "team"}, {"operator", "In"}, {"values", {"x y!"}}}),
        "karpenter/requirement-value");
    row("minValues above the values",
        requirement({{"key", "karpenter.azure.com/sku-name"}, {"operator", "In"}, {"values", {"Standard_D4s_v5"}},
            {"minValues", 2}}),
        "karpenter/min-values");
    row("sizes outside the family",
        requirement({{"key", "node.kubernetes.io/instance-type"}, {"operator", "In"}, {"values", {"Standard_E2s_v3"}}}),
        "karpenter/no-size-left");
    row("refused label", pool("/spec/template/metadata/labels/karpenter.azure.com~1colour", "red"), "karpenter/label");
    row("label that is no key", pool("/spec/template/metadata/labels/a b", "x"), "karpenter/label");
    row("tag with a bracket", with(nodeClass(), "/spec/tags", {{"a<b", "x"}}), "karpenter/tag");
    row("tag that is too long", with(nodeClass(), "/spec/tags", {{"team", std::string(257, 'x')}}), "karpenter/tag");
    row("object name of a pool", pool("/metadata/name", "gpu_pool"), "karpenter/object-name");
    row("namespace", pool("/metadata/namespace", "karpenter"), "karpenter/namespace");
    row("subnet", with(nodeClass(), "/spec/vnetSubnetID", "aks-subnet"), "karpenter/subnet-id");
    row("gc thresholds",
        with(nodeClass(), "/spec/kubelet", {{"imageGCHighThresholdPercent", 50}, {"imageGCLowThresholdPercent", 60}}),
        "karpenter/image-gc");
    row("swap", with(nodeClass(), "/spec/linuxOSConfig", {{"swapFileSize", "1Gi"}}), "karpenter/swap");
    row("fips on 24.04", with(with(nodeClass(), "/spec/fipsMode", "FIPS"), "/spec/imageFamily", "Ubuntu2404"),
        "karpenter/fips");
    row("old class version", with(nodeClass(), "/apiVersion", "karpenter.azure.com/v1alpha2"),
        "karpenter/deprecated-version");
}

void argoRows()
{
    const Json base = provisionTemplate(heron());
    row("entrypoint", with(base, "/spec/entrypoint", "nothing"), "argo/template-missing");
    row("task without template", with(base, "/spec/templates/0/dag/tasks/0/template", "nothing"),
        "argo/template-missing");
    row("dependency", with(base, "/spec/templates/0/dag/tasks/1/dependencies", {"nothing"}), "argo/dependency-missing");
    row("circle", with(base, "/spec/templates/0/dag/tasks/0/dependencies", {"confirm-managed-cluster"}), "argo/cycle");
    row("owner reference", with(base, "/spec/templates/2/resource/setOwnerReference", true), "argo/owner-reference");
}

} // namespace

class TestRules final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reports_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("rule");
        clusterRows();
        networkRows();
        poolRows();
        kubeletRows();
        karpenterRows();
        argoRows();
    }
    void reports()
    {
        QFETCH(QString, document);
        QFETCH(QString, rule);
        const auto json = parseJson(document.toUtf8());
        QVERIFY_RESULT(json);
        const QStringList rules = rulesOf(*json);
        QVERIFY2(rules.contains(rule), qPrintable(rules.join(u' ')));
        QVERIFY(!rules.contains(u"without words"_s));
    }

    void aNodeClassMayLiftTheLimitsOfThePods()
    {
        Json document = with(nodeClass(), "/spec/kubelet/podPidsLimit", -1);
        document["spec"]["kubelet"]["allowedUnsafeSysctls"] = {"kernel.msg*", "net.ipv4.route.min_pmtu"};
        QCOMPARE(rulesOf(document), QStringList());
    }

    void saysNothingAboutKindsItDoesNotKnow()
    {
        QVERIFY(rulesFor(Json{{"apiVersion", "v1"}, {"kind", "ConfigMap"}}).isEmpty());
        QVERIFY(rulesFor(Json()).isEmpty());
        QVERIFY(rulesFor(Json::array({1, "a"})).isEmpty());
    }

    void leavesWrongTypesToTheSchema_data()
    {
        QTest::addColumn<QString>("pointer");
        for (const char* pointer : {"/spec", "/spec/networkProfile", "/spec/agentPoolProfiles", "/spec/identity",
                 "/spec/tags", "/metadata", "/spec/nodeProvisioningProfile", "/spec/operatorSpec"})
            QTest::newRow(pointer) << QString::fromLatin1(pointer);
    }
    void leavesWrongTypesToTheSchema()
    {
        QFETCH(QString, pointer);
        for (const Json& value : {Json(1), Json("text"), Json::array({1, "a"}), Json::object(), Json(true)})
            for (const Problem& problem : rulesFor(with(cluster(), pointer.toLatin1().constData(), value)))
                QVERIFY(!problem.rule.isEmpty());
    }

    void findsOwnersInTheSet()
    {
        const Json document = cluster();
        Json group = resourceGroupManifest(heron(), u"v1api20200601"_s);
        DocumentContext context;
        QVERIFY(rulesOf(document, context).isEmpty());
        context.known = {{u"resources.azure.com"_s, u"ResourceGroup"_s}};
        QCOMPARE(rulesOf(document, context), QStringList{u"aso/owner-missing"_s});
        context.others = {{ClusterId::management(), &group}};
        QVERIFY(rulesOf(document, context).isEmpty());
        group["metadata"]["namespace"] = "elsewhere";
        QCOMPARE(rulesOf(document, context), QStringList{u"aso/owner-namespace"_s});
        context.others.clear();
        context.existing = {
            {ClusterId::management(), u"resources.azure.com"_s, u"ResourceGroup"_s, u"azure-system"_s, u"rg-heron"_s}};
        QVERIFY(rulesOf(document, context).isEmpty());
    }

    void findsTheNodeClassOnTheSameCluster()
    {
        const Json pool = nodePool();
        const Json nodes = nodeClass();
        DocumentContext context{.cluster = kWorkload};
        context.others = {{kWorkload, &nodes}};
        QVERIFY(rulesOf(pool, context).isEmpty());
        context.others = {{ClusterId::management(), &nodes}};
        context.known = {{u"karpenter.azure.com"_s, u"AKSNodeClass"_s}};
        const auto problems = rulesFor(pool, context);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().rule, u"karpenter/nodeclass-missing"_s);
        QCOMPARE(problems.first().severity, Severity::Error);
        QCOMPARE(problems.first().suggestion, u"default-nodeclass"_s);
    }

    void twoClustersMustNotExportToOneSecret()
    {
        const Json document = cluster();
        const Json other = with(cluster(), "/metadata/name", "crane");
        DocumentContext context;
        context.others = {{ClusterId::management(), &document}, {ClusterId::management(), &other}};
        QCOMPARE(rulesOf(document, context), QStringList{u"aks/export-collision"_s});
    }

    void ciliumIsCheckedOnTheOtherDocument()
    {
        const Json document = cluster();
        const Json nodes = nodeClass();
        Json pool = nodePool();
        pool["spec"]["template"]["spec"].erase("startupTaints");
        pool["spec"]["template"]["metadata"].erase("labels");
        DocumentContext context{.cluster = kWorkload};
        context.others = {{ClusterId::management(), &document}, {kWorkload, &nodes}};
        QCOMPARE(rulesOf(pool, context), QStringList({u"karpenter/cilium-label"_s, u"karpenter/cilium-taint"_s}));
    }

    void aSeparatePoolIsComparedWithItsCluster()
    {
        const Json document = cluster();
        const Json pool = {{"apiVersion", "containerservice.azure.com/v1api20240901"},
            {"kind", "ManagedClustersAgentPool"}, {"metadata", {{"name", "system"}, {"namespace", "azure-system"}}},
            {"spec", {{"owner", {{"name", "heron"}}}, {"enableAutoScaling", true}, {"minCount", 1}, {"maxCount", 3}}}};
        DocumentContext context;
        context.others = {{ClusterId::management(), &document}};
        QCOMPARE(rulesOf(pool, context), QStringList({u"aks/nap-autoscaling"_s, u"aks/pool-twice"_s}));
    }

    void aVersionMustBeServed()
    {
        const ApiCatalog catalog({{.gvk = {u"containerservice.azure.com"_s, u"v1api20250801"_s, u"ManagedCluster"_s},
            .plural = u"managedclusters"_s,
            .namespaced = true}});
        DocumentContext context;
        context.catalog = &catalog;
        const Json old = with(cluster(), "/apiVersion", "containerservice.azure.com/v1api20240402preview");
        const auto problems = rulesFor(old, context);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().rule, u"aso/version-not-served"_s);
        QCOMPARE(problems.first().suggestion, u"containerservice.azure.com/v1api20250801"_s);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
