// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/kubeconfigwatcher.h>
#include <argosy/session/session.h>

#include "fakeclock.h"
#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

void forbidden(const ScriptedRequest&, QTcpSocket& socket)
{
    socket.write(ScriptedServer::answer(403, "{}"));
}

/// Serves no kinds to whoever has the token "two".
void onlyTwo(const ScriptedRequest& request, QTcpSocket& socket)
{
    const QByteArray json = "Content-Type: application/json\r\n";
    if (request.headers.value("authorization") != "Bearer two")
        socket.write(ScriptedServer::answer(401, R"({"kind":"Status","code":401})", json));
    else if (request.target == "/version")
        socket.write(ScriptedServer::answer(200, R"({"gitVersion":"v1.33.2"})", json));
    else
        socket.write(ScriptedServer::answer(200, R"({"kind":"APIGroupList","groups":[]})", json));
}

/// A kubeconfig that changes on the disk while a session is connected by it.
class Connected final
{
public:
    explicit Connected(ScriptedServer::Handler handler = &forbidden)
        : server(std::move(handler))
    {
        write(server.url(), "one");
        opened = session.openKubeconfig(path()).has_value() && session.connectTo(u"x"_s).has_value();
        first = session.management();
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"config"_s); }
    void write(const QString& address, const QByteArray& token) const
    {
        (void)writeFileAtomically(path(),
            "clusters: [{name: c, cluster: {server: '" + address.toUtf8() + "'}}]\nusers: [{name: u, user: {token: "
                + token + "}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n");
    }
    [[nodiscard]] QByteArray token() const { return session.management()->endpoint().user.token.reveal(); }

    QTemporaryDir folder;
    FakeClock clock;
    ScriptedServer server;
    Session session{Paths::below(folder.filePath(u"home"_s)), clock};
    bool opened = false;
    ClusterSession* first = nullptr;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newCredentialsAreTakenOver()
    {
        Connected connected;
        QVERIFY(connected.opened);
        connected.write(connected.server.url(), "two");
        QTRY_COMPARE(connected.token(), "two");
        QCOMPARE(connected.session.management(), connected.first);
        std::optional<Result<ApiResponse>> answer;
        const RequestHandle handle = connected.first->connection().send(
            requests::raw(u"/asked"_s), this, [&answer](const Result<ApiResponse>& got) { answer = got; });
        QTRY_VERIFY(answer);
        QCOMPARE(connected.server.requests().last().headers.value("authorization"), "Bearer two");
    }

    void whoWasRefusedIsConnectedWithNewCredentials()
    {
        Connected connected(&onlyTwo);
        QTRY_COMPARE(connected.first->phase(), ClusterSession::Phase::Failed);
        connected.write(connected.server.url(), "two");
        QTRY_COMPARE(connected.first->phase(), ClusterSession::Phase::Ready);
    }

    void theModeOfAContextIsThatOfItsConnection()
    {
        Connected connected;
        QCOMPARE(*connected.session.accessOf(u"x"_s), AccessMode::Open);
        QSignalSpy changed(&connected.session, &Session::accessChanged);
        QVERIFY_RESULT(connected.session.setAccess(u"x"_s, AccessMode::ReadOnly));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(connected.first->endpoint().access, AccessMode::ReadOnly);
        QVERIFY_RESULT(connected.session.connectTo(u"x"_s));
        QCOMPARE(connected.session.management()->endpoint().access, AccessMode::ReadOnly);
        QCOMPARE(
            *AccessModes(connected.session.paths()).modeOf({u"x"_s, connected.server.url()}), AccessMode::ReadOnly);
    }

    void whatTheOtherProgramKeptIsTakenOver()
    {
        Connected connected;
        QSignalSpy changed(&connected.session, &Session::accessChanged);
        connected.session.rereadAccess();
        QCOMPARE(changed.size(), 0);
        AccessModes others(connected.session.paths());
        QVERIFY_RESULT(others.setMode({u"x"_s, connected.server.url()}, AccessMode::ReadOnly));
        connected.session.rereadAccess();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(connected.first->endpoint().access, AccessMode::ReadOnly);
    }

    void aServerInTheSamePlaceDoesNotInheritTheMode()
    {
        Connected connected;
        QVERIFY_RESULT(connected.session.setAccess(u"x"_s, AccessMode::Guarded));
        ScriptedServer other(&forbidden);
        connected.write(other.url(), "one");
        QTRY_COMPARE(connected.session.management()->endpoint().server.server, other.url());
        QCOMPARE(connected.session.management()->endpoint().access, AccessMode::Open);
    }

    void nothingIsKeptForAContextWithoutAServer()
    {
        Connected connected;
        QCOMPARE(connected.session.setAccess(u"y"_s, AccessMode::Open).error().kind, ErrorKind::NotFound);
        QCOMPARE(connected.session.accessOf(u"y"_s).error().kind, ErrorKind::NotFound);
    }

    void whereModesCannotBeReadNothingIsConnected()
    {
        Connected connected;
        QVERIFY_RESULT(writeFileAtomically(connected.session.paths().config + "/access.json"_L1, "{}"));
        QCOMPARE(connected.session.connectTo(u"x"_s).error().kind, ErrorKind::Parse);
        QCOMPARE(connected.session.management(), connected.first);
    }

    void aNewAddressIsConnectedTo()
    {
        Connected connected;
        ScriptedServer other(&forbidden);
        connected.write(other.url(), "one");
        QTRY_COMPARE(connected.session.management()->endpoint().server.server, other.url());
        QTRY_VERIFY(!other.requests().isEmpty());
    }

    void aContextThatIsGoneStaysConnected()
    {
        Connected connected;
        const QSignalSpy changed(&connected.session, &Session::kubeconfigChanged);
        QVERIFY_RESULT(writeFileAtomically(connected.path(), "{}"));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(connected.session.management(), connected.first);
    }

    void aBrokenFileIsReportedAndChangesNothing()
    {
        Connected connected;
        const QSignalSpy failed(&connected.session, &Session::kubeconfigFailed);
        QVERIFY_RESULT(writeFileAtomically(connected.path(), "["));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(connected.session.kubeconfig().context(u"x"_s));
    }

    void aKubeconfigThatIsSetIsNotFollowed()
    {
        Connected connected;
        connected.session.setKubeconfig({});
        const QSignalSpy changed(&connected.session, &Session::kubeconfigChanged);
        KubeconfigWatcher witness;
        const QSignalSpy seen(&witness, &KubeconfigWatcher::changed);
        QVERIFY_RESULT(witness.open(connected.path()));
        connected.write(connected.server.url(), "two");
        QTRY_COMPARE(seen.size(), 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(connected.token(), "one");
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
