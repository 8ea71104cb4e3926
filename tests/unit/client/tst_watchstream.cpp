// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/connection.h>

#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

const ApiResource kPools{
    .gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s}, .plural = u"nodepools"_s, .namespaced = false};

/// A stream with all that it said.
struct Watched
{
    explicit Watched(Connection& connection, const WatchOptions& options = {})
        : Watched(connection, requests::watch(kPools, {}, options))
    { }
    Watched(Connection& connection, const ApiRequest& request)
        : stream(connection.watch(request))
        , opened(stream.get(), &WatchStream::opened)
        , lines(stream.get(), &WatchStream::lineReceived)
    {
        QObject::connect(stream.get(), &WatchStream::finished, stream.get(), [this](const std::optional<Error>& error) {
            ended = true;
            why = error;
        });
    }

    std::unique_ptr<WatchStream> stream;
    QSignalSpy opened;
    QSignalSpy lines;
    bool ended = false;
    std::optional<Error> why;
};

void openSilently(const ScriptedRequest&, QTcpSocket& socket)
{
    socket.write(ScriptedServer::streamHead());
}

} // namespace

class TestWatchStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void eventsComeLineByLineUntilACleanEnd()
    {
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::streamHead() + ScriptedServer::chunk("{\"a\":1}\n{\"b\"")
                + ScriptedServer::chunk(":2}\n") + ScriptedServer::chunk({}));
        });
        Connection connection({.server = {.server = server.url()}});
        Watched watched(connection);
        QTRY_VERIFY(watched.ended);
        QVERIFY(!watched.why);
        QCOMPARE(watched.opened.size(), 1);
        QCOMPARE(watched.lines.size(), 2);
        QCOMPARE(watched.lines.at(0).at(0).toByteArray(), "{\"a\":1}");
        QCOMPARE(watched.lines.at(1).at(0).toByteArray(), "{\"b\":2}");
    }

    void aCutStreamIsUnreachableButTheServerIsNotLost()
    {
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::streamHead() + ScriptedServer::chunk("{}\n"));
            socket.disconnectFromHost();
        });
        Connection connection({.server = {.server = server.url()}});
        Watched watched(connection);
        QTRY_VERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Unreachable);
        QCOMPARE(watched.lines.size(), 1);
        QCOMPARE(connection.state(), Connection::State::Connected);
    }

    void aRefusedWatchHasTheServersReason()
    {
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(410, R"({"kind":"Status","reason":"Expired","message":"too old"})"));
        });
        Connection connection({.server = {.server = server.url()}});
        Watched watched(connection);
        QTRY_VERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Gone);
        QCOMPARE(watched.opened.size(), 0);
    }

    void tenWatchesLeaveRoomForARequest()
    {
        ScriptedServer server([](const ScriptedRequest& request, QTcpSocket& socket) {
            socket.write(
                request.target == "/version" ? ScriptedServer::answer(200, "{}") : ScriptedServer::streamHead());
        });
        Connection connection({.server = {.server = server.url()}});
        std::vector<std::unique_ptr<Watched>> watches;
        watches.reserve(10);
        for (int i = 0; i < 10; ++i)
            watches.push_back(std::make_unique<Watched>(connection));
        QTRY_VERIFY(std::ranges::all_of(watches, [](const auto& watched) { return watched->opened.size() == 1; }));
        bool answered = false;
        const RequestHandle handle = connection.send(requests::raw(u"/version"_s), this,
            [&answered](const Result<ApiResponse>& answer) { answered = answer.has_value(); });
        QTRY_VERIFY(answered);
    }

    void deletingAStreamClosesItsConnection()
    {
        ScriptedServer server(&openSilently);
        Connection connection({.server = {.server = server.url()}});
        auto watched = std::make_unique<Watched>(connection);
        QTRY_COMPARE(watched->opened.size(), 1);
        watched.reset();
        QTRY_COMPARE(server.findChildren<QTcpSocket*>().size(), 0);
    }

    void aStreamMayBeDeletedByItsOwnSignals_data()
    {
        QTest::addColumn<QByteArray>("signal");
        for (const char* signal : {"opened", "line", "finished"})
            QTest::newRow(signal) << QByteArray(signal);
    }

    void aStreamMayBeDeletedByItsOwnSignals()
    {
        QFETCH(QByteArray, signal);
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::streamHead() + ScriptedServer::chunk("{}\n{}\n") + ScriptedServer::chunk({}));
        });
        Connection connection({.server = {.server = server.url()}});
        std::unique_ptr<WatchStream> stream = connection.watch(requests::watch(kPools, {}, {}));
        const auto drop = [&stream] { stream.reset(); };
        if (signal == "opened")
            connect(stream.get(), &WatchStream::opened, this, drop);
        else if (signal == "line")
            connect(stream.get(), &WatchStream::lineReceived, this, drop);
        else
            connect(stream.get(), &WatchStream::finished, this, drop);
        QTRY_VERIFY(!stream);
    }

    void aSilentNetworkEndsTheWatches()
    {
        ScriptedServer server([](const ScriptedRequest& request, QTcpSocket& socket) {
            if (request.target != "/version")
                socket.write(ScriptedServer::streamHead());
        });
        Connection connection({.server = {.server = server.url()}});
        connection.setHeartbeat({.quiet = std::chrono::milliseconds(50), .patience = std::chrono::milliseconds(50)});
        Watched watched(connection);
        QTRY_VERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Timeout);
        QCOMPARE(connection.state(), Connection::State::Lost);
    }

    void aQuietServerThatAnswersKeepsItsWatches()
    {
        int questions = 0;
        ScriptedServer server([&questions](const ScriptedRequest& request, QTcpSocket& socket) {
            questions += request.target == "/version";
            socket.write(
                request.target == "/version" ? ScriptedServer::answer(200, "{}") : ScriptedServer::streamHead());
        });
        Connection connection({.server = {.server = server.url()}});
        connection.setHeartbeat({.quiet = std::chrono::milliseconds(20), .patience = std::chrono::seconds(5)});
        Watched watched(connection);
        QTRY_COMPARE_GE(questions, 3);
        QVERIFY(!watched.ended);
        QCOMPARE(connection.state(), Connection::State::Connected);
    }

    void aStreamThatSaysNothingForTooLongIsCut()
    {
        ScriptedServer server(&openSilently);
        Connection connection({.server = {.server = server.url()}});
        ApiRequest request = requests::raw(u"/watch"_s);
        request.timeout = std::chrono::milliseconds(300);
        Watched watched(connection, request);
        QTRY_VERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Unreachable);
        QCOMPARE(connection.state(), Connection::State::Connected);
    }

    void sleepEndsTheWatchesAtOnce()
    {
        ScriptedServer server([](const ScriptedRequest& request, QTcpSocket& socket) {
            socket.write(
                request.target == "/version" ? ScriptedServer::answer(200, "{}") : ScriptedServer::streamHead());
        });
        Connection connection({.server = {.server = server.url()}});
        QVERIFY(!connection.lastHeard().isValid());
        Watched watched(connection);
        QTRY_COMPARE(watched.opened.count(), 1);
        const QDateTime heard = connection.lastHeard();
        QVERIFY(heard.isValid());
        connection.noticeSleep();
        QVERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Unreachable);
        QCOMPARE(connection.state(), Connection::State::Lost);
        QCOMPARE(connection.lastHeard(), heard);

        QObject receiver;
        const RequestHandle asked = connection.send(requests::raw(u"/version"_s), &receiver, [](const auto&) {});
        QTRY_COMPARE(connection.state(), Connection::State::Connected);
        QCOMPARE(server.connections(), 2); // the old one is not trusted
    }

    void destroyingTheConnectionEndsItsWatches()
    {
        ScriptedServer server(&openSilently);
        auto connection = std::make_unique<Connection>(Endpoint{.server = {.server = server.url()}});
        Watched watched(*connection);
        QTRY_COMPARE(watched.opened.size(), 1);
        connection.reset();
        QVERIFY(watched.ended);
        QCOMPARE(watched.why->kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWatchStream)
#include "tst_watchstream.moc"
