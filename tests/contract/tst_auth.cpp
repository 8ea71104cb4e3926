// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/kube/json.h>

#include "kubectltest.h"
#include "programs.h"
#include "scriptedserver.h"
#include "serverundertest.h"
#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// Of one server: it serves SelfSubjectReview in one version, and knows many rules but not all.
ScriptedServer::Handler reviewer(const QByteArray& version)
{
    return [version](const ScriptedRequest& request, QTcpSocket& socket) {
        const QByteArray json = "Content-Type: application/json\r\n";
        if (request.target == "/apis/authentication.k8s.io/" + version + "/selfsubjectreviews")
            return (void)socket.write(ScriptedServer::answer(201,
                R"({"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/)" + version
                    + R"(","metadata":{"creationTimestamp":null},"status":{"userInfo":{"username":"bob","uid":"7",)"
                      R"("groups":["b","a"],"extra":{"scopes":["x y","z"],"credential-id":["1"]}}}})",
                json));
        if (request.target.endsWith("/selfsubjectrulesreviews"))
            return (void)socket.write(ScriptedServer::answer(201,
                R"({"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{},)"
                R"("status":{"incomplete":true,"evaluationError":"a webhook lists nothing","resourceRules":[)"
                R"({"verbs":["get","list"],"apiGroups":[""],"resources":["pods","pods/log"]},)"
                R"({"verbs":["watch","get"],"apiGroups":[""],"resources":["pods"]},)"
                R"({"verbs":["*"],"apiGroups":["*"],"resources":["*"]},)"
                R"({"verbs":["get"],"apiGroups":["apps","karpenter.sh"],"resources":["deployments","nodepools/status"],)"
                R"("resourceNames":["a","b"]},)"
                R"({"verbs":["delete"],"apiGroups":["apps"],"resources":["deployments"],"resourceNames":["a"]}],)"
                R"("nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz","/version/"]},)"
                R"({"verbs":["get","post"],"nonResourceURLs":["/healthz"]},{"verbs":["*"],"nonResourceURLs":["*"]}]}})",
                json));
        socket.write(ScriptedServer::answer(404,
            R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404,"message":"no"})",
            json));
    };
}

QByteArray compared(const Outcome& ours, const Outcome& theirs)
{
    return "ours: " + ours.output + ours.complaint + "\ntheirs: " + theirs.output + theirs.complaint;
}

} // namespace

/// `argosyctl auth` beside `kubectl auth`.
class TestAuth : public KubectlTest
{
    Q_OBJECT

    std::unique_ptr<Programs> m_programs;

