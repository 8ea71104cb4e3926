// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>

#include "scriptedserver.h"
#include "testprint.h"
#include "tlsconfiguration.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

void hello(const ScriptedRequest&, QTcpSocket& socket)
{
    socket.write(ScriptedServer::answer(200, "hello"));
}

const QStringList kLoopback{u"IP:127.0.0.1"_s};

} // namespace

/// What becomes of good and bad certificates on the wire.
class TestTls : public QObject
{
    Q_OBJECT

    Certificate m_authority = makeCertificate({.commonName = u"Test CA"_s});

    Endpoint endpointOf(const ScriptedServer& server) const
    {
        return {
            .server = {.name = u"c"_s, .server = server.url(), .certificateAuthorityData = m_authority.certificate}};
    }

    static Result<ApiResponse> answerOf(Connection& connection)
    {
        std::optional<Result<ApiResponse>> answer;
        const RequestHandle handle = connection.send(
            requests::raw(u"/"_s), &connection, [&answer](const Result<ApiResponse>& got) { answer = got; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return fail(ErrorKind::Internal, message("test", "No answer."));
        return *answer;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aGoodCertificateIsAccepted()
    {
        ScriptedServer server(&hello, makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &m_authority));
        Connection connection(endpointOf(server));
        const auto answer = answerOf(connection);
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->body, "hello");
        QCOMPARE(connection.state(), Connection::State::Connected);
    }

    void badCertificatesSayWhatIsWrong_data()
    {
        QTest::addColumn<Certificate>("certificate");
        QTest::addColumn<QStringList>("facts");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const Certificate other = makeCertificate({.commonName = u"Other CA"_s});
        QTest::newRow("expired") << makeCertificate(
            {.commonName = u"api"_s, .names = kLoopback, .notAfter = QDateTime({2024, 2, 3}, {4, 5, 6}, Qt::UTC)},
            &m_authority) << QStringList{u"expired"_s, u"2024-02-03T04:05:06Z"_s, u"api"_s};
        QTest::newRow("not yet valid") << makeCertificate(
            {.commonName = u"api"_s, .names = kLoopback, .notBefore = now.addDays(2), .notAfter = now.addDays(3)},
            &m_authority) << QStringList{u"not valid before"_s};
        QTest::newRow("another name") << makeCertificate({.commonName = u"api"_s, .names = {u"DNS:kube.example"_s}},
            &m_authority) << QStringList{u"kube.example"_s};
        QTest::newRow("another authority") << makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &other)
                                           << QStringList{u"authority"_s, u"issued by Other CA"_s};
    }

    void badCertificatesSayWhatIsWrong()
    {
        QFETCH(Certificate, certificate);
        QFETCH(QStringList, facts);
        ScriptedServer server(&hello, certificate);
        Connection connection(endpointOf(server));
        const auto answer = answerOf(connection);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        for (const QString& fact : facts)
            QVERIFY2(answer.error().message.english().contains(fact), qPrintable(answer.error().message.english()));
        QCOMPARE(connection.state(), Connection::State::Refused);
        QVERIFY(server.requests().isEmpty());
    }

    void serverNameAndSkippingVerificationAreHonoured()
    {
        ScriptedServer server(
            &hello, makeCertificate({.commonName = u"api"_s, .names = {u"DNS:kube.example"_s}}, &m_authority));
        Endpoint named = endpointOf(server);
        named.server.tlsServerName = u"kube.example"_s;
        Connection byName(named);
        QVERIFY_RESULT(answerOf(byName));

        Endpoint careless = endpointOf(server);
        careless.server.certificateAuthorityData.clear();
        careless.server.insecureSkipTlsVerify = true;
        Connection unverified(careless);
        QVERIFY_RESULT(answerOf(unverified));
    }

    void proxiesBehindTlsAreReached()
    {
        const auto handler = [](const ScriptedRequest& request, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(request.method == "CONNECT" ? 502 : 200, "hello"));
        };
        ScriptedServer proxy(handler, makeCertificate({.commonName = u"proxy"_s, .names = kLoopback}, &m_authority));
        Endpoint endpoint = endpointOf(proxy);
        endpoint.server.server = u"http://kube.example"_s;
        endpoint.server.proxyUrl = proxy.url();
        Connection connection(endpoint);
        const auto answer = answerOf(connection);
        QVERIFY_RESULT(answer);
        QCOMPARE(answer->body, "hello");
        QCOMPARE(proxy.requests().first().target, "http://kube.example/");

