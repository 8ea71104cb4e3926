// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/kube/json.h>

#include "certificates.h"
#include "kubectltest.h"
#include "programs.h"
#include "testprint.h"

#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes down what it is told, and signs in as nobody.
constexpr auto kPlugin = "#!/bin/sh\n"
                         "{ echo \"$KUBERNETES_EXEC_INFO\"; echo \"$GREETING $1 $2\"; } > told\n"
                         "echo 'kind: ExecCredential'\n"
                         "echo \"apiVersion: $VERSION\"\n"
                         "echo 'status: {token: t}'\n";

/// A kubeconfig for a server that nobody listens at, whose user signs in with the plugin.
QByteArray config(const QByteArray& cluster, const QByteArray& exec, const QByteArray& version)
{
    return "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]\n"
           "clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'"
        + cluster + "}}]\nusers: [{name: u, user: {exec: {command: ./plugin, apiVersion: " + version
        + ", env: [{name: VERSION, value: " + version + "}, {name: GREETING, value: hello}]" + exec + "}}}]\n";
}

} // namespace

/// What an exec plugin is told by argosyctl, beside what kubectl tells it.
class TestExecPlugin : public KubectlTest
{
    Q_OBJECT

    std::unique_ptr<Programs> m_programs;

    /// The two lines that the plugin writes; empty where it did not run.
    QList<QByteArray> told(const QString& program, const QStringList& arguments) const
    {
        QFile::remove(m_programs->path(u"told"_s));
        (void)m_programs->run(program, u"config"_s, arguments);
        QList<QByteArray> lines = readFile(m_programs->path(u"told"_s)).value_or(QByteArray()).split('\n');
        lines.removeAll({}); // kubectl ends its JSON with a line break
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_programs = std::make_unique<Programs>();
        QVERIFY_RESULT(writeFileAtomically(m_programs->path(u"plugin"_s), kPlugin));
        QFile::setPermissions(m_programs->path(u"plugin"_s), QFile::ReadOwner | QFile::ExeOwner);
        const Certificate authority = makeCertificate({.commonName = u"CA"_s});
        QVERIFY_RESULT(writeFileAtomically(m_programs->path(u"ca.crt"_s), authority.certificate));
    }

    void pluginsAreToldTheSame_data()
    {
        QTest::addColumn<QByteArray>("cluster");
        QTest::addColumn<QByteArray>("exec");
        const QByteArray all = ", provideClusterInfo: true";
        QTest::newRow("nothing of the cluster") << QByteArray(", tls-server-name: kube") << QByteArray();
        QTest::newRow("a plain cluster") << QByteArray() << all;
        QTest::newRow("a name to verify") << QByteArray(", tls-server-name: kube") << all;
        QTest::newRow("an authority in a file") << QByteArray(", certificate-authority: ca.crt") << all;
        QTest::newRow("no verification") << QByteArray(", insecure-skip-tls-verify: true") << all;
        QTest::newRow("a proxy") << QByteArray(", proxy-url: 'http://127.0.0.1:1'") << all;
        QTest::newRow("no compression") << QByteArray(", disable-compression: true") << all;
        QTest::newRow("words for the plugin")
            << QByteArray(", extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: [a, 1]}}]")
            << all;
        QTest::newRow("words for others")
            << QByteArray(", extensions: [{name: other, extension: {audience: a}}]") << all;
        QTest::newRow("arguments") << QByteArray() << QByteArray(", args: [--login, 'a b']");
    }

    void pluginsAreToldTheSame()
    {
        QFETCH(QByteArray, cluster);
        QFETCH(QByteArray, exec);
        const QByteArray never = ", interactiveMode: Never";
        for (const char* version : {"client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"}) {
            QVERIFY_RESULT(writeFileAtomically(m_programs->path(u"config"_s), config(cluster, exec + never, version)));
            const auto theirs = told(Programs::kubectl(), {u"get"_s, u"--raw"_s, u"/version"_s});
            const auto ours = told(Programs::argosyctl(), {u"version"_s});
            QCOMPARE(ours.size(), 2);
            QCOMPARE(theirs.size(), 2);
            QCOMPARE(ours.at(1), theirs.at(1));
            const auto told = parseJson(ours.first());
            const auto expected = parseJson(theirs.first());
            QVERIFY_RESULT(told);
            QVERIFY_RESULT(expected);
            QVERIFY2(sameJson(*told, *expected), QByteArray(ours.first() + " / " + theirs.first()).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestExecPlugin)
#include "tst_execplugin.moc"