    void useConfig(const QByteArray& text)
    {
        const QString path = m_programs->path(u"config"_s);
        QVERIFY_RESULT(writeFileAtomically(path, text));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)); // or we warn, and kubectl does not
    }

    void useServer(const QString& url)
    {
        useConfig("current-context: x\nclusters: [{name: c, cluster: {server: '" + url.toUtf8()
            + "'}}]\ncontexts: [{name: x, context: {cluster: c, namespace: team}}]\n");
    }

    Outcome run(const QString& program, const QStringList& arguments) const
    {
        return m_programs->run(program, u"config"_s, arguments);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_programs = std::make_unique<Programs>();
    }

    void serversAnswerAsTheyAnswerKubectl_data() { ServerUnderTest::addRows(); }
    void serversAnswerAsTheyAnswerKubectl()
    {
        QFETCH(QString, server);
        if (const QString why = ServerUnderTest::reasonToSkip(server); !why.isEmpty())
            QSKIP(qPrintable(why));
        ServerUnderTest tested(server);
        const auto config = tested.isEmbedded() ? Result<QByteArray>(tested.demo().kubeconfig())
                                                : readFile(qEnvironmentVariable("ARGOSY_TEST_KUBECONFIG"));
        QVERIFY_RESULT(config);
        useConfig(*config);
        const auto questions = std::to_array<const char*>({"whoami", "can-i create pods", "can-i * *",
            "can-i get secrets -n=kube-system", "can-i list nodepools.karpenter.sh -A", "can-i get nodes -A",
            "can-i patch managedclusters.containerservice.azure.com/heron", "can-i get PODS --subresource log",
            "can-i get /healthz", "can-i list things", "can-i list things.example.com", "can-i get nodes",
            "can-i create pods --as bob", "can-i delete namespaces --as bob -A", "can-i --list",
            "can-i --list -n kube-system", "can-i create", "can-i --list -A"});
        for (const char* question : questions) {
            const QStringList arguments = QString("auth "_L1 + QLatin1String(question)).split(u' ');
            const Outcome ours = run(Programs::argosyctl(), arguments);
            const Outcome theirs = run(Programs::kubectl(), arguments);
            const QByteArray both = QByteArray(question) + '\n' + compared(ours, theirs);
            QVERIFY2(ours.output == theirs.output, both.constData());
            QVERIFY2(ours.worked() == theirs.worked(), both.constData());
            QVERIFY2(ours.complaint.isEmpty() == theirs.complaint.isEmpty(), both.constData());
        }
    }

    void anOlderVersionOfTheReviewIsFound_data()
    {
        QTest::addColumn<QByteArray>("version");
        for (const char* version : {"v1", "v1beta1", "v1alpha1"})
            QTest::newRow(version) << QByteArray(version);
    }

    void anOlderVersionOfTheReviewIsFound()
    {
        QFETCH(QByteArray, version);
        ScriptedServer server(reviewer(version));
        useServer(server.url());
        const QStringList asked{u"auth"_s, u"whoami"_s};
        const Outcome ours = run(Programs::argosyctl(), asked);
        const Outcome theirs = run(Programs::kubectl(), asked);
        QVERIFY2(ours.output == theirs.output && ours.worked(), compared(ours, theirs).constData());
        for (const QString& format : {u"json"_s, u"yaml"_s}) {
            const Outcome document = run(Programs::argosyctl(), asked + QStringList{u"-o"_s, format});
            const Outcome expected = run(Programs::kubectl(), asked + QStringList{u"-o"_s, format});
            QVERIFY2(document.worked() && document.output.contains(version), compared(document, expected).constData());
            const bool same = format == u"json" ? sameJson(*parseJson(document.output), *parseJson(expected.output))
                                                : document.output == expected.output;
            QVERIFY2(same, compared(document, expected).constData());
        }
    }

    void aServerWithoutTheReviewIsTrouble()
    {
        ScriptedServer server(reviewer("none"));
        useServer(server.url());
        const Outcome ours = run(Programs::argosyctl(), {u"auth"_s, u"whoami"_s});
        QCOMPARE(ours.exitCode, 2);
        QVERIFY2(ours.complaint.contains("SelfSubjectReview"), ours.complaint.constData());
    }

    void rulesAreListedAsKubectlListsThem()
    {
        ScriptedServer server(reviewer("v1"));
        useServer(server.url());
        const QStringList asked{u"auth"_s, u"can-i"_s, u"--list"_s};
        const Outcome ours = run(Programs::argosyctl(), asked);
        const Outcome theirs = run(Programs::kubectl(), asked);
        QVERIFY2(ours.output == theirs.output && ours.worked(), compared(ours, theirs).constData());
        QVERIFY2(ours.complaint.contains("may be incomplete: a webhook lists nothing"), ours.complaint.constData());
        QVERIFY(server.requests().constFirst().body.contains(R"("namespace":"team")"));
        const Outcome json = run(Programs::argosyctl(), asked + QStringList{u"-o"_s, u"json"_s});
        QCOMPARE(valueAt(*parseJson(json.output), "/status/incomplete"), Json(true));
    }

    void aReadOnlyContextMayAskWhoItIs()
    {
        ScriptedServer server(reviewer("v1"));
        useServer(server.url());
        const Outcome kept = run(Programs::argosyctl(), {u"config"_s, u"mode"_s, u"x"_s, u"read-only"_s});
        QVERIFY2(kept.worked(), kept.complaint.constData());
        QVERIFY(run(Programs::argosyctl(), {u"auth"_s, u"whoami"_s}).worked());
        QVERIFY(run(Programs::argosyctl(), {u"auth"_s, u"can-i"_s, u"--list"_s}).worked());
    }
};

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
