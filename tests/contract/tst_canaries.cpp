// SPDX-License-Identifier: GPL-3.0-or-later
#include "objects.h"
#include "programs.h"
#include "serverundertest.h"
#include "snapshotcontent.h"
#include "testprint.h"

#include <argosy/base/files.h>
#include <argosy/live/store.h>

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// Every secret of this test begins so, and its base64 as the second.
const QByteArray kCanary = "canary-4711";
const QByteArray kEncoded = kCanary.toBase64();

bool tells(const QByteArray& text)
{
    return text.contains("canary") || text.contains(kEncoded.first(8));
}

QByteArray kubeconfig(const QByteArray& user, const QByteArray& server = "https://127.0.0.1:1",
    const QByteArray& cluster = "insecure-skip-tls-verify: true")
{
    return "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]\nclusters: [{name: c, cluster: "
           "{server: '"
        + server + "', " + cluster + "}}]\nusers: [{name: u, user: {" + user + "}}]\n";
}

QByteArray exec(const QByteArray& command, const QByteArray& more = {})
{
    return "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " + command + more
        + "}";
}

QByteArray plugin(const QByteArray& status)
{
    return "#!/bin/sh\necho "
           "'{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":"
        + status + "}'\n";
}

Json secretObject()
{
    return {{"apiVersion", "v1"}, {"kind", "Secret"},
        {"metadata",
            {{"name", "bird"}, {"namespace", "default"},
                {"annotations",
                    {{"kubectl.kubernetes.io/last-applied-configuration",
                        R"({"stringData":{"key":")" + kCanary.toStdString() + R"("}})"}}}}},
        {"data", {{"key", kEncoded.toStdString()}}}};
}

/// As Karpenter's has it.
Json podObject()
{
    const Json env{{"name", "KUBELET_BOOTSTRAP_TOKEN"}, {"value", kCanary.toStdString()}};
    const Json container{{"name", "a"}, {"image", "b"}, {"env", Json::array({env})}};
    return {{"apiVersion", "v1"}, {"kind", "Pod"}, {"metadata", {{"name", "runner"}, {"namespace", "default"}}},
        {"spec", {{"containers", Json::array({container})}}}};
}

} // namespace

/// Secrets stay where they are: nothing that is printed, logged at any level or written to a file has one.
class TestCanaries : public QObject
{
    Q_OBJECT

    Programs m_programs;
    std::unique_ptr<ServerUnderTest> m_server;
    static inline QByteArray logged;

