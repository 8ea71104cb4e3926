// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/connection.h>

#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

const ApiResource kPools{
    .gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s}, .plural = u"nodepools"_s, .namespaced = false};

ScriptedServer::Handler always(const QByteArray& answer)
{
    return [answer](const ScriptedRequest&, QTcpSocket& socket) { socket.write(answer); };
}

void silent(const ScriptedRequest&, QTcpSocket&) { }

Endpoint endpointOf(const ScriptedServer& server)
{
    return {.server = {.server = server.url()}};
}

/// Sends and keeps what comes back.
struct Asked
{
    Asked(Connection& connection, const ApiRequest& request)
        : handle(connection.send(request, &receiver, [this](const Result<ApiResponse>& got) {
            answer = got;
            ++calls;
        }))
    { }
    bool wait()
    {
        return QTest::qWaitFor([this] { return answer.has_value(); }, 20'000);
    }

    QObject receiver;
    std::optional<Result<ApiResponse>> answer;
    int calls = 0;
    RequestHandle handle;
};

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aRequestLooksAsItShould()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Endpoint endpoint = endpointOf(server);
        endpoint.server.server += "/prefix/"_L1;
        endpoint.user.token = Secret("tok");
        Connection connection(endpoint);
        ApiRequest request = requests::apply(kPools, *parseJson(R"({"metadata":{"name":"a%b"}})"));
        request.query.addQueryItem(u"plus"_s, u"a+b"_s);
        Asked asked(connection, request);
        QVERIFY(!asked.answer);
        QVERIFY(asked.handle.isActive());
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QVERIFY(!asked.handle.isActive());

