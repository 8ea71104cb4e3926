// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>
#include <argosy/platform/manifests.h>
#include <argosy/platform/rules.h>

#include "goldenfile.h"
#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QString describeAll(const QList<Problem>& problems)
{
    QStringList lines;
    for (const Problem& problem : problems)
        lines.append(problem.rule + u' ' + problem.path.toPointer() + u": "_s + problem.message.english());
    return lines.join(u'\n');
}

DocumentContext contextOf(const QList<ManifestFile>& files, const ManifestFile& file)
{
    DocumentContext context;
    context.cluster = file.cluster;
    for (const ManifestFile& other : files)
        context.others.append({other.cluster, &other.object});
    context.known = {{u"resources.azure.com"_s, u"ResourceGroup"_s}, {u"karpenter.azure.com"_s, u"AKSNodeClass"_s}};
    return context;
}

QStringList kindsOf(const QList<ManifestFile>& files)
{
    QStringList kinds;
    for (const ManifestFile& file : files)
        kinds.append(textAt(file.object, "/kind"));
    return kinds;
}

const Json& objectOf(const QList<ManifestFile>& files, const QString& kind)
{
    static const Json kNone;
    for (const ManifestFile& file : files)
        if (textAt(file.object, "/kind") == kind)
            return file.object;
    return kNone;
}

} // namespace

class TestManifests final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySetIsValid_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<Delivery>("delivery");
        QTest::addColumn<Arrangement>("arrangement");
        for (const Preset& preset : presets())
            for (const Delivery delivery : {Delivery::Direct, Delivery::Argo})
                for (const Arrangement arrangement : {Arrangement::Workload, Arrangement::Management})
                    QTest::addRow("%s-%s-%s", qPrintable(preset.id), qPrintable(toWord(delivery)),
                        qPrintable(toWord(arrangement)))
                        << preset.id << delivery << arrangement;
    }
    void everySetIsValid()
    {
        QFETCH(QString, preset);
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s, preset);
        QFETCH(Delivery, delivery);
        QFETCH(Arrangement, arrangement);
        settings.delivery = delivery;
        settings.arrangement = arrangement;
        settings.tags.insert(u"team"_s, u"wading"_s);
        const QList<ManifestFile> files = clusterManifests(settings);
        for (const ManifestFile& file : files) {
            const auto problems =
                validate(file.object, SchemaSet::builtin()) + rulesFor(file.object, contextOf(files, file));
            QVERIFY2(problems.isEmpty(), qPrintable(file.fileName + u'\n' + describeAll(problems)));
        }
        QList<Json> objects;
        for (const ManifestFile& file : files)
            objects.append(file.object);
        const QString name = "platform/"_L1 + QString::fromLatin1(QTest::currentDataTag()) + ".yaml"_L1;
        const QString text = emitYaml(objects);
        QCOMPARE(text, golden(name, text));
    }

    void comesInApplyOrder()
    {
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        QCOMPARE(kindsOf(clusterManifests(settings)),
            QStringList({u"Namespace"_s, u"ResourceGroup"_s, u"ManagedCluster"_s, u"AKSNodeClass"_s, u"NodePool"_s}));
        settings.delivery = Delivery::Argo;
        QCOMPARE(kindsOf(clusterManifests(settings)).mid(1, 4),
            QStringList({u"ServiceAccount"_s, u"Role"_s, u"RoleBinding"_s, u"WorkflowTemplate"_s}));
        const QList<ManifestFile> files = clusterManifests(settings);
        QVERIFY(std::ranges::is_sorted(files, {}, &ManifestFile::fileName));
        QCOMPARE(files.last().cluster.toString(), u"workload/azure-system/heron"_s);
        QVERIFY(files.first().cluster.isManagement());
    }

    void anOwnIdentityIsPartOfTheSet()
    {
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        settings.identityType = u"UserAssigned"_s;
        settings.userAssignedIdentity = u"id-heron"_s;
        QList<ManifestFile> files = clusterManifests(settings);
        QVERIFY(kindsOf(files).contains(u"UserAssignedIdentity"_s));
        const char* reference = "/spec/identity/userAssignedIdentities/0/reference";
        QCOMPARE(textAt(valueAt(objectOf(files, u"ManagedCluster"_s), reference), "/name"), u"id-heron"_s);

        settings.userAssignedIdentity = u"/subscriptions/s/resourceGroups/r/providers/p/userAssignedIdentities/i"_s;
        files = clusterManifests(settings);
        QVERIFY(!kindsOf(files).contains(u"UserAssignedIdentity"_s));
        QCOMPARE(
            textAt(valueAt(objectOf(files, u"ManagedCluster"_s), reference), "/armId"), settings.userAssignedIdentity);
    }

    void anOldServerGetsNoProvisioningProfile()
    {
        const ApiCatalog old({{.gvk = {u"containerservice.azure.com"_s, u"v1api20240901"_s, u"ManagedCluster"_s},
            .plural = u"managedclusters"_s,
            .namespaced = true}});
        const auto files = clusterManifests(*newCluster(u"heron"_s, u"uksouth"_s), {.management = &old});
        const Json& cluster = objectOf(files, u"ManagedCluster"_s);
        QCOMPARE(textAt(cluster, "/apiVersion"), u"containerservice.azure.com/v1api20240901"_s);
        QVERIFY(valueAt(cluster, "/spec/nodeProvisioningProfile").is_null());
    }

    void ciliumNeedsALabelAndAStartupTaint()
    {
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        const Json cilium = nodePoolManifest(settings, u"v1"_s);
        QCOMPARE(textAt(cilium, "/spec/template/metadata/labels/kubernetes.azure.com~1ebpf-dataplane"), u"cilium"_s);
        QCOMPARE(textAt(cilium, "/spec/template/spec/startupTaints/0/key"), u"node.cilium.io/agent-not-ready"_s);
        settings.network.dataplane = u"azure"_s;
        settings.network.policy = u"azure"_s;
        QVERIFY(valueAt(nodePoolManifest(settings, u"v1"_s), "/spec/template/spec/startupTaints").is_null());
    }

    void emptySettingsLeaveTheirFieldOut()
    {
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        settings.network = {{}, {}, {}, {}, {}, {}, {}, {}, {}};
        settings.kubeconfigSecret.clear();
        settings.oidcIssuer = false;
        settings.systemPool.zones.clear();
        settings.nodePool.cpuLimit.clear();
        settings.nodePool.memoryLimit.clear();
        const Json cluster = managedClusterManifest(settings, u"v1api20250801"_s);
        for (const char* field : {"/spec/networkProfile", "/spec/operatorSpec", "/spec/tags",
                 "/spec/agentPoolProfiles/0/availabilityZones", "/spec/supportPlan"})
            QVERIFY2(valueAt(cluster, field).is_null(), field);
        QVERIFY(valueAt(nodePoolManifest(settings, u"v1"_s), "/spec/limits").is_null());
    }
};

QTEST_GUILESS_MAIN(TestManifests)
#include "tst_manifests.moc"
