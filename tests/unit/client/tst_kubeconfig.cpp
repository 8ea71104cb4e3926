// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/connection.h>

#include "testprint.h"

#include <QTemporaryDir>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kPlain = R"(apiVersion: v1
kind: Config
current-context: dev
clusters:
- name: one
  cluster:
    server: https://one.example:6443
    certificate-authority: pki/ca.crt
    tls-server-name: kube.example
    proxy-url: socks5://proxy.example:1080
    disable-compression: true
    extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: me}}]
users:
- name: alice
  user:
    client-certificate: /abs/a.crt
    client-key-data: a2V5
    token: s3cret
    as: boss
    as-uid: "7"
    as-groups: [ops, dev]
    as-user-extra: {scopes: [a, b]}
- name: plugin
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: bin/sign-in
      args: [--login, device]
      env: [{name: CLOUD, value: test}]
      installHint: Install it.
      provideClusterInfo: true
contexts:
- name: dev
  context: {cluster: one, user: alice, namespace: team}
- name: anonymous
  context: {cluster: one}
)";

Kubeconfig parsed(const QByteArray& yaml)
{
    const auto config = parseKubeconfig(yaml, u"/home/a/.kube"_s, u"text"_s);
    return config ? *config : Kubeconfig{};
}

QByteArray withUser(const QByteArray& user)
{
    return "clusters: [{name: c, cluster: {server: 'https://c.example'}}]\n"
           "contexts: [{name: x, context: {cluster: c, user: u}}]\nusers:\n- name: u\n  user: "
        + user + "\n";
}

} // namespace

