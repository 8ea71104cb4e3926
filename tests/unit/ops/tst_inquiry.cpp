// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/inquiry.h>

#include "fakeclock.h"
#include "journalentries.h"
#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ApiCatalog catalog()
{
    return ApiCatalog({{.gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s}, .plural = u"nodepools"_s},
        {.gvk = {u"argoproj.io"_s, u"v1alpha1"_s, u"Workflow"_s}, .plural = u"workflows"_s, .namespaced = true}});
}

/// A journal with open writes to a server that answers everything in one way.
class Asked final
{
public:
    Asked(int code, const QByteArray& body)
        : server([code, body](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(code, body, "Content-Type: application/json\r\n"));
        })
    {
        Endpoint endpoint;
        endpoint.server.server = server.url();
        connection = std::make_unique<Connection>(endpoint);
    }

    QString begin(WriteIntent intent)
    {
        if (intent.server == applyIntent({}).server)
            intent.server = server.url();
        return journal.begin(intent).value();
    }

    /// How many outcomes were recorded.
    qsizetype ask()
    {
        Inquiry inquiry(journal, clock, {connection.get(), catalog()});
        QSignalSpy finished(&inquiry, &Inquiry::finished);
        inquiry.start();
        if (!finished.wait())
            return -1;
        return finished.constFirst().constFirst().value<qsizetype>();
    }

    [[nodiscard]] std::optional<WriteOutcome> outcome(qsizetype entry = 0) const
    {
        return journal.entries().value().at(entry).outcome;
    }

    QTemporaryDir folder;
    FakeClock clock;
    Journal journal{folder.path(), clock};
    ScriptedServer server;
    std::unique_ptr<Connection> connection;
};

QByteArray appliedPool()
{
    return R"({"metadata":{"name":"gpu","uid":"u-1","resourceVersion":"8","managedFields":[)"
           R"({"manager":"argosy","operation":"Apply","time":"2026-01-10T09:00:00Z"}]}})";
}

} // namespace

/// What is asked of a server about writes without an answer, and what is made of what it says.
class TestInquiry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerHasIsRecorded()
    {
        Asked asked(200, appliedPool());
        asked.begin(applyIntent(u"gpu"_s));
        QCOMPARE(asked.ask(), 1);
        QVERIFY(asked.outcome().has_value());
        QCOMPARE(asked.outcome()->verdict, Verdict::Applied);
        QCOMPARE(asked.outcome()->uid, u"u-1"_s);
        QCOMPARE(asked.server.requests().constFirst().target, "/apis/karpenter.sh/v1/nodepools/gpu");
        QVERIFY(asked.server.requests().constFirst().headers.value("accept").contains("PartialObjectMetadata"));
        QCOMPARE(asked.ask(), 0); // once
        QCOMPARE(asked.server.requests().size(), 1);
    }

    void whatIsNotThereIsRecordedOnceItCannotBeUnderWay()
    {
        Asked asked(404, R"({"kind":"Status","code":404,"reason":"NotFound"})");
        WriteIntent intent = applyIntent(u"gpu"_s);
        intent.resourceVersion.clear();
        asked.begin(intent);
        asked.clock.advance(59s);
        QCOMPARE(asked.ask(), 0);
        QVERIFY(!asked.outcome());
        asked.clock.advance(1s);
        QCOMPARE(asked.ask(), 1);
        QCOMPARE(asked.outcome()->verdict, Verdict::NotApplied);
    }

    void whatMayNotBeReadStaysOpen_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("forbidden") << 403;
        QTest::newRow("unauthenticated") << 401;
        QTest::newRow("out of order") << 500;
        QTest::newRow("no API") << 200;
    }
    void whatMayNotBeReadStaysOpen()
    {
        QFETCH(int, code);
        Asked asked(code, "<html>");
        asked.begin(applyIntent(u"gpu"_s));
        asked.clock.advance(1h);
        QCOMPARE(asked.ask(), 0);
        QVERIFY(!asked.outcome());
    }

    void anotherServersWritesAreNotItsConcern()
    {
        Asked asked(404, "{}");
        WriteIntent intent = applyIntent(u"gpu"_s);
        intent.server = u"https://another.invalid"_s;
        asked.begin(intent);
        asked.clock.advance(1h);
        QCOMPARE(asked.ask(), 0);
        QVERIFY(asked.server.requests().isEmpty());
        QVERIFY(!hasOpenWrites(asked.journal.entries().value(), asked.server.url()));
        QVERIFY(hasOpenWrites(asked.journal.entries().value(), u"https://another.invalid"_s));
    }

    void aKindThatIsNotServedStaysOpen()
    {
        Asked asked(404, "{}");
        WriteIntent intent = applyIntent(u"gpu"_s);
        intent.apiVersion = u"karpenter.sh/v1beta1"_s;
        asked.begin(intent);
        asked.clock.advance(1h);
        QCOMPARE(asked.ask(), 0);
        QVERIFY(!asked.outcome());
    }

    void ofTwoAppliesOnlyTheLastIsAskedAbout()
    {
        Asked asked(200, appliedPool());
        asked.begin(applyIntent(u"gpu"_s));
        asked.clock.advance(1s);
        asked.begin(applyIntent(u"gpu"_s));
        asked.clock.advance(1h);
        QCOMPARE(asked.ask(), 2);
        QCOMPARE(asked.outcome(0)->verdict, Verdict::CannotTell);
        QCOMPARE(asked.outcome(1)->verdict, Verdict::Applied);
        QCOMPARE(asked.server.requests().size(), 1);
    }

    void aCreatedWorkflowIsFoundByWhatItsNameIsMadeOf()
    {
        Asked asked(200,
            R"({"items":[{"metadata":{"name":"provision-x1","generateName":"provision-","uid":"w",)"
            R"("creationTimestamp":"2026-01-10T09:00:01Z","managedFields":[{"manager":"argosy","operation":"Update"}]}}]})");
        asked.begin(createIntent(u"provision-"_s));
        QCOMPARE(asked.ask(), 1);
        QCOMPARE(asked.outcome()->name, u"provision-x1"_s);
        QVERIFY(asked.server.requests().constFirst().target.startsWith(
            "/apis/argoproj.io/v1alpha1/namespaces/argo/workflows"));
        // A second one like it is not the same.
        asked.begin(createIntent(u"provision-"_s));
        asked.clock.advance(1h);
        QCOMPARE(asked.ask(), 1);
        QCOMPARE(asked.outcome(1)->verdict, Verdict::NotApplied);
    }
};

QTEST_GUILESS_MAIN(TestInquiry)
#include "tst_inquiry.moc"
