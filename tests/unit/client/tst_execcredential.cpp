// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"
#include "execcredential.h"
#include "testprint.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

ExecPlugin plugin()
{
    return {.apiVersion = ExecPlugin::kV1, .command = u"sign-in"_s, .interactiveMode = u"Never"_s};
}

struct PluginMay
{
    bool knowTheCluster = false;
    bool ask = false;
};

/// As a plugin may write it; JSON is YAML too.
QByteArray printed(const QByteArray& status, const QByteArray& version = "v1")
{
    return "kind: ExecCredential\napiVersion: client.authentication.k8s.io/" + version + "\nstatus: " + status + '\n';
}

QByteArray json(const Json& status)
{
    return toCompactJson(
        {{"kind", "ExecCredential"}, {"apiVersion", "client.authentication.k8s.io/v1"}, {"status", status}});
}

} // namespace

/// What goes into an exec plugin, and what comes out of it.
class TestExecCredential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void pluginsAreToldWhatTheyAskFor_data()
    {
        QTest::addColumn<bool>("provideClusterInfo");
        QTest::addColumn<bool>("interactive");
        QTest::addColumn<KubeCluster>("cluster");
        QTest::addColumn<QByteArray>("spec");
        const KubeCluster plain{.server = u"https://c.example"_s};
        const KubeCluster whole{.server = u"https://c.example"_s,
            .tlsServerName = u"kube"_s,
            .proxyUrl = u"http://p.example"_s,
            .insecureSkipTlsVerify = true,
            .disableCompression = true,
            .execExtension = toCompactJson({{"audience", "me"}})};
        const Json told{{"server", "https://c.example"}, {"certificate-authority-data", "UEVN"}, {"config", nullptr}};
        const Json toldAll{{"server", "https://c.example"}, {"tls-server-name", "kube"},
            {"insecure-skip-tls-verify", true}, {"certificate-authority-data", "UEVN"},
            {"proxy-url", "http://p.example"}, {"disable-compression", true}, {"config", {{"audience", "me"}}}};
        const auto row = [](const char* name, const KubeCluster& cluster, const PluginMay& may, const Json& spec) {
            QTest::newRow(name) << may.knowTheCluster << may.ask << cluster << toCompactJson(spec);
        };
        row("nothing", whole, {}, {{"interactive", false}});
        row("that it may ask", whole, {.ask = true}, {{"interactive", true}});
        row("a plain cluster", plain, {.knowTheCluster = true}, {{"cluster", told}, {"interactive", false}});
        row("a cluster with everything", whole, {.knowTheCluster = true},
            {{"cluster", toldAll}, {"interactive", false}});
    }

    void pluginsAreToldWhatTheyAskFor()
    {
        QFETCH(bool, provideClusterInfo);
        QFETCH(bool, interactive);
        QFETCH(KubeCluster, cluster);
        QFETCH(QByteArray, spec);
        ExecPlugin told = plugin();
        told.provideClusterInfo = provideClusterInfo;
        const auto info = parseJson(execInfo(told, cluster, "PEM", interactive));
        QVERIFY_RESULT(info);
        QCOMPARE(textAt(*info, "/kind"), u"ExecCredential"_s);
        QCOMPARE(textAt(*info, "/apiVersion"), told.apiVersion);
        QCOMPARE(toCompactJson(member(*info, "spec")), spec);
    }

    void goodAnswersAreTaken_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Credential>("expected");
        const Credential token{.authorization = Secret("Bearer t")};
        QTest::newRow("token") << printed("{token: t}") << token;
        QTest::newRow("JSON") << json({{"token", "t"}}) << token;
        QTest::newRow("unknown fields") << printed("{token: t, more: 1}") << token;
        QTest::newRow("a line break after the token") << printed("{token: \"t\\n\"}") << token;
        Credential limited = token;
        limited.expires = QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC);
        const auto expiring = [](const char* time) { return json({{"token", "t"}, {"expirationTimestamp", time}}); };
        QTest::newRow("expiry") << expiring("2026-01-10T09:00:00Z") << limited;
        QTest::newRow("expiry elsewhere") << expiring("2026-01-10T10:30:00+01:30") << limited;
        const Certificate made = makeCertificate({.commonName = u"alice"_s, .key = CertificateSpec::Key::Ed25519});
        const Json pair{
            {"clientCertificateData", made.certificate.toStdString()}, {"clientKeyData", made.key.toStdString()}};
        const Credential certificate{.certificate = made.certificate, .key = Secret(made.key)};
        QTest::newRow("certificate") << json(pair) << certificate;
        Json all = pair;
        all["token"] = "t";
        Credential both = certificate;
        both.authorization = token.authorization;
        QTest::newRow("token and certificate") << json(all) << both;
    }

    void goodAnswersAreTaken()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Credential, expected);
        const auto credential = execCredential(plugin(), Secret(answer));
        QVERIFY_RESULT(credential);
        QVERIFY(*credential == expected);
    }

    void badAnswersSayWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << QByteArray() << u"did not print an ExecCredential"_s;
        QTest::newRow("no YAML") << QByteArray("{canary") << u"did not print an ExecCredential"_s;
        QTest::newRow("a token alone") << QByteArray("canary") << u"did not print an ExecCredential"_s;
        QTest::newRow("another kind") << QByteArray("kind: Status") << u"did not print an ExecCredential"_s;
        QTest::newRow("another version") << printed("{token: canary}", "v1beta1") << u"v1beta1"_s;
        QTest::newRow("no status") << printed("") << u"without a status"_s;
        QTest::newRow("an empty status") << printed("{}") << u"neither a token"_s;
        QTest::newRow("a token that is no text") << printed("{token: 1}") << u"neither a token"_s;
        QTest::newRow("a certificate alone") << printed("{clientCertificateData: canary}") << u"without its key"_s;
        QTest::newRow("a key alone") << printed("{token: canary, clientKeyData: canary}") << u"without its key"_s;
        QTest::newRow("no PEM") << printed("{clientCertificateData: canary, clientKeyData: canary}") << u"PEM"_s;
        QTest::newRow("no time") << printed("{token: canary, expirationTimestamp: soon}") << u"not a time"_s;
        QTest::newRow("a time of no zone")
            << printed("{token: canary, expirationTimestamp: '2026-01-10T09:00:00'}") << u"not a time"_s;
    }

    void badAnswersSayWhatIsWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, named);
        const auto credential = execCredential(plugin(), Secret(answer));
        QVERIFY(!credential);
        QCOMPARE(credential.error().kind, ErrorKind::Unauthenticated);
        const QString text = credential.error().message.english();
        QVERIFY2(text.contains(named), qPrintable(text));
        QVERIFY(text.startsWith(u"sign-in"_s));
        QVERIFY(!text.contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestExecCredential)
#include "tst_execcredential.moc"
