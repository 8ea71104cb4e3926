// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/apicatalog.h>
#include <argosy/kube/clusterid.h>
#include <argosy/kube/fieldpath.h>
#include <argosy/kube/jsondiff.h>
#include <argosy/kube/quantity.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestKube : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clusterIdsKeepTheirText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("management") << u"management"_s << u"management"_s;
        QTest::newRow("workload") << u"workload/ns/heron"_s << u"workload/ns/heron"_s;
        QTest::newRow("context") << u"context/a/b"_s << u"context/a/b"_s;
        QTest::newRow("a context named like a folder") << u"workload/x"_s << u"context/workload/x"_s;
        QTest::newRow("plain name") << u"prod"_s << u"context/prod"_s;
    }

    void clusterIdsKeepTheirText()
    {
        QFETCH(QString, text);
        QFETCH(QString, id);
        QCOMPARE(ClusterId::fromString(text).toString(), id);
    }

    void dottedPaths_data()
    {
        QTest::addColumn<QString>("dotted");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("back");
        QTest::newRow("leading dot") << u".spec.limits.cpu"_s << u"/spec/limits/cpu"_s << u"spec.limits.cpu"_s;
        QTest::newRow("index") << u"spec.taints[0].key"_s << u"/spec/taints/0/key"_s << u"spec.taints[0].key"_s;
        QTest::newRow("a number that is no index") << u"data[01]"_s << u"/data/01"_s << u"data.01"_s;
        QTest::newRow("map key") << u"metadata.labels[a.b/c]"_s << u"/metadata/labels/a.b~1c"_s
                                 << u"metadata.labels[a.b/c]"_s;
        QTest::newRow("selector") << u".spec.pools[name=\"sys\"].count"_s << u"/spec/pools/name=\"sys\"/count"_s
                                  << u"spec.pools.name=\"sys\".count"_s;
        QTest::newRow("unclosed") << u"spec.a[1"_s << u"/spec/a[1"_s << u"spec[a[1]"_s;
        QTest::newRow("root") << u""_s << u""_s << u""_s;
    }

    void dottedPaths()
    {
        QFETCH(QString, dotted);
        QFETCH(QString, pointer);
        QFETCH(QString, back);
        const FieldPath path = FieldPath::fromDotted(dotted);
        QCOMPARE(path.toPointer(), pointer);
        QCOMPARE(path.toDotted(), back);
        QCOMPARE(FieldPath::fromPointer(pointer).value(), path);
    }

    void pathsNest()
    {
        const FieldPath spec = FieldPath() / u"spec"_s;
        QVERIFY((spec / u"a"_s / 2).startsWith(spec));
        QVERIFY(!spec.startsWith(spec / u"a"_s));
        QCOMPARE((spec / 2).parent(), spec);
        QCOMPARE((spec / 2).lastKey(), u"2"_s);
    }

    void brokenPointersAreRefused_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::newRow("no slash at the beginning") << u"spec"_s;
        QTest::newRow("an escape that there is not") << u"/spec/key~2a"_s;
        QTest::newRow("half an escape") << u"/spec/key~"_s;
    }

    void brokenPointersAreRefused()
    {
        QFETCH(QString, pointer);
        const auto path = FieldPath::fromPointer(pointer);
        QVERIFY(!path);
        QCOMPARE(path.error().kind, ErrorKind::Parse);
    }

    void quantities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("plain") << u"200"_s << 200.0;
        QTest::newRow("milli") << u"500m"_s << 0.5;
        QTest::newRow("binary") << u"2Ki"_s << 2048.0;
        QTest::newRow("decimal") << u"1.5k"_s << 1500.0;
        QTest::newRow("exponent") << u"1e3"_s << 1000.0;
        QTest::newRow("exa is not an exponent") << u"1E"_s << 1e18;
        QTest::newRow("negative") << u"-1"_s << -1.0;
        QTest::newRow("no digits") << u"Gi"_s << qQNaN();
        QTest::newRow("small k") << u"1ki"_s << qQNaN();
        QTest::newRow("space") << u"1 Gi"_s << qQNaN();
        QTest::newRow("newline") << u"1\n"_s << qQNaN();
        QTest::newRow("empty") << u""_s << qQNaN();
        QTest::newRow("more than a number holds") << u"-1e9999"_s << std::numeric_limits<double>::lowest();
        QTest::newRow("nothing, however often") << u"0e9999"_s << 0.0;
    }

    void quantities()
    {
        QFETCH(QString, text);
        QFETCH(double, value);
        const auto quantity = Quantity::parse(text);
        QCOMPARE(quantity.has_value(), !qIsNaN(value));
        if (quantity)
            QCOMPARE(quantity->value(), value);
    }

    void diffIgnoresTheOrderOfKeys()
    {
        const Json before = parseJson(R"({"a":1,"b":[1,{"x":1,"y":2}],"gone":null})").value();
        const Json after = parseJson(R"({"b":[1,{"y":2,"x":3},4],"a":1.0})").value();
        QStringList changes;
        for (const FieldChange& change : diffJson(before, after))
            changes += toWord(change.op) + u' ' + change.path.toPointer() + u' ' + QString::fromUtf8(change.from) + u'>'
                + QString::fromUtf8(change.to);
        QCOMPARE(changes, QStringList({u"replace /b/1/x 1>3"_s, u"add /b/2 >4"_s, u"remove /gone null>"_s}));
        QVERIFY(sameJson(before, before) && !sameJson(before, after));
    }

    void noiseIsLeftOut()
    {
        const Json object = parseJson(R"({"kind":"X","metadata":{"name":"n","uid":"u","managedFields":[],"annotations":
            {"kubectl.kubernetes.io/last-applied-configuration":"{}"}},"status":{}})")
                                .value();
        QCOMPARE(toCompactJson(withoutNoise(object)), R"({"kind":"X","metadata":{"name":"n"}})"_ba);
    }

    void jsonErrorsNameThePlace()
    {
        const auto json = parseJson("{\n \"a\": x}");
        QVERIFY(!json);
        QCOMPARE(json.error().where.line, 2);
        QVERIFY(!parseJson(QByteArray(10'000, '[')));
        QVERIFY(!parseJson(""));
    }

    void catalogueFindsByAnyName()
    {
        const ApiResource pool{.gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s},
            .plural = u"nodepools"_s,
            .singular = u"nodepool"_s,
            .shortNames = {u"np"_s}};
        const ApiResource secret{.gvk = {{}, u"v1"_s, u"Secret"_s}, .plural = u"secrets"_s, .namespaced = true};
        const ApiCatalog catalog({pool, secret});
        for (const auto& name : {u"NodePool"_s, u"nodepools.karpenter.sh"_s, u"np"_s})
            QCOMPARE(catalog.findByName(name).value(), pool);
        QVERIFY(!catalog.findByName(u"nodepools.other"_s));
        QCOMPARE(pool.path(u"ignored"_s, u"gpu"_s), u"/apis/karpenter.sh/v1/nodepools/gpu"_s);
        QCOMPARE(secret.path(u"ns"_s, u"s"_s), u"/api/v1/namespaces/ns/secrets/s"_s);
        QCOMPARE(catalog.versions({u"karpenter.sh"_s, u"NodePool"_s}), QStringList{u"v1"_s});
    }
};

QTEST_GUILESS_MAIN(TestKube)
#include "tst_kube.moc"
