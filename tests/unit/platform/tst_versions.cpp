// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/versions.h>

#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const GroupKind kCluster{u"containerservice.azure.com"_s, u"ManagedCluster"_s};

ApiCatalog serving(const GroupKind& kind, const QStringList& versions)
{
    QList<ApiResource> resources;
    for (const QString& version : versions)
        resources.append({.gvk = {kind.group, version, kind.kind}, .plural = u"things"_s});
    return ApiCatalog(resources);
}

/// A schema of one version, with or without the field that provisioning needs.
SchemaSet schemaOf(const QString& version, bool provisioning)
{
    Json spec = {{"type", "object"}, {"properties", {{"location", {{"type", "string"}}}}}};
    if (provisioning)
        spec["properties"]["nodeProvisioningProfile"] = {{"type", "object"}};
    const Json root = {{"type", "object"}, {"properties", {{"spec", spec}}}};
    SchemaSet set;
    set.insert({.gvk = {kCluster.group, version, kCluster.kind}, .root = *parseSchema(root)});
    return set;
}

} // namespace

class TestVersions final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesTheManagedClusterVersion_data()
    {
        QTest::addColumn<QStringList>("served");
        QTest::addColumn<QString>("expected");
        QTest::newRow("newest stable one with provisioning, not the server's preferred one")
            << QStringList{u"v1api20240402preview"_s, u"v1api20240901"_s, u"v1api20250801"_s} << u"v1api20250801"_s;
        QTest::newRow("preview where no stable one has it")
            << QStringList{u"v1api20240901"_s, u"v1api20240402preview"_s} << u"v1api20240402preview"_s;
        QTest::newRow("stable where none has it")
            << QStringList{u"v1api20230201"_s, u"v1api20240901"_s} << u"v1api20240901"_s;
        QTest::newRow("a version newer than the catalogue, in the newer spelling")
            << QStringList{u"v1api20250801"_s, u"v20260501"_s, u"v20260301preview"_s} << u"v20260501"_s;
        QTest::newRow("the newest preview of two")
            << QStringList{u"v1api20231102preview"_s, u"v1api20240402preview"_s} << u"v1api20240402preview"_s;
    }
    void choosesTheManagedClusterVersion()
    {
        QFETCH(QStringList, served);
        const ApiCatalog catalog = serving(kCluster, served);
        QTEST(chooseVersion(kCluster, SchemaSet::builtin(), &catalog), "expected");
    }

    void withoutAClusterTheCatalogueDecides()
    {
        QCOMPARE(chooseVersion(kCluster, SchemaSet::builtin()), u"v1api20250801"_s);
        QCOMPARE(chooseVersion({u"karpenter.azure.com"_s, u"AKSNodeClass"_s}, SchemaSet::builtin()), u"v1beta1"_s);
        QCOMPARE(chooseVersion({u"karpenter.sh"_s, u"NodePool"_s}, SchemaSet::builtin()), u"v1"_s);
        QCOMPARE(chooseVersion({u"example.com"_s, u"Thing"_s}, SchemaSet::builtin()), QString());
    }

    void aSchemaSaysMoreThanADate()
    {
        QVERIFY(!hasNodeProvisioning(u"v20270101"_s, schemaOf(u"v20270101"_s, false)));
        QVERIFY(hasNodeProvisioning(u"v1api20200101"_s, schemaOf(u"v1api20200101"_s, true)));
        QVERIFY(hasNodeProvisioning(u"v20270101"_s, SchemaSet()));
        QVERIFY(!hasNodeProvisioning(u"v1api20240901"_s, SchemaSet()));
    }

    void foreignKindsTakeTheServersChoice()
    {
        const GroupKind kind{u"example.com"_s, u"Thing"_s};
        const ApiCatalog catalog = serving(kind, {u"v1beta1"_s, u"v1"_s});
        QCOMPARE(chooseVersion(kind, SchemaSet::builtin(), &catalog), u"v1beta1"_s);
    }

    void otherOperatorKindsTakeTheNewestStableOne()
    {
        const GroupKind kind{u"network.azure.com"_s, u"VirtualNetwork"_s};
        const ApiCatalog catalog = serving(kind, {u"v1api20201101"_s, u"v1api20240301"_s, u"v1api20250101preview"_s});
        QCOMPARE(chooseVersion(kind, SchemaSet::builtin(), &catalog), u"v1api20240301"_s);
    }

    void knowsRetiredVersions()
    {
        QVERIFY(isRetiredVersion({kCluster.group, u"v1api20240402preview"_s, kCluster.kind}));
        QVERIFY(!isRetiredVersion({kCluster.group, u"v1api20250801"_s, kCluster.kind}));
        QVERIFY(!isRetiredVersion({u"network.azure.com"_s, u"v1api20240402preview"_s, u"VirtualNetwork"_s}));
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
