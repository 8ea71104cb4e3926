// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/connection.h>

#include "fakeclock.h"
#include "scriptedserver.h"
#include "signinscript.h"
#include "testprint.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

SignInOptions allowed()
{
    return {.mayRun = allowAnyCommand()};
}

/// Answers 200 to one token and 401 to all else.
ScriptedServer::Handler taking(const QByteArray& good)
{
    return [good](const ScriptedRequest& request, QTcpSocket& socket) {
        const bool known = request.headers.value("authorization") == "Bearer " + good;
        socket.write(known ? ScriptedServer::answer(200, "{}") : ScriptedServer::answer(401, "{}"));
    };
}

Endpoint endpointOf(const ScriptedServer& server, const ExecPlugin& plugin)
{
    return {.server = {.server = server.url()}, .user = {.name = u"u"_s, .exec = plugin}};
}

/// Sends and keeps what comes back.
struct Asked
{
    explicit Asked(Connection& connection, const ApiRequest& request = requests::raw(u"/"_s))
        : handle(connection.send(request, &receiver, [this](const Result<ApiResponse>& got) { answer = got; }))
    { }
    bool wait()
    {
        return QTest::qWaitFor([this] { return answer.has_value(); }, kPatience);
    }
    [[nodiscard]] QString complaint() const
    {
        return answer && !*answer ? answer->error().message.english() : QString();
    }

    QObject receiver;
    std::optional<Result<ApiResponse>> answer;
    RequestHandle handle;
};

const QStringList kLoopback{u"IP:127.0.0.1"_s};

} // namespace

