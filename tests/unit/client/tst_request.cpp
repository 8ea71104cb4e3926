// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/request.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const ApiResource kPools{
    .gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s}, .plural = u"nodepools"_s, .namespaced = false};
const ApiResource kWorkflows{
    .gvk = {u"argoproj.io"_s, u"v1alpha1"_s, u"Workflow"_s}, .plural = u"workflows"_s, .namespaced = true};
const ApiResource kSecrets{.gvk = {{}, u"v1"_s, u"Secret"_s}, .plural = u"secrets"_s, .namespaced = true};

Json pool()
{
    return *parseJson(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu","namespace":"x",
        "managedFields":[{}],"labels":{"a":"b"}},"spec":{"b":1,"a":2}})");
}

Json workflow()
{
    return *parseJson(
        R"({"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow","metadata":{"name":"w","namespace":"ns"}})");
}

QString valueOf(const ApiRequest& request, const QString& key)
{
    return request.query.queryItemValue(key, QUrl::FullyDecoded);
}

} // namespace

class TestRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodsAndPaths_data()
    {
        QTest::addColumn<ApiRequest>("request");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<bool>("isWrite");
        const QByteArray none;
        const QByteArray json = "application/json";
        const QByteArray ssa = "application/apply-patch+yaml";
        const QByteArray merge = "application/merge-patch+json";
        const QString pools = u"/apis/karpenter.sh/v1/nodepools"_s;
        const QString flows = u"/apis/argoproj.io/v1alpha1/namespaces/ns/workflows"_s;

        QTest::newRow("get, core group") << requests::get(kSecrets, u"ns"_s, u"s"_s) << QByteArray("GET")
                                         << u"/api/v1/namespaces/ns/secrets/s"_s << none << false;
        QTest::newRow("get, cluster scope forgets the namespace")
            << requests::get(kPools, u"ns"_s, u"gpu"_s) << QByteArray("GET") << QString(pools + "/gpu"_L1) << none
            << false;
        QTest::newRow("list of all namespaces") << requests::list(kWorkflows, {}) << QByteArray("GET")
                                                << u"/apis/argoproj.io/v1alpha1/workflows"_s << none << false;
        QTest::newRow("create") << requests::create(kWorkflows, u"ns"_s, workflow()) << QByteArray("POST") << flows
                                << json << true;
        QTest::newRow("create, dry run") << requests::create(kWorkflows, u"ns"_s, workflow(), {.dryRun = true})
                                         << QByteArray("POST") << flows << json << false;
        QTest::newRow("apply, cluster scope")
            << requests::apply(kPools, pool()) << QByteArray("PATCH") << QString(pools + "/gpu"_L1) << ssa << true;
        QTest::newRow("apply, namespace of the object")
            << requests::apply(kWorkflows, workflow()) << QByteArray("PATCH") << QString(flows + "/w"_L1) << ssa
            << true;
        QTest::newRow("apply, dry run") << requests::apply(kPools, pool(), {.dryRun = true}) << QByteArray("PATCH")
                                        << QString(pools + "/gpu"_L1) << ssa << false;
        QTest::newRow("merge patch") << requests::mergePatch(kWorkflows, u"ns"_s, u"w"_s, Json::object())
                                     << QByteArray("PATCH") << QString(flows + "/w"_L1) << merge << true;
        QTest::newRow("merge patch, dry run") << requests::mergePatch(kWorkflows, u"ns"_s, u"w"_s, Json::object(), true)
                                              << QByteArray("PATCH") << QString(flows + "/w"_L1) << merge << false;
        QTest::newRow("delete") << requests::remove(kWorkflows, u"ns"_s, u"w"_s) << QByteArray("DELETE")
                                << QString(flows + "/w"_L1) << json << true;
        QTest::newRow("delete, dry run") << requests::remove(kWorkflows, u"ns"_s, u"w"_s, {.dryRun = true})
                                         << QByteArray("DELETE") << QString(flows + "/w"_L1) << json << false;
        QTest::newRow("JSON patch") << requests::jsonPatch(kWorkflows, u"ns"_s, u"w"_s, Json::array())
                                    << QByteArray("PATCH") << QString(flows + "/w"_L1)
                                    << QByteArray("application/json-patch+json") << true;
        QTest::newRow("update") << requests::update(kWorkflows, workflow()) << QByteArray("PUT")
                                << QString(flows + "/w"_L1) << json << true;
        QTest::newRow("status") << requests::forSubresource(requests::update(kWorkflows, workflow()), u"status"_s)
                                << QByteArray("PUT") << QString(flows + "/w/status"_L1) << json << true;
        QTest::newRow("scale") << requests::forSubresource(requests::get(kPools, {}, u"gpu"_s), u"scale"_s)
                               << QByteArray("GET") << QString(pools + "/gpu/scale"_L1) << none << false;
        QTest::newRow("logs") << requests::logs(u"ns"_s, u"p"_s) << QByteArray("GET")
                              << u"/api/v1/namespaces/ns/pods/p/log"_s << none << false;
        QTest::newRow("raw") << requests::raw(u"/version"_s) << QByteArray("GET") << u"/version"_s << none << false;
    }

    void methodsAndPaths()
    {
        QFETCH(ApiRequest, request);
        QFETCH(bool, isWrite);
        QTEST(request.method, "method");
        QTEST(request.path, "path");
        QTEST(request.contentType, "contentType");
        QCOMPARE(argosy::isWrite(request), isWrite);
    }

    void whatIsAWriteIsReadFromTheRequestItself_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* name, const char* method, const QString& target, bool expected) {
            QTest::newRow(name) << QByteArray(method) << target << expected;
        };
        const QString pods = u"/api/v1/namespaces/a/pods"_s;
        row("get", "GET", pods, false);
        row("a method of a later day", "QUERY", pods, true);
        row("post", "POST", pods, true);
        row("put", "PUT", pods + "/p"_L1, true);
        row("patch", "PATCH", pods + "/p"_L1, true);
        row("delete of a collection", "DELETE", pods, true);
        row("dry run", "DELETE", pods + "?dryRun=All"_L1, false);
        row("dry run, said twice", "DELETE", pods + "?dryRun=All&dryRun=All"_L1, false);
        row("dry run of nothing", "DELETE", pods + "?dryRun="_L1, true);
        row("dry run of an unknown kind", "DELETE", pods + "?dryRun=Some"_L1, true);
        row("dry run of all and none", "DELETE", pods + "?dryRun=All&dryRun=None"_L1, true);
        row("another parameter's dry run", "DELETE", pods + "?fieldManager=dryRun%3DAll"_L1, true);
        const QString rights = u"/apis/authorization.k8s.io/v1/"_s;
        row("own rights", "POST", rights + "selfsubjectaccessreviews"_L1, false);
        row("own rules", "POST", rights + "selfsubjectrulesreviews"_L1, false);
        row("own identity", "POST", u"/apis/authentication.k8s.io/v1beta1/selfsubjectreviews"_s, false);
        row("rights of others", "POST", rights + "subjectaccessreviews"_L1, true);
        row("a review of another group", "POST", u"/apis/example.com/v1/selfsubjectreviews"_s, true);
        row("below a review", "POST", rights + "selfsubjectaccessreviews/x"_L1, true);
        row("a review that is deleted", "DELETE", rights + "selfsubjectaccessreviews"_L1, true);
    }

    void whatIsAWriteIsReadFromTheRequestItself()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, target);
        ApiRequest request = requests::raw(target);
        request.method = method;
        QTEST(isWrite(request), "expected");
    }

    void theOptionsOfADeletionOverruleItsQuery()
    {
        ApiRequest request = requests::remove(kPools, {}, u"gpu"_s, {.dryRun = true});
        QCOMPARE(request.body, R"({"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]})");
        QVERIFY(!isWrite(request));
        for (const char* body : {R"({"kind":"DeleteOptions"})", R"({"dryRun":[]})", R"({"dryRun":"All"})", "?"}) {
            request.body = body;
            QVERIFY2(isWrite(request), body);
        }
    }

    void dryRunsSaySo()
    {
        QCOMPARE(valueOf(requests::apply(kPools, pool(), {.dryRun = true}), u"dryRun"_s), u"All"_s);
        QCOMPARE(valueOf(requests::create(kPools, {}, pool(), {.dryRun = true}), u"dryRun"_s), u"All"_s);
        QCOMPARE(valueOf(requests::remove(kPools, {}, u"gpu"_s, {.dryRun = true}), u"dryRun"_s), u"All"_s);
        QVERIFY(!requests::apply(kPools, pool()).query.hasQueryItem(u"dryRun"_s));
    }

    void applyIsStrictAndNeverForcesByItself()
    {
        const ApiRequest plain = requests::apply(kPools, pool());
        QCOMPARE(valueOf(plain, u"fieldManager"_s), u"argosy"_s);
        QCOMPARE(valueOf(plain, u"fieldValidation"_s), u"Strict"_s);
        QCOMPARE(valueOf(plain, u"force"_s), u"false"_s);
        const ApiRequest forced = requests::apply(kPools, pool(), {.fieldManager = u"other"_s, .force = true});
        QCOMPARE(valueOf(forced, u"fieldManager"_s), u"other"_s);
        QCOMPARE(valueOf(forced, u"force"_s), u"true"_s);
    }

    void appliedBodyIsJsonWithoutWhatTheServerRefuses()
    {
        QCOMPARE(requests::apply(kPools, pool()).body,
            QByteArray(
                R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu","labels":{"a":"b"}},)"
                R"("spec":{"b":1,"a":2}})"));
        QVERIFY(requests::apply(kWorkflows, workflow()).body.contains(R"("namespace":"ns")"));
    }

    void listAsksForPages()
    {
        const ApiRequest first = requests::list(kPools, {}, {.labelSelector = u"a=b"_s});
        QCOMPARE(valueOf(first, u"limit"_s), u"500"_s);
        QCOMPARE(valueOf(first, u"labelSelector"_s), u"a=b"_s);
        QVERIFY(!first.query.hasQueryItem(u"continue"_s));
        const ApiRequest next = requests::list(kPools, {}, {.limit = 10, .continueToken = u"t"_s});
        QCOMPARE(valueOf(next, u"continue"_s), u"t"_s);
        QCOMPARE(valueOf(next, u"limit"_s), u"10"_s);
        QVERIFY(!requests::list(kPools, {}, {.limit = 0}).query.hasQueryItem(u"limit"_s));
    }

    void watchOutlivesTheServersTimeout()
    {
        const ApiRequest watch =
            requests::watch(kPools, {}, {.resourceVersion = u"42"_s, .serverTimeout = std::chrono::seconds(60)});
        QCOMPARE(valueOf(watch, u"watch"_s), u"1"_s);
        QCOMPARE(valueOf(watch, u"allowWatchBookmarks"_s), u"true"_s);
        QCOMPARE(valueOf(watch, u"resourceVersion"_s), u"42"_s);
        QCOMPARE(valueOf(watch, u"timeoutSeconds"_s), u"60"_s);
        QCOMPARE(watch.timeout.count(), 65'000);
    }

    void watchMaySendWhatExists()
    {
        const ApiRequest watch = requests::watch(kPools, {}, {.sendsInitialEvents = true});
        QCOMPARE(valueOf(watch, u"sendInitialEvents"_s), u"true"_s);
        QCOMPARE(valueOf(watch, u"resourceVersionMatch"_s), u"NotOlderThan"_s);
        QVERIFY(!requests::watch(kPools, {}, {}).query.hasQueryItem(u"sendInitialEvents"_s));
    }

    void metadataIsAskedForByType()
    {
        QCOMPARE(requests::forMetadata(requests::list(kPools, {})).accept,
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        QCOMPARE(requests::forMetadata(requests::watch(kPools, {}, {})).accept,
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1");
    }

    void requestsKnowWhatTheyAreAbout()
    {
        const ErrorContext where = requests::apply(kWorkflows, workflow()).where;
        QCOMPARE(where,
            (ErrorContext{
                .verb = u"patch"_s, .resource = u"workflows.argoproj.io"_s, .nameSpace = u"ns"_s, .name = u"w"_s}));
        QCOMPARE(requests::create(kPools, {}, pool()).where.name, u"gpu"_s);
    }

    void aDeletionSaysWhatItMeans()
    {
        const DeletionOptions options{
            .propagation = DeletionPropagation::Foreground, .uid = u"u1"_s, .resourceVersion = u"7"_s, .dryRun = false};
        QCOMPARE(requests::remove(kPools, {}, u"gpu"_s, options).body,
            QByteArray(R"({"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Foreground",)"
                       R"("preconditions":{"uid":"u1","resourceVersion":"7"}})"));
        QCOMPARE(requests::remove(kPools, {}, u"gpu"_s).body, R"({"kind":"DeleteOptions","apiVersion":"v1"})");
    }

    void logsAreAskedForAsWanted()
    {
        const ApiRequest plain = requests::logs(u"ns"_s, u"p"_s);
        QVERIFY(plain.query.isEmpty());
        const ApiRequest wanted = requests::logs(u"ns"_s, u"p"_s,
            {.container = u"main"_s,
                .follow = true,
                .previous = true,
                .timestamps = true,
                .tailLines = 50,
                .since = std::chrono::minutes(2)});
        QCOMPARE(wanted.query.toString(),
            u"container=main&follow=true&previous=true&timestamps=true&tailLines=50&sinceSeconds=120"_s);
        QVERIFY(wanted.timeout > plain.timeout);
    }

    void rawTakesAQuery()
    {
        const ApiRequest request = requests::raw(u"/openapi/v3/apis/karpenter.sh/v1?hash=AB"_s);
        QCOMPARE(request.path, u"/openapi/v3/apis/karpenter.sh/v1"_s);
        QCOMPARE(valueOf(request, u"hash"_s), u"AB"_s);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
