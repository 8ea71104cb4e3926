// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/settings.h>

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

class TestSettings final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void derivesNames()
    {
        const auto settings = newCluster(u"heron"_s, u"uksouth"_s);
        QVERIFY_RESULT(settings);
        QCOMPARE(settings->resourceGroup, u"rg-heron"_s);
        QCOMPARE(settings->dnsPrefix, u"heron"_s);
        QCOMPARE(settings->kubeconfigSecret, u"heron-kubeconfig"_s);
        QCOMPARE(settings->karpenterCluster().toString(), u"workload/azure-system/heron"_s);
        QCOMPARE(settings->preset, u"standard"_s);
    }

    void aRegionWithoutZonesGetsNone()
    {
        QVERIFY(newCluster(u"heron"_s, u"ukwest"_s)->systemPool.zones.isEmpty());
        QCOMPARE(newCluster(u"heron"_s, u"somewhere-new"_s)->systemPool.zones.size(), 3);
    }

    void onlySpecialPoolsAreTainted()
    {
        QCOMPARE(presets().size(), 4);
        for (const Preset& preset : presets()) {
            QCOMPARE(preset.nodePool.taints.isEmpty(), preset.id == u"standard"_s);
            QVERIFY(!preset.nodePool.requirements.isEmpty());
            QVERIFY(!preset.title.isEmpty());
        }
    }

    void refusesAnUnknownPreset()
    {
        const auto settings = newCluster(u"heron"_s, u"uksouth"_s, u"gigantic"_s);
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, ErrorKind::NotFound);
        QVERIFY(settings.error().message.english().contains(u"memory-optimized"_s));
    }

    void setsMembersByPath()
    {
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        QVERIFY_RESULT(setSetting(settings, u"network.podCidr"_s, u"10.64.0.0/16"_s));
        QVERIFY_RESULT(setSetting(settings, u"systemPool.count"_s, u"5"_s));
        QVERIFY_RESULT(setSetting(settings, u"systemPool.zones"_s, u"1,2"_s));
        QVERIFY_RESULT(setSetting(settings, u"nodeClass.maxPods"_s, u"110"_s));
        QVERIFY_RESULT(setSetting(settings, u"tags.team"_s, u"wading"_s));
        QVERIFY_RESULT(setSetting(settings, u"delivery"_s, u"argo"_s));
        QVERIFY_RESULT(setSetting(settings, u"preset"_s, u"spot-optimized"_s));
        QCOMPARE(settings.network.podCidr, u"10.64.0.0/16"_s);
        QCOMPARE(settings.systemPool.count, 5);
        QCOMPARE(settings.systemPool.zones, QStringList({u"1"_s, u"2"_s}));
        QCOMPARE(settings.nodeClass.maxPods, 110);
        QCOMPARE(settings.tags.value(u"team"_s), u"wading"_s);
        QVERIFY(settings.delivery == Delivery::Argo);
        QCOMPARE(settings.nodePool.name, u"spot-optimized"_s);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no such path") << u"network.colour"_s << u"red"_s << ErrorKind::NotFound;
        QTest::newRow("a map without a key") << u"tags."_s << u"x"_s << ErrorKind::NotFound;
        QTest::newRow("no number") << u"systemPool.count"_s << u"three"_s << ErrorKind::Parse;
        QTest::newRow("no boolean") << u"oidcIssuer"_s << u"yes"_s << ErrorKind::Parse;
        QTest::newRow("no delivery") << u"delivery"_s << u"pigeon"_s << ErrorKind::Parse;
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        ClusterSettings settings = *newCluster(u"heron"_s, u"uksouth"_s);
        const ClusterSettings before = settings;
        const auto result = setSetting(settings, path, value);
        QVERIFY(!result);
        QTEST(result.error().kind, "kind");
        QCOMPARE(settings, before);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
