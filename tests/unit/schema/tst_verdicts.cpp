// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"
#include "referenceserver.h"

#include <argosy/schema/openapi.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QString crdsPath()
{
    return u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions"_s;
}

QList<KindSchema> versionsOf(const GroupKind& kind)
{
    QList<KindSchema> versions;
    for (const QString& version : SchemaSet::builtin().versions(kind))
        versions.append(*SchemaSet::builtin().find({kind.group, version, kind.kind}));
    return versions;
}

/// The catalogue's kinds that are no built-in ones.
QList<GroupKind> customKinds()
{
    QList<GroupKind> kinds;
    for (const KindSchema* schema : SchemaSet::builtin().all()) {
        const GroupKind kind = schema->gvk.groupKind();
        const bool custom = kind.group.contains(u'.') && !kind.group.endsWith(u".k8s.io");
        if (custom && !kinds.contains(kind))
            kinds.append(kind);
    }
    return kinds;
}

} // namespace

/// Our verdicts beside those of a real API server: ARGOSY_TEST_KUBECONFIG names it.
class TestVerdicts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("ARGOSY_TEST_KUBECONFIG"))
            QSKIP("ARGOSY_TEST_KUBECONFIG names no server.");
        QVERIFY(m_server.start());
        installMissingKinds();
        const auto space = m_server.post(u"/api/v1/namespaces"_s,
            *parseJson(R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"argosy-verdicts"}})"));
        QVERIFY2(space.accepted() || space.code == 409, qPrintable(space.text));
    }

    void cleanupTestCase() { m_server.remove(u"/api/v1/namespaces/argosy-verdicts"_s); }

    void documents_data()
    {
        QTest::addColumn<qsizetype>("index");
        const auto cases = documentCases();
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::newRow(qPrintable(cases.at(i).name)) << i;
    }

    void documents()
    {
        QFETCH(qsizetype, index);
        static const auto cases = documentCases();
        const DocumentCase& one = cases.at(index);
        const auto answer = m_server.rehearse(one.document);
        QVERIFY2(answer.code != 0, qPrintable(answer.text));
        QVERIFY2(answer.accepted() == one.serverAccepts, qPrintable(answer.text));
    }

    void crds_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("kind");
        for (const GroupKind& kind : customKinds())
            QTest::newRow(qPrintable(kind.toString())) << kind.group << kind.kind;
    }

    /// What a CRD made of the catalogue must pass: the server's own checks of structural schemas and rules.
    void crds()
    {
        QFETCH(QString, group);
        QFETCH(QString, kind);
        QList<KindSchema> versions = versionsOf({group, kind});
        // Another group and other names, so that kinds that are already served do not stand in the way.
        for (KindSchema& version : versions) {
            version.gvk.group = u"verdicts."_s + group;
            version.shortNames.clear();
        }
        const auto answer = m_server.post(crdsPath() + u"?dryRun=All&fieldValidation=Strict"_s, toCrd(versions));
        QVERIFY2(answer.accepted(), qPrintable(answer.text));
    }

private:
    /// An empty server gets the kinds from the catalogue: then the verdicts also tell whether its CRDs say all that
    /// matters.
    void installMissingKinds()
    {
        for (const GroupKind& kind : customKinds()) {
            const auto answer = m_server.post(crdsPath(), toCrd(versionsOf(kind)));
            QVERIFY2(answer.accepted() || answer.code == 409, qPrintable(answer.text));
        }
        // A kind is served some moments after it was accepted.
        for (const KindSchema* schema : SchemaSet::builtin().all()) {
            const QString apis = schema->gvk.group.isEmpty() ? u"/api/"_s : u"/apis/"_s;
            const QString path = apis + schema->gvk.apiVersion() + u'/' + schema->plural;
            QTRY_VERIFY_WITH_TIMEOUT(m_server.get(path).accepted(), 60'000);
        }
    }

    ReferenceServer m_server;
};

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
