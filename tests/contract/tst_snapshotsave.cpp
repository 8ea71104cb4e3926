// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>

#include "kubectltest.h"
#include "objects.h"
#include "programs.h"
#include "serverundertest.h"
#include "snapshotcontent.h"
#include "testprint.h"

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

Json aksCluster(const QString& nameSpace)
{
    return {{"apiVersion", "containerservice.azure.com/v1api20250801"}, {"kind", "ManagedCluster"},
        {"metadata",
            {{"name", "heron"}, {"namespace", nameSpace.toStdString()}, {"finalizers", {"argosy.test/hold"}},
                {"ownerReferences", {{{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"name", "x"}, {"uid", "4711"}}}}}},
        {"spec", {{"location", "westeurope"}, {"owner", {{"name", "rg"}}}}}};
}

Json secret()
{
    return {{"apiVersion", "v1"}, {"kind", "Secret"}, {"metadata", {{"name", "bird"}}},
        {"data", {{"key", QByteArray("canary-4711").toBase64().toStdString()}}}};
}

} // namespace

/// `argosyctl snapshot save` beside `kubectl get`.
class TestSnapshotSave : public KubectlTest
{
    Q_OBJECT

    Programs m_programs;

    [[nodiscard]] Outcome run(const QString& program, const QString& arguments) const
    {
        return m_programs.run(program, u"config"_s, arguments.split(u' '));
    }
    /// What kubectl says of all objects of a kind in the namespace, by name.
    [[nodiscard]] QMap<QString, Json> seenByKubectl(const QString& plural, const QString& nameSpace) const
    {
        const Outcome got =
            run(Programs::kubectl(), u"get %1 -n %2 -o json --show-managed-fields"_s.arg(plural, nameSpace));
        const Json list = parseJson(got.output).value_or(Json());
        QMap<QString, Json> objects;
        for (const Json& object : member(list, "items"))
            objects.insert(textAt(object, "/metadata/name"), object);
        return objects;
    }

private Q_SLOTS:
    void objectsAreAsKubectlSeesThem_data() { ServerUnderTest::addRows(); }
    void objectsAreAsKubectlSeesThem()
    {
        QFETCH(QString, server);
        if (const QString why = ServerUnderTest::reasonToSkip(server); !why.isEmpty())
            QSKIP(qPrintable(why));
        ServerUnderTest tested(server, {.controllers = false});
        const auto config = tested.isEmbedded() ? Result<QByteArray>(tested.demo().kubeconfig())
                                                : readFile(qEnvironmentVariable("ARGOSY_TEST_KUBECONFIG"));
        QVERIFY_RESULT(config);
        QVERIFY_RESULT(writeFileAtomically(m_programs.path(u"config"_s), *config));

        ApiClient& api = tested.wire();
        const TestNamespace ns(api);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(api.post(ns.core(u"configmaps"_s), configMap(u"map-%1"_s.arg(i), {{"a", "b"}})).code, 201);
        const QString clusters = ns.path(u"containerservice.azure.com/v1api20250801"_s, u"managedclusters"_s);
        QCOMPARE(api.post(clusters, aksCluster(ns.name())).code, 201);
        const Cleanup cluster(api, clusters + u"/heron");
        QCOMPARE(api.post(ns.core(u"secrets"_s), secret()).code, 201);
        const Cleanup bird(api, ns.core(u"secrets"_s) + u"/bird");

        const QString name = server + u".snapshot"_s;
        const Outcome saved = run(Programs::argosyctl(), u"snapshot save %1 -n %2"_s.arg(name, ns.name()));
        QVERIFY2(saved.worked(), saved.complaint.constData());
        const auto content = snapshotContent(readFile(m_programs.path(name)).value_or(""));
        QVERIFY_RESULT(content);
        QVERIFY(content->head.catalog == tested.catalog());
        QHash<QString, QMap<QString, Json>> byKind;
        for (const QByteArray& json : content->objects()) {
            QVERIFY2(!json.contains("canary-4711") && !json.contains(QByteArray("canary-4711").toBase64()),
                json.constData());
            const Json object = parseJson(json).value_or(Json());
            byKind[textAt(object, "/kind")].insert(textAt(object, "/metadata/name"), object);
        }
        for (const auto& [kind, plural] : {std::pair(u"ConfigMap"_s, u"configmaps"_s),
                 std::pair(u"ManagedCluster"_s, u"managedclusters.v1api20250801.containerservice.azure.com"_s),
                 std::pair(u"CustomResourceDefinition"_s, u"customresourcedefinitions"_s)}) {
            const QMap<QString, Json> theirs = seenByKubectl(plural, ns.name());
            QVERIFY2(!theirs.isEmpty(), qPrintable(plural));
            QCOMPARE(byKind.value(kind).keys(), theirs.keys());
            for (auto object = theirs.cbegin(); object != theirs.cend(); ++object)
                QVERIFY2(sameJson(byKind.value(kind).value(object.key()), *object), qPrintable(object.key()));
        }
        QCOMPARE(textAt(byKind.value(u"Secret"_s).value(u"bird"_s), "/data/key"), u"<11 bytes>"_s);

        const Outcome info = run(Programs::argosyctl(), u"snapshot info %1 -o json"_s.arg(name));
        QVERIFY(info.worked());
        const Json told = parseJson(info.output).value_or(Json());
        QCOMPARE(valueAt(told, "/summary/objects"), Json(content->objects().size()));
        QCOMPARE(valueAt(told, "/missing"), Json::array());
    }

    void aFileThatExistsIsKept()
    {
        ServerUnderTest tested(u"embedded"_s, {.controllers = false});
        QVERIFY_RESULT(writeFileAtomically(m_programs.path(u"config"_s), tested.demo().kubeconfig()));
        QVERIFY_RESULT(writeFileAtomically(m_programs.path(u"kept"_s), "a diary"));
        QCOMPARE(run(Programs::argosyctl(), u"snapshot save kept"_s).exitCode, 2);
        QCOMPARE(readFile(m_programs.path(u"kept"_s)).value(), "a diary");
        QCOMPARE(run(Programs::argosyctl(), u"snapshot info kept"_s).exitCode, 2);
        QCOMPARE(run(Programs::argosyctl(), u"snapshot save --kind nodepools --force kept"_s).exitCode, 0);
        QCOMPARE(run(Programs::argosyctl(), u"snapshot info kept"_s).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotSave)
#include "tst_snapshotsave.moc"