        endpoint.server.server = u"https://kube.example"_s;
        Connection tunnelled(endpoint);
        QVERIFY(!answerOf(tunnelled));
        QCOMPARE(proxy.requests().last().method, "CONNECT");
        QCOMPARE(proxy.requests().last().target, "kube.example:443");
    }

    void proxiesWithAForeignCertificateAreNotTrusted()
    {
        ScriptedServer proxy(&hello, makeCertificate({.commonName = u"proxy"_s, .names = kLoopback}));
        Endpoint endpoint = endpointOf(proxy);
        endpoint.server.server = u"http://kube.example"_s;
        endpoint.server.proxyUrl = proxy.url();
        Connection connection(endpoint);
        QVERIFY(!answerOf(connection));
        QVERIFY(proxy.requests().isEmpty());
    }

    void clientCertificatesOfEveryKindOfKeyAreShown_data()
    {
        using Key = CertificateSpec::Key;
        QTest::addColumn<Key>("key");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("EC, PKCS#8") << Key::Ec << QByteArray("BEGIN PRIVATE KEY");
        QTest::newRow("EC, SEC 1") << Key::Ec << QByteArray("BEGIN EC PRIVATE KEY");
        QTest::newRow("RSA, PKCS#8") << Key::Rsa << QByteArray("BEGIN PRIVATE KEY");
        QTest::newRow("RSA, PKCS#1") << Key::Rsa << QByteArray("BEGIN RSA PRIVATE KEY");
        QTest::newRow("Ed25519") << Key::Ed25519 << QByteArray("BEGIN PRIVATE KEY");
    }

    void clientCertificatesOfEveryKindOfKeyAreShown()
    {
        QFETCH(CertificateSpec::Key, key);
        QFETCH(QByteArray, head);
        const bool traditional = head != "BEGIN PRIVATE KEY";
        const Certificate client =
            makeCertificate({.commonName = u"alice"_s, .key = key, .traditionalKey = traditional}, &m_authority);
        QVERIFY2(client.key.contains(head), client.key.left(40).constData());
        ScriptedServer server(&hello, makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &m_authority));
        server.demandClientCertificate(m_authority);
        Endpoint endpoint = endpointOf(server);
        endpoint.user = {
            .name = u"alice"_s, .clientCertificateData = client.certificate, .clientKeyData = Secret(client.key)};
        Connection connection(endpoint);
        QVERIFY_RESULT(answerOf(connection));
        QCOMPARE(server.clientName(), u"alice"_s);
        // A second connection uses the same key.
        server.closeAll();
        QVERIFY_RESULT(answerOf(connection));
    }

    void clientCertificatesInFilesAreShown()
    {
        QTemporaryDir folder;
        const Certificate client = makeCertificate({.commonName = u"alice"_s}, &m_authority);
        const QString certificate = folder.filePath(u"a.crt"_s);
        const QString key = folder.filePath(u"a.key"_s);
        QVERIFY_RESULT(writeFileAtomically(certificate, client.certificate));
        QVERIFY_RESULT(writeFileAtomically(key, client.key));
        ScriptedServer server(&hello, makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &m_authority));
        server.demandClientCertificate(m_authority);
        Endpoint endpoint = endpointOf(server);
        endpoint.user = {.name = u"alice"_s, .clientCertificate = certificate, .clientKey = key};
        Connection connection(endpoint);
        QVERIFY_RESULT(answerOf(connection));
        QCOMPARE(server.clientName(), u"alice"_s);
    }

    void unreadableCredentialsAreErrorsOfEveryRequest_data()
    {
        QTest::addColumn<KubeUser>("user");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("named");
        const Certificate good = makeCertificate({.commonName = u"a"_s});
        QTest::newRow("no key") << KubeUser{.name = u"bob"_s, .clientCertificateData = good.certificate}
                                << ErrorKind::Tls << u"bob"_s;
        QTest::newRow("key is no key") << KubeUser{.name = u"bob"_s,
            .clientCertificateData = good.certificate,
            .clientKeyData = Secret("canary")}
                                       << ErrorKind::Tls << u"users/bob"_s;
        QTest::newRow("missing file") << KubeUser{.clientCertificate = u"/nowhere/a.crt"_s,
            .clientKey = u"/nowhere/a.key"_s}
                                      << ErrorKind::Io << u"/nowhere/a.crt"_s;
        QTest::newRow("missing token file")
            << KubeUser{.tokenFile = u"/nowhere/token"_s} << ErrorKind::Io << u"/nowhere/token"_s;
    }

    void unreadableCredentialsAreErrorsOfEveryRequest()
    {
        QFETCH(KubeUser, user);
        QFETCH(QString, named);
        ScriptedServer server(&hello, makeCertificate({.commonName = u"api"_s, .names = kLoopback}, &m_authority));
        Endpoint endpoint = endpointOf(server);
        endpoint.user = user;
        Connection connection(endpoint);
        const auto answer = answerOf(connection);
        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        const QString text = answer.error().message.english();
        QVERIFY2(text.contains(named), qPrintable(text));
        QVERIFY(!text.contains(u"canary"_s));
        QCOMPARE(answer.error().where.host, server.url());
        QVERIFY(server.requests().isEmpty());
    }

    void encryptedKeysAreNamedAsSuch()
    {
        const auto key = privateKey(Secret("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                                           "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                                           "AAAAAAAAAAAAAAAAAAAAAA==\n-----END RSA PRIVATE KEY-----\n"),
            u"file"_s);
        QVERIFY(!key);
        QVERIFY2(key.error().message.english().contains(u"encrypted"_s), qPrintable(key.error().message.english()));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
