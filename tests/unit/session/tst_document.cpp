// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/workspace.h>

#include "testprint.h"

#include <QSignalSpy>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const QString kCluster =
    u"apiVersion: containerservice.azure.com/v1api20250801\n"
    "kind: ManagedCluster\n"
    "metadata:\n  name: heron # ours\n  namespace: azure-system\n"
    "spec:\n  location: westeurope\n  kubernetesVersion: \"1.32\"  # bump me\n  owner:\n    name: rg-heron\n"_s;

FieldPath at(const QString& pointer)
{
    return FieldPath::fromPointer(pointer).value();
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Read once for all documents: no test waits for that.
    void initTestCase() { (void)SchemaSet::builtin(); }

    void fieldTouchesItsLineOnly()
    {
        Workspace workspace;
        Document* document = workspace.add(u"mc.yaml"_s, kCluster);
        document->setField(0, at(u"/spec/kubernetesVersion"_s), Json("1.33"), nullptr); // waits for the first analysis
        QTRY_COMPARE(document->revision(), 1);
        QCOMPARE(document->text(), QString(kCluster).replace(u"1.32"_s, u"1.33"_s));
        QVERIFY(document->isModified());
        document->undo();
        QCOMPARE(document->text(), kCluster);
        QVERIFY(!document->isModified());
    }

    void manyWishesEndInTheLastValue()
    {
        Workspace workspace;
        Document* document = workspace.add(u"mc.yaml"_s, kCluster);
        for (const char* version : {"1", "1.", "1.3", "1.34"})
            document->setField(0, at(u"/spec/kubernetesVersion"_s), Json(version), nullptr);
        document->setField(0, at(u"/spec/dnsPrefix"_s), Json("heron"), nullptr);
        QTRY_VERIFY(document->text().contains(u"dnsPrefix: heron"));
        QVERIFY(document->text().contains(u"kubernetesVersion: \"1.34\"  # bump me"));
        QTRY_VERIFY(document->isAnalysed());
        QCOMPARE(textAt(*document->analysis()->parts.constFirst().yaml.value, "/spec/dnsPrefix"), u"heron"_s);
    }

    void textThatDoesNotParseIsKept()
    {
        Workspace workspace;
        Document* document = workspace.add(u"mc.yaml"_s, kCluster);
        QTRY_VERIFY(document->isAnalysed());
        const qsizetype where = kCluster.indexOf(u"westeurope"_s);
        document->type({where, {}, u"[{"_s}, nullptr);
        const QString broken = document->text();
        QTRY_VERIFY(document->isAnalysed());
        QVERIFY(!document->analysis()->parses());
        QVERIFY(document->analysis()->syntax.constFirst().line > 0);
        QCOMPARE(textAt(*document->lastGood()->parts.constFirst().yaml.value, "/spec/location"), u"westeurope"_s);

        QSignalSpy rejected(document, &Document::fieldRejected);
        document->setField(0, at(u"/spec/location"_s), Json("uksouth"), nullptr);
        QTRY_COMPARE(rejected.size(), 1);
        QCOMPARE(document->text(), broken);
    }

    void problemsHaveTheirPlace()
    {
        Workspace workspace;
        Document* document = workspace.add(u"mc.yaml"_s, QString(kCluster).replace(u"  location"_s, u"  lokation"_s));
        QTRY_VERIFY(document->isAnalysed());
        const QList<Problem>& problems = document->analysis()->parts.constFirst().problems;
        const auto unknown = std::ranges::find(problems, u"schema/unknown-field"_s, &Problem::rule);
        QVERIFY(unknown != problems.end());
        QCOMPARE(unknown->line, 7);
        QCOMPARE(unknown->column, 3);
        QCOMPARE(unknown->suggestion, u"location"_s);
    }

    void editsReachTheOtherView()
    {
        Workspace workspace;
        Document* document = workspace.add(u"x.yaml"_s, u"a: 1\nb: 2\n"_s);
        QString mirror = document->text();
        const QObject scope;
        connect(document, &Document::edited, &scope,
            [&](const QList<TextEdit>& edits, const QObject*) { mirror = applied(mirror, edits); });
        document->edit({{8, u"2"_s, u"3"_s}, {0, u"a"_s, u"alpha"_s}}, this);
        QCOMPARE(document->text(), u"alpha: 1\nb: 3\n"_s);
        document->undo();
        document->redo();
        QCOMPARE(mirror, document->text());
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