class TestKubeconfig : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString written(const QString& name, const QByteArray& text)
    {
        const QString path = m_dir.filePath(name);
        return writeFileAtomically(path, text) ? path : QString();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        qunsetenv("KUBECONFIG");
    }

    void fieldsAreRead()
    {
        const Kubeconfig config = parsed(kPlain);
        QCOMPARE(config.currentContext, u"dev"_s);
        const KubeCluster* cluster = config.cluster(u"one"_s);
        QVERIFY(cluster);
        QCOMPARE(cluster->server, u"https://one.example:6443"_s);
        QCOMPARE(cluster->certificateAuthority, u"/home/a/.kube/pki/ca.crt"_s);
        QCOMPARE(cluster->tlsServerName, u"kube.example"_s);
        QCOMPARE(cluster->proxyUrl, u"socks5://proxy.example:1080"_s);
        QVERIFY(cluster->disableCompression);
        QVERIFY(!cluster->insecureSkipTlsVerify);
        QCOMPARE(cluster->execExtension, R"({"audience":"me"})");
        const KubeUser* user = config.user(u"alice"_s);
        QVERIFY(user);
        QCOMPARE(user->clientCertificate, u"/abs/a.crt"_s);
        QCOMPARE(user->clientKeyData.reveal(), "key");
        QCOMPARE(user->token.reveal(), "s3cret");
        QCOMPARE(user->impersonate,
            (Impersonation{.user = u"boss"_s,
                .uid = u"7"_s,
                .groups = {u"ops"_s, u"dev"_s},
                .extra = {{u"scopes"_s, {u"a"_s, u"b"_s}}}}));
        QCOMPARE(config.user(u"plugin"_s)->exec,
            (ExecPlugin{.file = u"text"_s,
                .apiVersion = ExecPlugin::kV1beta1,
                .command = u"/home/a/.kube/bin/sign-in"_s,
                .arguments = {u"--login"_s, u"device"_s},
                .environment = {{u"CLOUD"_s, Secret("test")}},
                .installHint = u"Install it."_s,
                .interactiveMode = u"IfAvailable"_s,
                .provideClusterInfo = true}));
        QCOMPARE(config.context(u"dev"_s)->nameSpace, u"team"_s);
        QVERIFY(config.context(u"anonymous"_s));
        QVERIFY(config.warnings.isEmpty());
    }

    void theFirstFileThatNamesAThingWins()
    {
        const QString first = written(u"first"_s,
            "users: [{name: u, user: {token: first}}]\nclusters: [{name: c, cluster: {server: 'https://one'}}]\n");
        const QString second = written(u"deep/second"_s,
            "current-context: x\nusers: [{name: u, user: {token: second, username: dropped}}]\n"
            "clusters: [{name: d, cluster: {server: 'https://two', certificate-authority: ca.crt}}]\n"
            "contexts: [{name: x, context: {cluster: d, user: u}}]\n");
        qputenv("KUBECONFIG", QString("::"_L1 + first + u':' + second + u':' + first).toUtf8());
        const auto config = loadKubeconfig();
        QVERIFY_RESULT(config);
        QCOMPARE(config->files, (QStringList{first, second}));
        QCOMPARE(config->user(u"u"_s)->token.reveal(), "first");
        QVERIFY(config->user(u"u"_s)->username.isEmpty());
        QCOMPARE(config->currentContext, u"x"_s);
        QCOMPARE(config->cluster(u"d"_s)->certificateAuthority, m_dir.filePath(u"deep/ca.crt"_s));
        QVERIFY(config->warnings.isEmpty());
    }

    void aMissingFileOfTheListIsAWarning()
    {
        const QString there = written(u"there"_s, kPlain);
        const QString missing = m_dir.filePath(u"missing"_s);
        qputenv("KUBECONFIG", QString(missing + u':' + there).toUtf8());
        const auto config = loadKubeconfig();
        QVERIFY_RESULT(config);
        QCOMPARE(config->warnings.size(), 1);
        QCOMPARE(config->warnings.first().where.file, missing);
        QCOMPARE(config->currentContext, u"dev"_s);
    }

    void aMissingExplicitFileFails()
    {
        const auto config = loadKubeconfig(m_dir.filePath(u"missing"_s));
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::Io);
    }

    void aListOfNothingIsNoFile()
    {
        qputenv("KUBECONFIG", ":");
        const auto config = loadKubeconfig();
        QVERIFY_RESULT(config);
        QVERIFY(config->files.isEmpty());
    }

    void anExplicitFileStandsAlone()
    {
        qputenv("KUBECONFIG", written(u"other"_s, "current-context: other\n").toUtf8());
        const auto config = loadKubeconfig(written(u"explicit"_s, kPlain));
        QVERIFY_RESULT(config);
        QCOMPARE(config->currentContext, u"dev"_s);
        QCOMPARE(config->files.size(), 1);
    }

    void brokenTextsNameTheirFile_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("syntax") << QByteArray("clusters: [\n");
        QTest::newRow("not a mapping") << QByteArray("- a\n");
        QTest::newRow("bad base64") << withUser("{client-key-data: '***'}");
        QTest::newRow("a number as a name") << QByteArray("contexts: [{name: 123}]\n");
        QTest::newRow("two of one name") << QByteArray("users: [{name: a}, {name: a}]\n");
        QTest::newRow("another kind") << QByteArray("kind: Pod\n");
        QTest::newRow("not UTF-8") << QByteArray("current-context: \"\xff\"\n");
    }

    void brokenTextsNameTheirFile()
    {
        QFETCH(QByteArray, yaml);
        const auto config = parseKubeconfig(yaml, u"/"_s, u"/some/file"_s);
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::Parse);
        QCOMPARE(config.error().where.file, u"/some/file"_s);
    }

    void danglingNamesAreWarnings()
    {
        const Kubeconfig config =
            parsed("current-context: gone\ncontexts: [{name: x, context: {cluster: nope, user: nobody}}]\n");
        QCOMPARE(config.warnings.size(), 3);
        QVERIFY(config.warnings.at(0).message.english().contains(u"nope"_s));
        QVERIFY(config.warnings.at(1).message.english().contains(u"nobody"_s));
    }

    void endpointsComeFromContexts()
    {
        const auto endpoint = endpointFor(parsed(kPlain), {}, ClusterId::management());
        QVERIFY_RESULT(endpoint);
        QCOMPARE(endpoint->contextName, u"dev"_s);
        QCOMPARE(endpoint->server.server, u"https://one.example:6443"_s);
        QCOMPARE(endpoint->user.name, u"alice"_s);
        QCOMPARE(endpoint->defaultNamespace, u"team"_s);
        const auto anonymous = endpointFor(parsed(kPlain), u"anonymous"_s, ClusterId::management());
        QVERIFY_RESULT(anonymous);
        QCOMPARE(anonymous->defaultNamespace, u"default"_s);
        QVERIFY(anonymous->user.token.isEmpty());
    }

    void unusableContextsSayWhy_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("context");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("named");
        QTest::newRow("no current context") << QByteArray("{}") << QString() << ErrorKind::Invalid << u"current"_s;
        QTest::newRow("no such context") << QByteArray(kPlain) << u"prod"_s << ErrorKind::Invalid << u"prod"_s;
        QTest::newRow("no such cluster") << QByteArray("contexts: [{name: x, context: {cluster: nope}}]") << u"x"_s
                                         << ErrorKind::Invalid << u"nope"_s;
        QTest::newRow("no such user") << QByteArray(withUser("{}")).replace("user: u}", "user: v}") << u"x"_s
                                      << ErrorKind::Invalid << u"v"_s;
        const auto user = [](const char* name, const QByteArray& fields, const QString& named) {
            QTest::newRow(name) << withUser(fields) << u"x"_s << ErrorKind::Invalid << named;
        };
        user("auth-provider", "{auth-provider: {name: azure}}", u"kubelogin"_s);
        user("groups of nobody", "{token: t, as-groups: [a]}", u"as-groups"_s);
        user("a header in a group", "{token: t, as: a, as-groups: [\"b\\nX-Evil: 1\"]}", u"control character"_s);
        user("token and password", "{token: t, username: a}", u"token"_s);
        user("certificate without a key", "{client-certificate: a.crt}", u"client key"_s);
        user("certificate twice", "{client-certificate: a.crt, client-certificate-data: eA==, client-key: a.key}",
            u"client-certificate-data"_s);
        user("exec and auth-provider", "{auth-provider: {name: azure}, exec: {command: a}}", u"auth-provider"_s);
        user("exec without a command", "{exec: {apiVersion: client.authentication.k8s.io/v1}}", u"command"_s);
        user("exec without a version", "{exec: {command: a}}", u"apiVersion"_s);
        user("exec of an old version", "{exec: {command: a, apiVersion: client.authentication.k8s.io/v1alpha1}}",
            u"v1alpha1"_s);
        user("exec v1 without a mode", "{exec: {command: a, apiVersion: client.authentication.k8s.io/v1}}",
            u"interactiveMode"_s);
        user("exec of a strange mode",
            "{exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Maybe}}", u"Maybe"_s);
        QTest::newRow("authority and insecure")
            << QByteArray("clusters: [{name: c, cluster: {server: 'https://c', insecure-skip-tls-verify: true, "
                          "certificate-authority: ca.crt}}]\ncontexts: [{name: x, context: {cluster: c}}]\n")
            << u"x"_s << ErrorKind::Invalid << u"insecure-skip-tls-verify"_s;
    }

    void unusableContextsSayWhy()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, context);
        QFETCH(QString, named);
        const auto endpoint = endpointFor(parsed(yaml), context, ClusterId::management());
        QVERIFY(!endpoint);
        QTEST(endpoint.error().kind, "kind");
        QVERIFY2(endpoint.error().message.english().contains(named), qPrintable(endpoint.error().message.english()));
    }
};

QTEST_GUILESS_MAIN(TestKubeconfig)
#include "tst_kubeconfig.moc"
