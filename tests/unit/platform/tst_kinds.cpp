// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestKinds final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyListOfFormsHasValues()
    {
        for (const char* list : {"locations", "kubernetesVersions", "systemVmSizes", "workloadVmSizes", "operators",
                 "taintEffects", "skuTiers", "identityTypes", "provisioningModes", "imageFamilies", "osSkus",
                 "consolidationPolicies", "upgradeChannels", "nodeOsUpgradeChannels", "networkPlugins",
                 "networkDataplanes", "networkPolicies", "outboundTypes", "loadBalancerSkus"}) {
            const QList<Choice>& rows = choices(QLatin1StringView(list));
            QVERIFY2(!rows.isEmpty(), list);
            for (const Choice& row : rows)
                QVERIFY2(!row.value.isEmpty(), list);
        }
        QVERIFY(choices(u"colours"_s).isEmpty());
    }

    void whatOthersNeedComesFirst_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("namespace") << u"Namespace"_s << u"ResourceGroup"_s;
        QTest::newRow("role before its binding") << u"Role"_s << u"RoleBinding"_s;
        QTest::newRow("account before the template") << u"ServiceAccount"_s << u"WorkflowTemplate"_s;
        QTest::newRow("group before identity") << u"ResourceGroup"_s << u"UserAssignedIdentity"_s;
        QTest::newRow("identity before cluster") << u"UserAssignedIdentity"_s << u"ManagedCluster"_s;
        QTest::newRow("network before subnet") << u"VirtualNetwork"_s << u"VirtualNetworksSubnet"_s;
        QTest::newRow("subnet before cluster") << u"VirtualNetworksSubnet"_s << u"ManagedCluster"_s;
        QTest::newRow("cluster before its pools") << u"ManagedCluster"_s << u"ManagedClustersAgentPool"_s;
        QTest::newRow("cluster before class") << u"ManagedCluster"_s << u"AKSNodeClass"_s;
        QTest::newRow("class before pool") << u"AKSNodeClass"_s << u"NodePool"_s;
        QTest::newRow("template before workflow") << u"WorkflowTemplate"_s << u"Workflow"_s;
    }
    void whatOthersNeedComesFirst()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto wave = [](const QString& kind) {
            const auto found =
                std::ranges::find_if(knownKinds(), [&kind](const KindFacts& facts) { return facts.kind.kind == kind; });
            return found == knownKinds().cend() ? -1 : found->wave;
        };
        QVERIFY(wave(before) >= 0);
        QVERIFY(wave(before) < wave(after));
    }

    void ownersAreKnownKindsThatComeFirst()
    {
        for (const KindFacts& facts : knownKinds()) {
            if (!facts.owner)
                continue;
            const KindFacts* owner = factsFor(*facts.owner);
            QVERIFY2(owner && owner->wave < facts.wave, qPrintable(facts.kind.toString()));
        }
    }

    void karpenterGoesToTheClusterOfTheArrangement()
    {
        const GroupKind pool{u"karpenter.sh"_s, u"NodePool"_s};
        QCOMPARE(clusterFor(pool, Arrangement::Workload, u"azure-system"_s, u"heron"_s).toString(),
            u"workload/azure-system/heron"_s);
        QVERIFY(clusterFor(pool, Arrangement::Management, u"azure-system"_s, u"heron"_s).isManagement());
        const GroupKind cluster{u"containerservice.azure.com"_s, u"ManagedCluster"_s};
        QVERIFY(clusterFor(cluster, Arrangement::Workload, u"azure-system"_s, u"heron"_s).isManagement());
        QVERIFY(clusterFor({u"example.com"_s, u"Thing"_s}, Arrangement::Workload, u"a"_s, u"b"_s).isManagement());
    }

    void requirementKeysAreUnique()
    {
        QSet<QString> keys;
        for (const RequirementKey& key : requirementKeys()) {
            QVERIFY2(!keys.contains(key.key), qPrintable(key.key));
            keys.insert(key.key);
            QVERIFY2(key.form != RequirementKey::Form::OneOf || !key.values.isEmpty(), qPrintable(key.key));
        }
        QVERIFY(keys.contains(u"karpenter.sh/capacity-type"_s));
    }
};

QTEST_GUILESS_MAIN(TestKinds)
#include "tst_kinds.moc"
