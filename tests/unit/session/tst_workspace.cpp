// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/session/workspace.h>

#include "testprint.h"

#include <QFile>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Read once for all documents: no test waits for that.
    void initTestCase() { (void)SchemaSet::builtin(); }

    void aFileIsSavedAsItWasBarTheChange()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ns.yaml"_s);
        const QByteArray bytes =
            "\xEF\xBB\xBF# mine\r\napiVersion: v1\r\nkind: Namespace\r\nmetadata: {name: a}   # end";
        QVERIFY_RESULT(writeFileAtomically(path, bytes));
        Workspace workspace;
        Document* document = workspace.open(path).value();
        QCOMPARE(workspace.open(path).value(), document);
        document->setField(0, FieldPath::fromPointer(u"/metadata/name").value(), Json("b"), nullptr);
        QTRY_VERIFY(document->isModified());
        QVERIFY_RESULT(workspace.save(document));
        QVERIFY(!document->isModified());
        QCOMPARE(readFile(path).value(), QByteArray(bytes).replace("{name: a}", "{name: b}"));
    }

    void aFileThatChangedMeanwhileIsNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"ns.yaml"_s);
        QVERIFY_RESULT(writeFileAtomically(path, "a: 1\n"));
        Workspace workspace;
        Document* document = workspace.open(path).value();
        document->type({0, {}, u"# "_s}, nullptr);
        QVERIFY_RESULT(writeFileAtomically(path, "a: theirs\n"));
        QCOMPARE(workspace.save(document).error().kind, ErrorKind::Io);
        QCOMPARE(readFile(path).value(), "a: theirs\n"_ba);
        QVERIFY(document->isModified());
        QVERIFY_RESULT(workspace.save(document, folder.filePath(u"mine.yaml"_s)));
        QCOMPARE(document->fileName(), u"mine.yaml"_s);
    }

    void foreignBytesAreNotOpened()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.yaml"_s);
        QVERIFY_RESULT(writeFileAtomically(path, "a: \xff\xfe\n"));
        Workspace workspace;
        QCOMPARE(workspace.open(path).error().kind, ErrorKind::Parse);
        QVERIFY(workspace.documents().isEmpty());
        QCOMPARE(workspace.open(folder.filePath(u"missing"_s)).error().kind, ErrorKind::Io);
    }

    void aNewClusterIsWithoutErrors()
    {
        Workspace workspace;
        const auto settings = newCluster(u"heron"_s, u"westeurope"_s);
        QVERIFY_RESULT(settings);
        QVERIFY(workspace.addCluster(*settings).size() >= 5);
        QTRY_VERIFY(workspace.isAnalysed());
        QCOMPARE(workspace.errorCount(), 0);
        const auto planned = workspace.planDocuments();
        QVERIFY_RESULT(planned);
        QCOMPARE(planned->constFirst().cluster, ClusterId::management());
    }

    void rulesSeeTheOtherDocuments()
    {
        Workspace workspace;
        const auto settings = newCluster(u"heron"_s, u"westeurope"_s);
        const QList<Document*> documents = workspace.addCluster(*settings);
        QTRY_VERIFY(workspace.isAnalysed());
        Document* pool = documents.constLast();
        pool->setField(
            0, FieldPath::fromPointer(u"/spec/template/spec/nodeClassRef/name").value(), Json("nobody"), nullptr);
        QTRY_VERIFY(pool->text().contains(u"nobody"));
        QTRY_VERIFY(workspace.isAnalysed());
        const auto problems = pool->analysis()->parts.constFirst().problems;
        QVERIFY(std::ranges::any_of(problems, [](const Problem& p) { return p.path.lastKey() == u"name"; }));
    }

    void whatAServerRefusesStandsUntilItsFieldChanges()
    {
        Workspace workspace;
        Document* document = workspace.add(u"pool.yaml"_s,
            u"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: gpu}\nspec:\n  weight: 20\n"_s);
        QTRY_VERIFY(document->isAnalysed());
        const auto refusedLines = [document] {
            QList<int> lines;
            for (const Problem& problem : document->analysis()->parts.constFirst().problems)
                if (problem.rule == u"server/invalid")
                    lines.append(problem.line);
            return lines;
        };
        const Analysis::Part asked = document->analysis()->parts.constFirst();
        const FieldPath weight = FieldPath::fromPointer(u"/spec/weight").value();
        const Problem refusal{.rule = u"server/invalid"_s, .path = weight, .message = message("x", "Too much.")};
        ObjectRef another = asked.object;
        another.name = u"cpu"_s;
        workspace.setRefusals({{asked.object, refusal, asked.yaml.value}, {another, refusal, asked.yaml.value}});
        QTRY_COMPARE(refusedLines(), QList<int>{5});
        document->type({0, {}, u"# mine\n"_s}, nullptr);
        QTRY_COMPARE(refusedLines(), QList<int>{6});
        document->setField(0, weight, Json(30), nullptr);
        QTRY_COMPARE(refusedLines(), QList<int>());
        document->undo();
        QTRY_COMPARE(refusedLines(), QList<int>{6});
        workspace.setRefusals({});
        QTRY_COMPARE(refusedLines(), QList<int>());
    }

    void whatIsKnownHereIsNotToldAgainByTheServer()
    {
        Workspace workspace;
        Document* document = workspace.add(u"pool.yaml"_s,
            u"apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: {name: gpu}\nspec:\n  weight: 200\n"_s);
        QTRY_VERIFY(document->isAnalysed());
        const Analysis::Part asked = document->analysis()->parts.constFirst();
        const FieldPath weight = FieldPath::fromPointer(u"/spec/weight").value();
        const FieldPath limits = FieldPath::fromPointer(u"/spec/limits").value();
        workspace.setRefusals({{asked.object, {.rule = u"server/invalid"_s, .path = weight}, asked.yaml.value},
            {asked.object, {.rule = u"server/required"_s, .path = limits}, asked.yaml.value}});
        const auto told = [document] {
            QStringList rules;
            for (const Problem& problem : document->analysis()->parts.constFirst().problems)
                rules.append(problem.rule);
            return rules;
        };
        QTRY_VERIFY(told().contains(u"server/required"_s));
        QVERIFY2(!told().contains(u"server/invalid"_s), qPrintable(told().join(u' ')));
    }

    void aPlanNeedsTextsThatParse()
    {
        Workspace workspace;
        Document* document = workspace.add(u"broken.yaml"_s, u"a: [\n"_s);
        QVERIFY(!workspace.planDocuments());
        QTRY_VERIFY(document->isAnalysed());
        const auto planned = workspace.planDocuments();
        QVERIFY(!planned);
        QVERIFY(planned.error().message.english().contains(u"broken.yaml"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
