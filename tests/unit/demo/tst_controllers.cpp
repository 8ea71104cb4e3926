// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulatedcluster.h"

#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char* kAso = "resources.azure.com";
constexpr const char* kAks = "containerservice.azure.com";
const QString kNamespace = u"azure-system"_s;

const QByteArray kGroup = R"({apiVersion: resources.azure.com/v1api20200601, kind: ResourceGroup,
  metadata: {name: rg-heron, namespace: azure-system}, spec: {location: uksouth}})";

const QByteArray kCluster = R"({apiVersion: containerservice.azure.com/v1api20250801, kind: ManagedCluster,
  metadata: {name: heron, namespace: azure-system},
  spec: {location: uksouth, owner: {name: rg-heron}, dnsPrefix: heron, kubernetesVersion: "1.33",
    identity: {type: SystemAssigned}, oidcIssuerProfile: {enabled: true}, nodeProvisioningProfile: {mode: Auto},
    agentPoolProfiles: [{name: sys, mode: System, count: 3, vmSize: Standard_D4s_v5}],
    operatorSpec: {secrets: {adminCredentials: {name: heron-kubeconfig, key: value}},
      configMaps: {oidcIssuerProfile: {name: heron-oidc, key: issuer}}}}})";

const QByteArray kNodeClass = R"({apiVersion: karpenter.azure.com/v1beta1, kind: AKSNodeClass,
  metadata: {name: heron-std}, spec: {imageFamily: AzureLinux}})";

const QByteArray kNodePool = R"({apiVersion: karpenter.sh/v1, kind: NodePool, metadata: {name: heron-std},
  spec: {template: {metadata: {labels: {team: wading}}, spec: {
    nodeClassRef: {group: karpenter.azure.com, kind: AKSNodeClass, name: heron-std},
    requirements: [{key: karpenter.azure.com/sku-family, operator: In, values: [E]}]}}}})";

} // namespace