    static void keep(QtMsgType, const QMessageLogContext& context, const QString& text)
    {
        logged += QByteArray(context.category) + ' ' + text.toUtf8() + '\n';
    }
    void write(const QString& name, const QByteArray& content, bool isProgram = false)
    {
        QVERIFY_RESULT(writeFileAtomically(m_programs.path(name), content));
        if (isProgram)
            QFile::setPermissions(m_programs.path(name), QFile::ReadOwner | QFile::ExeOwner);
    }
    void runs(const QString& arguments) const
    {
        const Outcome outcome = m_programs.run(Programs::argosyctl(), u"config"_s, arguments.split(u' '));
        QVERIFY2(outcome.exitCode >= 0, qPrintable(arguments));
        for (const QByteArray& text : {outcome.output, outcome.complaint})
            QVERIFY2(!tells(text), QByteArray(arguments.toUtf8() + ": " + text).constData());
    }
    /// The files that argosyctl has written and that tell a secret.
    [[nodiscard]] QStringList leaks() const
    {
        QStringList files;
        QDirIterator file(m_programs.path(u"home"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (file.hasNext()) {
            const QString path = file.next();
            if (tells(readFile(path).value_or(QByteArray())))
                files.append(path);
        }
        return files;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("QT_LOGGING_RULES", "argosy.*=true");
        for (const char* folder : {"CONFIG", "DATA", "STATE", "CACHE"})
            qputenv(QByteArray("XDG_" + QByteArray(folder) + "_HOME").constData(),
                QByteArray(m_programs.path(u"home/"_s).toLocal8Bit() + folder));
        m_server = std::make_unique<ServerUnderTest>(u"embedded"_s, DemoOptions{.controllers = false});
        QCOMPARE(m_server->wire().post(u"/api/v1/namespaces/default/secrets"_s, secretObject()).code, 201);
        write(u"plugin"_s, plugin("{\"token\":\"" + kCanary + "\"}"), true);
        write(u"broken-plugin"_s, plugin("{\"clientCertificateData\":\"" + kCanary + "\""), true);
        write(u"key-plugin"_s,
            plugin("{\"clientCertificateData\":\"" + kCanary + "\",\"clientKeyData\":\"" + kCanary + "\"}"), true);
        write(u"token"_s, kCanary);
        write(u"secret.yaml"_s,
            "apiVersion: v1\nkind: Secret\nmetadata: {name: bird, namespace: default}\nstringData: {key: " + kCanary
                + "2}\n");
        write(u"new.yaml"_s,
            "apiVersion: v1\nkind: Secret\nmetadata: {name: egg, namespace: default}\ndata: {key: " + kEncoded + "}\n");
        write(u"wrong.yaml"_s,
            "apiVersion: v1\nkind: Secret\nmetadata: {name: bird, namespace: default}\ndata: {key: [" + kCanary
                + "]}\n");
    }

    void credentialsAreNotTold_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<bool>("isInView"); // "config view" shows it, as kubectl's does
        const QByteArray demo = "https://127.0.0.1:" + QByteArray::number(m_server->demo().port());
        QTest::newRow("token") << kubeconfig("token: " + kCanary, demo) << false;
        QTest::newRow("token of an unreachable server") << kubeconfig("token: " + kCanary) << false;
        QTest::newRow("token with a line break") << kubeconfig("token: \"" + kCanary + "\\nX: y\"", demo) << false;
        QTest::newRow("token file") << kubeconfig("tokenFile: token", demo) << false;
        QTest::newRow("password") << kubeconfig("username: u, password: " + kCanary, demo) << false;
        QTest::newRow("key") << kubeconfig("client-certificate-data: " + kEncoded + ", client-key-data: " + kEncoded,
            demo) << false;
        QTest::newRow("key that is no base64")
            << kubeconfig("client-certificate-data: " + kEncoded + ", client-key-data: '" + kCanary + "!'", demo)
            << false;
        QTest::newRow("command") << kubeconfig(exec("./plugin"), demo) << false;
        QTest::newRow("command that prints nonsense") << kubeconfig(exec("./broken-plugin"), demo) << false;
        QTest::newRow("command that gives a key") << kubeconfig(exec("./key-plugin"), demo) << false;
        QTest::newRow("environment of a command")
            << kubeconfig(exec("./plugin", ", env: [{name: SECRET, value: " + kCanary + "}]"), demo) << true;
        QTest::newRow("proxy") << kubeconfig("token: " + kCanary, demo,
            "insecure-skip-tls-verify: true, proxy-url: 'http://user:" + kCanary + "@127.0.0.1:1'")
                               << true;
        QTest::newRow("proxy that is none")
            << kubeconfig("token: " + kCanary, demo, "proxy-url: 'ftp://user:" + kCanary + "@127.0.0.1:1'") << true;
        QTest::newRow("address") << kubeconfig("token: t", "https://user:" + kCanary + "@127.0.0.1:1") << true;
        QTest::newRow("kubeconfig that does not parse") << "users: [{name: u, user: {token: " + kCanary + "]\n"
                                                        << false;
        QTest::newRow("kubeconfig of the wrong shape") << "users: {token: " + kCanary + "}\n" << false;
    }

    void credentialsAreNotTold()
    {
        QFETCH(QByteArray, config);
        QFETCH(bool, isInView);
        write(u"config"_s, config);
        if (!isInView) {
            runs(u"config view"_s);
            runs(u"config view -o json"_s);
        }
        for (const QString& arguments : {u"version"_s, u"plan -f new.yaml"_s, u"apply -f new.yaml"_s})
            runs(arguments);
        QCOMPARE(leaks(), QStringList());
    }

    void contentIsNotTold()
    {
        write(u"config"_s, m_server->demo().kubeconfig());
        for (const QString& arguments :
            {u"config view --minify"_s, u"validate -f secret.yaml"_s, u"validate -f wrong.yaml"_s,
                u"plan -f secret.yaml"_s, u"plan -f secret.yaml -o json"_s, u"plan -f new.yaml"_s,
                u"plan -f new.yaml -o json"_s, u"diff -f secret.yaml"_s, u"diff -f new.yaml"_s, u"apply -f new.yaml"_s,
                u"apply -f secret.yaml --force-conflicts -o json"_s, u"tree"_s, u"journal -o json"_s})
            runs(arguments);
        QCOMPARE(m_server->wire().get(u"/api/v1/namespaces/default/secrets/egg"_s).code, 200);
        QCOMPARE(leaks(), QStringList());
    }

    void aSnapshotTellsNoSecret()
    {
        write(u"config"_s, m_server->demo().kubeconfig());
        QCOMPARE(m_server->wire().post(u"/api/v1/namespaces/default/pods"_s, podObject()).code, 201);
        runs(u"snapshot save a.snapshot"_s);
        runs(u"snapshot info a.snapshot -o json"_s);
        const auto content = snapshotContent(readFile(m_programs.path(u"a.snapshot"_s)).value_or(""));
        QVERIFY_RESULT(content);
        const QByteArray objects = content->objects().join('\n');
        QVERIFY(objects.contains("\"bird\"") && objects.contains("\"runner\""));
        // The documentation in CRDs knows canary releases.
        QVERIFY(!objects.contains(kCanary) && !objects.contains(kEncoded.first(8)));
    }

    void aStoreTellsNoSecret()
    {
        const QtMessageHandler before = qInstallMessageHandler(&keep);
        Store store(m_server->connection(), {});
        const GroupKind secrets{{}, u"Secret"_s};
        const Interest interest = store.follow(m_server->resource(secrets));
        const auto bird = [&] {
            return store.snapshot()->find({ClusterId::management(), {}, u"Secret"_s, u"default"_s, u"bird"_s});
        };
        const bool isShown = QTest::qWaitFor([&bird] { return bird() != nullptr; });
        const Json label{{"metadata", {{"labels", {{"a", "b"}}}}}};
        (void)m_server->wire().mergePatch(u"/api/v1/namespaces/default/secrets/bird"_s, label);
        const bool isChanged = isShown && QTest::qWaitFor([&bird] { return bird()->labels().contains(u"a"_s); });
        qInstallMessageHandler(before);
        QVERIFY(isChanged);
        QVERIFY(!tells(bird()->json()));
        QVERIFY(logged.contains("argosy."));
        QVERIFY(!tells(logged));
    }
};

QTEST_GUILESS_MAIN(TestCanaries)
#include "tst_canaries.moc"