/// Commands that sign in, from the request that needs one to the answer.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void oneRunServesAllThatWait()
    {
        const SignInScript script(printsToken("good"));
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Needed);
        Asked first(connection);
        Asked second(connection);
        const auto watch = connection.watch(requests::raw(u"/watch"_s));
        const QSignalSpy opened(watch.get(), &WatchStream::opened);
        QVERIFY(first.handle.isActive());
        QVERIFY(first.wait() && second.wait());
        QVERIFY_RESULT(*first.answer);
        QVERIFY_RESULT(*second.answer);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(script.runs(), 1);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Done);
        QVERIFY(Asked(connection).wait());
        QCOMPARE(script.runs(), 1);
    }

    void pluginsGetWhatTheKubeconfigSays()
    {
        const SignInScript script(
            "echo \"$KUBERNETES_EXEC_INFO\" > \"$OUT\"; echo \"$1 $2\" >> \"$OUT\"; cat >> \"$OUT\"\n"
            + printsToken("good"));
        ExecPlugin plugin = script.plugin();
        plugin.arguments = {u"--login"_s, u"a b"_s};
        plugin.environment = {{u"OUT"_s, Secret(script.file(u"out"_s).toUtf8())}};
        plugin.provideClusterInfo = true;
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, plugin), allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        const QList<QByteArray> lines = readFile(script.file(u"out"_s)).value_or(QByteArray()).split('\n');
        const auto info = parseJson(lines.value(0));
        QVERIFY_RESULT(info);
        QCOMPARE(textAt(*info, "/spec/cluster/server"), server.url());
        QCOMPARE(lines.mid(1), (QList<QByteArray>{"--login a b", ""})); // standard input is empty
    }

    void tokensAreRenewedBeforeTheyExpire()
    {
        const auto clock = std::make_shared<FakeClock>();
        SignInScript script(printsCredential("{token: one, expirationTimestamp: 2026-01-10T10:00:00Z}"));
        ScriptedServer server(
            [](const ScriptedRequest&, QTcpSocket& socket) { socket.write(ScriptedServer::answer(200, "{}")); });
        SignInOptions options = allowed();
        options.clock = clock;
        Connection connection(endpointOf(server, script.plugin()), options);
        QVERIFY(Asked(connection).wait());
        clock->advance(std::chrono::minutes(58));
        script.write(printsToken("two"));
        QVERIFY(Asked(connection).wait());
        QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer one");
        clock->advance(std::chrono::minutes(1));
        QVERIFY(Asked(connection).wait());
        QCOMPARE(server.requests().last().headers.value("authorization"), "Bearer two");
        QCOMPARE(script.runs(), 2);
    }

    void commandsAreFoundInTheSearchPathOnceItIsKnown()
    {
        const SignInScript script("echo \"$PATH\" > \"$(dirname \"$0\")/path\"\n" + printsToken("good"));
        ScriptedServer server(taking("good"));
        ExecPlugin plugin = script.plugin();
        plugin.command = u"plugin"_s;
        std::function<void(const QString&)> tell;
        SignInOptions options = allowed();
        options.searchPath = [&tell](const auto& answer) { tell = answer; };
        Connection connection(endpointOf(server, plugin), options);
        Asked asked(connection);
        QTRY_VERIFY(tell);
        QCOMPARE(script.runs(), 0);
        const QString path = QFileInfo(script.path()).path() + ":/usr/bin:/bin"_L1;
        tell(path);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QCOMPARE(readFile(script.file(u"path"_s)).value().trimmed(), path.toUtf8());
    }

    void waitingForTheSearchPathCanBeCancelled()
    {
        const SignInScript script(printsToken("good"));
        ScriptedServer server(taking("good"));
        std::function<void(const QString&)> tell;
        SignInOptions options = allowed();
        options.searchPath = [&tell](const auto& answer) { tell = answer; };
        Connection connection(endpointOf(server, script.plugin()), options);
        Asked asked(connection);
        QTRY_VERIFY(tell);
        connection.cancelSignIn();
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"cancelled"_s), qPrintable(asked.complaint()));
        tell(u"/usr/bin:/bin"_s);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        QCOMPARE(script.runs(), 0);
    }

    void a401LeadsToAnotherRunAndTheSameRequest()
    {
        const SignInScript script("if [ $(wc -l < \"$(dirname \"$0\")/runs\") -eq 1 ]; then\n" + printsToken("stale")
            + "\nelse\n" + printsToken("good") + "\nfi");
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        const auto watch = connection.watch(requests::raw(u"/watch"_s));
        const QSignalSpy opened(watch.get(), &WatchStream::opened);
        ApiRequest write = requests::raw(u"/thing"_s);
        write.method = "POST";
        write.contentType = "application/json";
        write.body = "{}";
        Asked asked(connection, write);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(script.runs(), 2);
        QCOMPARE(connection.state(), Connection::State::Connected);
        for (const ScriptedRequest& seen : server.requests()) {
            if (seen.target == "/thing")
                QCOMPARE(seen.body, write.body);
        }
    }

    void aServerThatRefusesEverythingEndsIt()
    {
        const SignInScript script(printsToken("stale"));
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(script.runs(), 2);
        QCOMPARE(connection.state(), Connection::State::Refused);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        const qsizetype sent = server.requests().size();
        Asked later(connection);
        QVERIFY(later.wait());
        QCOMPARE(later.answer->error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(script.runs(), 2);
        QCOMPARE(server.requests().size(), sent);
    }

    void failuresSayWhy_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        QTest::newRow("exit code") << QByteArray("exit 3") << u"(exit code 3)"_s;
        QTest::newRow("words on standard error") << QByteArray("echo no network >&2; exit 1") << u"no network"_s;
        QTest::newRow("a signal") << QByteArray("kill -9 $$") << u"ended from outside"_s;
        QTest::newRow("nothing printed") << QByteArray("true") << u"did not print an ExecCredential"_s;
        QTest::newRow("an error, and a credential all the same")
            << QByteArray(printsToken("good") + "\nexit 1") << u"(exit code 1)"_s;
        QTest::newRow("too much printed") << QByteArray("head -c 2000000 /dev/zero") << u"more than a credential"_s;
    }

    void failuresSayWhy()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const SignInScript script(body);
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(named), qPrintable(asked.complaint()));
        QCOMPARE(asked.answer->error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(asked.answer->error().where.host, server.url());
        QCOMPARE(connection.state(), Connection::State::Refused);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        QVERIFY(Asked(connection).wait());
        QCOMPARE(script.runs(), 1);
        QVERIFY(server.requests().isEmpty());
    }

    void missingCommandsComeWithTheirHint_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("not in PATH") << u"argosy-no-such-command"_s;
        QTest::newRow("no such file") << u"/nowhere/sign-in"_s;
    }

    void missingCommandsComeWithTheirHint()
    {
        QFETCH(QString, command);
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server,
                                  {.apiVersion = ExecPlugin::kV1,
                                      .command = command,
                                      .installHint = u"Get it from the store."_s,
                                      .interactiveMode = u"Never"_s}),
            allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(command), qPrintable(asked.complaint()));
        QVERIFY2(asked.complaint().endsWith(u"Get it from the store."_s), qPrintable(asked.complaint()));
    }

    void commandsThatCannotStartSaySo()
    {
        SignInScript script({});
        QFile file(script.path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/nowhere/interpreter\n");
        file.close();
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"cannot be started"_s), qPrintable(asked.complaint()));
    }

    void theTimeForSigningInIsLimited()
    {
        const SignInScript script("exec sleep 60");
        ScriptedServer server(taking("good"));
        SignInOptions options = allowed();
        options.timeout = std::chrono::milliseconds(50);
        Connection connection(endpointOf(server, script.plugin()), options);
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"did not sign you in within"_s), qPrintable(asked.complaint()));
    }

    void aPersonReadsWhatACommandSaysAndMayCancel()
    {
        SignInScript script("echo 'Open https://login.example and enter ABC.' >&2\nexec sleep 60");
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, script.plugin()), allowed());
        const QSignalSpy spoke(&connection, &Connection::signInSpoke);
        Asked asked(connection);
        QTRY_COMPARE(spoke.size(), 1);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Running);
        QCOMPARE(connection.signIn().command, script.path());
        QCOMPARE(connection.signIn().output, u"Open https://login.example and enter ABC.\n"_s);
        connection.retrySignIn(); // has no effect while it runs
        connection.cancelSignIn();
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"cancelled"_s), qPrintable(asked.complaint()));
        QCOMPARE(script.runs(), 1);

        script.write(printsToken("good"));
        connection.retrySignIn();
        QTRY_COMPARE(connection.signIn().phase, SignIn::Phase::Done);
        Asked again(connection);
        QVERIFY(again.wait());
        QVERIFY_RESULT(*again.answer);
        QCOMPARE(script.runs(), 2);
    }

    void closingTheConnectionEndsTheCommand()
    {
        const SignInScript script("echo $$ > \"$(dirname \"$0\")/pid\"; echo ready >&2; exec sleep 60");
        ScriptedServer server(taking("good"));
        auto connection = std::make_unique<Connection>(endpointOf(server, script.plugin()), allowed());
        const QSignalSpy spoke(connection.get(), &Connection::signInSpoke);
        Asked asked(*connection);
        const auto watch = connection->watch(requests::raw(u"/watch"_s));
        const QSignalSpy ended(watch.get(), &WatchStream::finished);
        QTRY_COMPARE(spoke.size(), 1);
        const QByteArray pid = readFile(script.file(u"pid"_s)).value_or(QByteArray()).trimmed();
        connection.reset();
        QVERIFY(asked.wait());
        QCOMPARE(asked.answer->error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(ended.size(), 1);
        QTRY_VERIFY(!QFile::exists("/proc/"_L1 + QString::fromLatin1(pid)));
    }

    void nothingRunsWithoutPermission_data()
    {
        QTest::addColumn<bool>("hasPolicy");
        QTest::newRow("nobody decides") << false;
        QTest::newRow("somebody says no") << true;
    }

    void nothingRunsWithoutPermission()
    {
        QFETCH(bool, hasPolicy);
        const SignInScript script(printsToken("good"));
        ScriptedServer server(taking("good"));
        SignInOptions options;
        if (hasPolicy)
            options.mayRun = [](const ExecPlugin&, const std::function<void(bool)>& answer) { answer(false); };
        Connection connection(endpointOf(server, script.plugin()), options);
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"not allowed"_s), qPrintable(asked.complaint()));
        QVERIFY2(asked.complaint().contains(u"config"_s), qPrintable(asked.complaint()));
        QCOMPARE(script.runs(), 0);
    }

    void permissionMayComeLate()
    {
        const SignInScript script(printsToken("good"));
        ScriptedServer server(taking("good"));
        std::function<void(bool)> answer;
        QString askedAbout;
        const SignInOptions options{.mayRun = [&](const ExecPlugin& plugin, const std::function<void(bool)>& later) {
            askedAbout = plugin.file + u' ' + plugin.command;
            answer = later;
        }};
        Connection connection(endpointOf(server, script.plugin()), options);
        Asked asked(connection);
        QTRY_VERIFY(answer);
        QCOMPARE(askedAbout, QString("config "_L1 + script.path()));
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Asking);
        QCOMPARE(script.runs(), 0);
        answer(true);
        answer(false); // one answer counts
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QCOMPARE(script.runs(), 1);
    }

    void commandsThatMustAskNeedATerminal()
    {
        const SignInScript script(printsToken("good"));
        ExecPlugin plugin = script.plugin();
        plugin.interactiveMode = u"Always"_s;
        ScriptedServer server(taking("good"));
        Connection connection(endpointOf(server, plugin), allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY2(asked.complaint().contains(u"terminal"_s), qPrintable(asked.complaint()));
        QCOMPARE(script.runs(), 0);
    }

    void aTokenBesideTheCommandWins()
    {
        const SignInScript script(printsToken("good"));
        ScriptedServer server(taking("written"));
        Endpoint endpoint = endpointOf(server, script.plugin());
        endpoint.user.token = Secret("written");
        Connection connection(endpoint, allowed());
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QCOMPARE(script.runs(), 0);
    }

    void newCertificatesMeanNewConnections()
    {
        const Certificate authority = makeCertificate({.commonName = u"CA"_s});
        const auto clock = std::make_shared<FakeClock>();
        const auto certificate = [&authority](const QString& name) {
            const Certificate made = makeCertificate({.commonName = name}, &authority);
            const Json status{{"clientCertificateData", made.certificate.toStdString()},
                {"clientKeyData", made.key.toStdString()}, {"expirationTimestamp", "2026-01-10T10:00:00Z"}};
            const Json all{
                {"kind", "ExecCredential"}, {"apiVersion", "client.authentication.k8s.io/v1"}, {"status", status}};
            return QByteArray("cat <<'END'\n" + toCompactJson(all) + "\nEND");
        };
        SignInScript script(certificate(u"alice"_s));
        ScriptedServer server(
            [](const ScriptedRequest&, QTcpSocket& socket) { socket.write(ScriptedServer::answer(200, "{}")); },
            makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &authority));
        server.demandClientCertificate(authority);
        Endpoint endpoint = endpointOf(server, script.plugin());
        endpoint.server.certificateAuthorityData = authority.certificate;
        SignInOptions options = allowed();
        options.clock = clock;
        Connection connection(endpoint, options);
        Asked first(connection);
        QVERIFY(first.wait());
        QVERIFY_RESULT(*first.answer);
        QCOMPARE(server.clientName(), u"alice"_s);
        script.write(certificate(u"bob"_s));
        clock->advance(std::chrono::hours(1));
        Asked second(connection);
        QVERIFY(second.wait());
        QVERIFY_RESULT(*second.answer);
        QCOMPARE(server.clientName(), u"bob"_s);
    }

    void aTokenThatIsRefusedIsShown()
    {
        bool isTaken = false;
        ScriptedServer server([&isTaken](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(isTaken ? 200 : 401, "{}"));
        });
        Connection connection({.server = {.server = server.url()}, .user = {.token = Secret("one")}});
        const QSignalSpy changed(&connection, &Connection::signInChanged);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::NotNeeded);
        QVERIFY(Asked(connection).wait());
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        QCOMPARE(connection.signIn().error->kind, ErrorKind::Unauthenticated);
        QCOMPARE(changed.size(), 1);
        isTaken = true;
        QVERIFY(Asked(connection).wait());
        QCOMPARE(connection.signIn().phase, SignIn::Phase::NotNeeded);
        QCOMPARE(changed.size(), 2);
    }

    void whoWasRefusedMayBeSomebodyElse()
    {
        ScriptedServer server(taking("good"));
        Connection connection({.server = {.server = server.url()}, .user = {.token = Secret("bad")}});
        QVERIFY(Asked(connection).wait());
        QCOMPARE(connection.signIn().phase, SignIn::Phase::Failed);
        const QSignalSpy changed(&connection, &Connection::credentialsChanged);
        connection.setUser({.token = Secret("good")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(connection.signIn().phase, SignIn::Phase::NotNeeded);
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
    }

    void aTokenFileThatChangedMeanwhileIsReadAgain()
    {
        const SignInScript folder({});
        const QString file = folder.file(u"token"_s);
        QVERIFY_RESULT(writeFileAtomically(file, "old"));
        ScriptedServer server([&](const ScriptedRequest& request, QTcpSocket& socket) {
            (void)writeFileAtomically(file, "good");
            taking("good")(request, socket);
        });
        Connection connection({.server = {.server = server.url()}, .user = {.tokenFile = file}});
        Asked asked(connection);
        QVERIFY(asked.wait());
        QVERIFY_RESULT(*asked.answer);
        QCOMPARE(server.requests().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