class TestControllers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aResourceGroupBecomesReady()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kGroup), QString());
        world.run(500ms);
        Json group = world.get(kAso, "ResourceGroup", u"rg-heron"_s, kNamespace);
        QCOMPARE(conditionText(group, "Ready"), u"False Reconciling/Info"_s);
        QVERIFY(hasFinalizer(group, "serviceoperator.azure.com/finalizer"));
        world.run(2s);
        group = world.get(kAso, "ResourceGroup", u"rg-heron"_s, kNamespace);
        QCOMPARE(conditionText(group, "Ready"), u"True Succeeded/"_s);
        QCOMPARE(textAt(group, "/status/id"),
            u"/subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/rg-heron"_s);
        QCOMPARE(textAt(group, "/status/properties/provisioningState"), u"Succeeded"_s);
    }

    void aClusterWaitsForItsOwner()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kCluster), QString());
        world.run(1s);
        const Json waiting = world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace);
        QCOMPARE(conditionText(waiting, "Ready"), u"False WaitingForOwner/Warning"_s);
        QVERIFY(!hasFinalizer(waiting, "serviceoperator.azure.com/finalizer"));
        QCOMPARE(world.apply(kGroup), QString());
        QVERIFY(world.runUntil(
            [&] { return isTrue(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace), "Ready"); }, 15s));
    }

    void aReadyClusterHasStatusExportsAndNodes()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kGroup), QString());
        QCOMPARE(world.apply(kCluster), QString());
        QVERIFY(world.runUntil(
            [&] { return isTrue(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace), "Ready"); }, 15s));
        const Json cluster = world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace);
        QCOMPARE(textAt(cluster, "/status/provisioningState"), u"Succeeded"_s);
        QCOMPARE(textAt(cluster, "/status/currentKubernetesVersion"), u"1.33.2"_s);
        QCOMPARE(textAt(cluster, "/status/nodeResourceGroup"), u"MC_rg-heron_heron_uksouth"_s);
        QVERIFY(textAt(cluster, "/status/fqdn").endsWith(u".hcp.uksouth.azmk8s.io"));
        QCOMPARE(textAt(cluster, "/metadata/ownerReferences/0/name"), u"rg-heron"_s);
        const Json secret = world.get("", "Secret", u"heron-kubeconfig"_s, kNamespace);
        QCOMPARE(QByteArray::fromBase64(textAt(secret, "/data/value").toLatin1()), QByteArray("apiVersion: v1\n"));
        QVERIFY(isOwnedBy(secret, cluster));
        const Json issuer = world.get("", "ConfigMap", u"heron-oidc"_s, kNamespace);
        QCOMPARE(textAt(issuer, "/data/issuer"), textAt(cluster, "/status/oidcIssuerProfile/issuerURL"));
        world.run(200ms);
        QCOMPARE(world.list("", "Node").size(), 3);
    }

    void aChangedClusterReconcilesAgain()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kGroup), QString());
        QCOMPARE(world.apply(kCluster), QString());
        world.run(12s);
        QCOMPARE(world.apply(QByteArray(kCluster).replace("count: 3", "count: 2")), QString());
        world.run(300ms);
        QCOMPARE(conditionText(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace), "Ready"),
            u"False Reconciling/Info"_s);
        world.run(10s);
        const Json cluster = world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace);
        QCOMPARE(conditionText(cluster, "Ready"), u"True Succeeded/"_s);
        QCOMPARE(valueAt(cluster, "/status/conditions/0/observedGeneration"), valueAt(cluster, "/metadata/generation"));
        QCOMPARE(world.list("", "Node").size(), 2);
    }

    void azureRefusesAClusterWithoutDnsPrefix()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kGroup), QString());
        QCOMPARE(world.apply(QByteArray(kCluster).replace("dnsPrefix: heron,", "")), QString());
        world.run(5s);
        QCOMPARE(conditionText(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace), "Ready"),
            u"False InvalidParameter/Warning"_s);
    }

    void anExportDoesNotOverwriteAForeignSecret()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(
                     R"({apiVersion: v1, kind: Secret, metadata: {name: heron-kubeconfig, namespace: azure-system}})"),
            QString());
        QCOMPARE(world.apply(kGroup), QString());
        QCOMPARE(world.apply(kCluster), QString());
        world.run(12s);
        QCOMPARE(conditionText(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace), "Ready"),
            u"False FailedWritingAdditionalKubernetesObjects/Error"_s);
    }

    void deletionTakesAMomentAndTakesDependentsAlong()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kGroup), QString());
        QCOMPARE(world.apply(kCluster), QString());
        world.run(12s);
        world.cluster().remove(world.get(kAso, "ResourceGroup", u"rg-heron"_s, kNamespace));
        world.run(500ms);
        QCOMPARE(conditionText(world.get(kAso, "ResourceGroup", u"rg-heron"_s, kNamespace), "Ready"),
            u"False Deleting/Info"_s);
        world.run(6s);
        QVERIFY(world.get(kAso, "ResourceGroup", u"rg-heron"_s, kNamespace).is_null());
        QVERIFY(world.get(kAks, "ManagedCluster", u"heron"_s, kNamespace).is_null());
        QVERIFY(world.get("", "Secret", u"heron-kubeconfig"_s, kNamespace).is_null());
        QCOMPARE(world.list("", "Node").size(), 0);
    }

    void aPoolWithoutItsClassIsNotReady()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kNodePool), QString());
        world.run(3s);
        const Json pool = world.get("karpenter.sh", "NodePool", u"heron-std"_s);
        QCOMPARE(conditionText(pool, "NodeClassReady"), u"False NodeClassNotFound/"_s);
        QCOMPARE(conditionText(pool, "Ready"), u"False UnhealthyDependents/"_s);
        QCOMPARE(world.list("karpenter.sh", "NodeClaim").size(), 0);
    }

    void aPoolGetsTwoNodes()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kNodeClass), QString());
        QCOMPARE(world.apply(kNodePool), QString());
        world.run(15s);
        QCOMPARE(world.list("karpenter.sh", "NodeClaim").size(), 2);
        const Json claim = *world.list("karpenter.sh", "NodeClaim").constFirst();
        QVERIFY(nameOf(claim).startsWith(u"heron-std-"));
        QVERIFY(isTrue(claim, "Launched") && isTrue(claim, "Registered") && isTrue(claim, "Initialized")
            && isTrue(claim, "Ready"));
        const Json& labels = valueAt(claim, "/metadata/labels");
        QCOMPARE(textAt(labels, "/karpenter.sh~1nodepool"), u"heron-std"_s);
        QCOMPARE(textAt(labels, "/node.kubernetes.io~1instance-type"), u"Standard_E4s_v5"_s);
        QCOMPARE(textAt(labels, "/team"), u"wading"_s);
        const Json node = world.get("", "Node", textAt(claim, "/status/nodeName"));
        QVERIFY(isOwnedBy(node, claim));
        QVERIFY(isTrue(node, "Ready"));
        const Json pool = world.get("karpenter.sh", "NodePool", u"heron-std"_s);
        QVERIFY(isTrue(pool, "Ready"));
        QCOMPARE(valueAt(pool, "/status/nodes"), Json(2));
    }

    void theNodesOfAPoolAreInTheRegionOfTheCluster()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(QByteArray(kCluster).replace("uksouth", "westeurope")), QString());
        QCOMPARE(world.apply(kNodeClass), QString());
        QCOMPARE(world.apply(kNodePool), QString());
        world.run(15s);
        const Json claim = *world.list("karpenter.sh", "NodeClaim").constFirst();
        QCOMPARE(textAt(claim, "/metadata/labels/topology.kubernetes.io~1zone"), u"westeurope-1"_s);
    }

    void aStartupTaintThatNobodyRemovesHoldsTheNode()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kNodeClass), QString());
        QCOMPARE(world.apply(QByteArray(kNodePool).replace("requirements:",
                     "startupTaints: [{key: karpenter.sh/unschedulable, value: \"true\", effect: NoSchedule}], "
                     "requirements:")),
            QString());
        world.run(15s);
        const Json claim = *world.list("karpenter.sh", "NodeClaim").constFirst();
        QCOMPARE(conditionText(claim, "Initialized"), u"Unknown StartupTaintsExist/"_s);
        QVERIFY(!isTrue(claim, "Ready"));
    }

    void deletingAPoolDrainsItsNodes()
    {
        SimulatedCluster world;
        QCOMPARE(world.apply(kNodeClass), QString());
        QCOMPARE(world.apply(kNodePool), QString());
        world.run(15s);
        world.cluster().remove(world.get("karpenter.azure.com", "AKSNodeClass", u"heron-std"_s));
        world.cluster().remove(world.get("karpenter.sh", "NodePool", u"heron-std"_s));
        world.run(200ms);
        QVERIFY(!world.get("karpenter.azure.com", "AKSNodeClass", u"heron-std"_s).is_null());
        QCOMPARE(
            conditionText(*world.list("karpenter.sh", "NodeClaim").constFirst(), "Drained"), u"Unknown Draining/"_s);
        world.run(5s);
        QCOMPARE(world.list("karpenter.sh", "NodeClaim").size(), 0);
        QCOMPARE(world.list("", "Node").size(), 0);
        QVERIFY(world.get("karpenter.azure.com", "AKSNodeClass", u"heron-std"_s).is_null());
    }

    void theSameSeedMakesTheSameNames()
    {
        SimulatedCluster a;
        SimulatedCluster b;
        QCOMPARE(a.cluster().suffixFor(u"x"_s), b.cluster().suffixFor(u"x"_s));
        QVERIFY(a.cluster().suffixFor(u"x"_s) != a.cluster().suffixFor(u"y"_s));
    }
};

QTEST_APPLESS_MAIN(TestControllers)
#include "tst_controllers.moc"