        const ScriptedRequest seen = server.requests().value(0);
        QCOMPARE(seen.method, "PATCH");
        QVERIFY2(seen.target.startsWith("/prefix/apis/karpenter.sh/v1/nodepools/a%25b?fieldManager=argosy"),
            seen.target.constData());
        QVERIFY2(seen.target.endsWith("plus=a%2Bb"), seen.target.constData());
        QCOMPARE(seen.headers.value("content-type"), "application/apply-patch+yaml");
        QCOMPARE(seen.headers.value("authorization"), "Bearer tok");
        QCOMPARE(seen.headers.value("accept"), "application/json");
        QVERIFY(seen.headers.value("user-agent").startsWith("argosy/"));
        QCOMPARE(seen.body, R"({"metadata":{"name":"a%b"}})");
    }

    void basicSignInAndTokenFilesWork()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Endpoint basic = endpointOf(server);
        basic.user.username = u"me"_s;
        basic.user.password = Secret("pw");
        Connection byPassword(basic);
        QVERIFY(Asked(byPassword, requests::raw(u"/"_s)).wait());
        QCOMPARE(server.requests().last().headers.value("authorization"), "Basic bWU6cHc=");

        QTemporaryDir dir;
        Endpoint rotating = endpointOf(server);
        rotating.user.tokenFile = dir.filePath(u"token"_s);
        Connection byFile(rotating);
        for (const QByteArray& token : {QByteArray("one"), QByteArray("two")}) {
            QVERIFY_RESULT(writeFileAtomically(rotating.user.tokenFile, token + '\n'));
            QVERIFY(Asked(byFile, requests::raw(u"/"_s)).wait());
            QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer " + token);
        }
    }

    void impersonationIsSentHeaderByHeader()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Endpoint endpoint = endpointOf(server);
        endpoint.user.impersonate = {
            .user = u"boss"_s, .uid = {}, .groups = {u"ops"_s, u"dev"_s}, .extra = {{u"scopes"_s, {u"a"_s, u"b"_s}}}};
        Connection connection(endpoint);
        QVERIFY(Asked(connection, requests::raw(u"/"_s)).wait());
        const auto headers = server.requests().last().headers;
        QCOMPARE(headers.value("impersonate-user"), "boss");
        QCOMPARE(headers.value("impersonate-group"), "ops\ndev");
        QCOMPARE(headers.value("impersonate-extra-scopes"), "a\nb");
    }

    void aBusyServerIsAskedAgainButNotForAWrite()
    {
        int answers = 0;
        ScriptedServer server([&](const ScriptedRequest&, QTcpSocket& socket) {
            const bool isBusy = answers++ < 2;
            socket.write(isBusy ? ScriptedServer::answer(503, "{}") : ScriptedServer::answer(200, R"({"a":1})"));
        });
        Connection connection(endpointOf(server));
        Asked read(connection, requests::raw(u"/"_s));
        QVERIFY(read.wait());
        QVERIFY_RESULT(*read.answer);
        QCOMPARE(read.answer->value().body, R"({"a":1})");
        QCOMPARE(server.requests().size(), 3);

        answers = 0;
        Asked write(connection, requests::apply(kPools, *parseJson(R"({"metadata":{"name":"a"}})")));
        QVERIFY(write.wait());
        QCOMPARE(write.answer->error().kind, ErrorKind::Unavailable);
        QCOMPARE(server.requests().size(), 4);
    }

    void noMoreThanABoundRunAtATime()
    {
        ScriptedServer server(&silent);
        Connection connection(endpointOf(server));
        ApiRequest request = requests::raw(u"/"_s);
        request.isOnNewConnection = true; // Qt has a bound of its own for those that share one
        std::vector<std::unique_ptr<Asked>> asked;
        asked.reserve(40);
        for (int i = 0; i < 40; ++i)
            asked.push_back(std::make_unique<Asked>(connection, request));
        QTRY_COMPARE_GE(server.connections(), 32);
        asked.erase(asked.begin());
        QTRY_COMPARE_GE(server.connections(), 33); // begun last: whatever else had begun would be there
        QCOMPARE(server.connections(), 33);
    }

    void manyRequestsAllGetTheirAnswer()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Connection connection(endpointOf(server));
        std::vector<std::unique_ptr<Asked>> asked;
        asked.reserve(100);
        for (int i = 0; i < 100; ++i)
            asked.push_back(std::make_unique<Asked>(connection, requests::raw(u"/"_s)));
        asked.erase(asked.begin() + 40); // one that waits for its turn is given up
        for (const auto& one : asked) {
            QVERIFY(one->wait());
            QVERIFY_RESULT(*one->answer);
        }
        QCOMPARE(server.requests().size(), 99);
    }

    void warningsOfTheServerAreKept()
    {
        ScriptedServer server(always(ScriptedServer::answer(
            200, "{}", "Warning: 299 - \"old, and \\\"quoted\\\"\"\r\nWarning: 299 - \"second\"\r\n")));
        Connection connection(endpointOf(server));
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE((*asked.answer)->warnings, (QList<QByteArray>{"old, and \"quoted\"", "second"}));
    }

    void errorsCarryTheServersStatusAndTheContext()
    {
        ScriptedServer server(
            always(ScriptedServer::answer(403, R"({"kind":"Status","reason":"Forbidden","message":"no"})")));
        Connection connection(endpointOf(server));
        Asked asked(connection, requests::get(kPools, {}, u"gpu"_s));
        QVERIFY(asked.wait());
        const Error error = asked.answer->error();
        QCOMPARE(error.kind, ErrorKind::Forbidden);
        QCOMPARE(error.status->reason, u"Forbidden"_s);
        QCOMPARE(error.where,
            (ErrorContext{.cluster = u"management"_s,
                .verb = u"get"_s,
                .resource = u"nodepools.karpenter.sh"_s,
                .name = u"gpu"_s,
                .host = server.url()}));
        QCOMPARE(connection.state(), Connection::State::Connected);
    }

    void redirectsAreNotFollowed()
    {
        ScriptedServer other(always(ScriptedServer::answer(200, "{}")));
        ScriptedServer server(always(ScriptedServer::answer(302, {}, "Location: " + other.url().toLatin1() + "/\r\n")));
        Endpoint endpoint = endpointOf(server);
        endpoint.user.token = Secret("canary");
        Connection connection(endpoint);
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Protocol);
        QVERIFY(other.requests().isEmpty());
    }

    void readOnlyConnectionsSendNoWrite()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Connection connection(endpointOf(server));
        connection.setAccess(AccessMode::ReadOnly);
        Asked write(connection, requests::remove(kPools, {}, u"gpu"_s));
        QVERIFY(!write.answer);
        QVERIFY(write.wait());
        QCOMPARE(write.answer->error().kind, ErrorKind::Forbidden);
        QVERIFY(!write.answer->error().status);
        QVERIFY(server.requests().isEmpty());
        Asked rehearsal(connection, requests::remove(kPools, {}, u"gpu"_s, {.dryRun = true}));
        QVERIFY(rehearsal.wait());
        QVERIFY_RESULT(*rehearsal.answer);
    }

    void readOnlyConnectionsOpenNoStreamThatWrites()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Connection connection(endpointOf(server));
        connection.setAccess(AccessMode::ReadOnly);
        ApiRequest write = requests::raw(u"/exec"_s);
        write.method = "POST";
        const auto watch = connection.watch(write);
        QSignalSpy finished(watch.get(), &WatchStream::finished);
        QVERIFY(finished.wait());
        QCOMPARE(finished.at(0).at(0).value<std::optional<Error>>()->kind, ErrorKind::Forbidden);
        QVERIFY(server.requests().isEmpty());
    }

    void noCallbackAfterTheHandleOrTheReceiverIsGone()
    {
        ScriptedServer server(&silent);
        Connection connection(endpointOf(server));
        int calls = 0;
        const auto count = [&calls](const Result<ApiResponse>&) { ++calls; };
        auto receiver = std::make_unique<QObject>();
        RequestHandle dropped = connection.send(requests::raw(u"/dropped"_s), this, count);
        RequestHandle orphaned = connection.send(requests::raw(u"/orphaned"_s), receiver.get(), count);
        QTRY_COMPARE(server.requests().size(), 2);
        dropped = {};
        receiver.reset();
        QVERIFY(!orphaned.isActive());
        // The server sees both connections go.
        QTRY_COMPARE(server.findChildren<QTcpSocket*>().size(), 0);
        QCOMPARE(calls, 0);
    }

    void destroyingTheConnectionAnswersWithCancelled()
    {
        ScriptedServer server(&silent);
        auto connection = std::make_unique<Connection>(endpointOf(server));
        Asked asked(*connection, requests::raw(u"/"_s));
        QTRY_COMPARE(server.requests().size(), 1);
        connection.reset();
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Cancelled);
        QCOMPARE(asked.calls, 1);
    }

    void aCallbackMayReplaceItsOwnHandle()
    {
        ScriptedServer server(always(ScriptedServer::answer(200, "{}")));
        Connection connection(endpointOf(server));
        int answers = 0;
        RequestHandle handle;
        std::function<void()> ask = [&] {
            handle = connection.send(requests::raw(u"/"_s), this, [&](const Result<ApiResponse>&) {
                if (++answers < 3)
                    ask();
            });
        };
        ask();
        QTRY_COMPARE(answers, 3);
    }

    void aStalledConnectionIsNotUsedAgain()
    {
        int seen = 0;
        ScriptedServer server([&seen](const ScriptedRequest&, QTcpSocket& socket) {
            if (++seen > 1)
                socket.write(ScriptedServer::answer(200, "{}"));
        });
        Connection connection(endpointOf(server));
        ApiRequest request = requests::raw(u"/"_s);
        request.timeout = std::chrono::milliseconds(100);
        Asked first(connection, request);
        QVERIFY(first.wait());
        QCOMPARE(first.answer->error().kind, ErrorKind::Timeout);
        QCOMPARE(connection.state(), Connection::State::Lost);
        Asked second(connection, requests::raw(u"/"_s));
        QVERIFY(second.wait());
        QVERIFY_RESULT(*second.answer);
        QCOMPARE(server.connections(), 2);
        QCOMPARE(connection.state(), Connection::State::Connected);
        QVERIFY(!connection.lastError());
    }

    void aWriteIsNeverSentTwice()
    {
        ScriptedServer server([](const ScriptedRequest& request, QTcpSocket& socket) {
            if (request.method == "GET")
                socket.write(ScriptedServer::answer(200, "{}"));
            else
                socket.abort();
        });
        Connection connection(endpointOf(server));
        // The write uses a connection that has been used before: Qt repeats requests on those.
        QVERIFY(Asked(connection, requests::raw(u"/"_s)).wait());
        Asked write(connection, requests::create(kPools, {}, *parseJson(R"({"metadata":{"generateName":"w-"}})")));
        QVERIFY(write.wait());
        QCOMPARE(write.answer->error().kind, ErrorKind::Unreachable);
        QCOMPARE(server.requests().size(), 2);
    }

    void cutAnswersAreErrors()
    {
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            socket.disconnectFromHost();
        });
        Connection connection(endpointOf(server));
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Unreachable);
    }

    void unreachableServersAreLost()
    {
        QString url;
        {
            ScriptedServer gone(&silent);
            url = gone.url();
        }
        Connection connection({.server = {.server = url}});
        QSignalSpy states(&connection, &Connection::stateChanged);
        QCOMPARE(connection.state(), Connection::State::Connecting);
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Unreachable);
        QVERIFY(asked.answer->error().message.english().contains(url));
        QCOMPARE(connection.state(), Connection::State::Lost);
        QCOMPARE(connection.lastError()->kind, ErrorKind::Unreachable);
        QCOMPARE(states.size(), 1);
    }

    void aRefusedIdentityIsRefused()
    {
        ScriptedServer server(always(ScriptedServer::answer(401, "{}", "WWW-Authenticate: Basic realm=\"k\"\r\n")));
        Endpoint endpoint = endpointOf(server);
        endpoint.user.token = Secret("canary");
        Connection connection(endpoint);
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Unauthenticated);
        QVERIFY(!describe(asked.answer->error()).contains("canary"));
        QCOMPARE(connection.state(), Connection::State::Refused);
        QCOMPARE(server.requests().size(), 1);
    }

    void addressesThatAreNoneAreErrors_data()
    {
        QTest::addColumn<QString>("server");
        QTest::newRow("empty") << QString();
        QTest::newRow("another scheme") << u"ftp://x.example"_s;
        QTest::newRow("no host") << u"https://"_s;
    }

    void addressesThatAreNoneAreErrors()
    {
        QFETCH(QString, server);
        Connection connection({.server = {.server = server}});
        Asked asked(connection, requests::raw(u"/"_s));
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
