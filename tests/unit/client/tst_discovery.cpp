// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/discovery.h>

#include "discoverydecode.h"
#include "scriptedserver.h"
#include "testprint.h"

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kAggregated = R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[
  {"metadata":{"name":"karpenter.sh"},"versions":[
    {"version":"v1","freshness":"Current","resources":[
      {"resource":"nodepools","responseKind":{"group":"karpenter.sh","version":"v1","kind":"NodePool"},"scope":"Cluster",
       "singularResource":"nodepool","verbs":["get","list"],"shortNames":["np"],"categories":["karpenter"],
       "subresources":[{"subresource":"scale"},{"subresource":"status"}]}]},
    {"version":"v1beta1","freshness":"Current","resources":[
      {"resource":"nodepools","responseKind":{"group":"","version":"","kind":"NodePool"},"scope":"Cluster"}]}]},
  {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale","resources":[]}]}]})";
constexpr auto kCore = R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[
  {"metadata":{},"versions":[{"version":"v1","resources":[
    {"resource":"secrets","responseKind":{"kind":"Secret"},"scope":"Namespaced","verbs":["get"]}]}]}]})";
constexpr auto kVersions = R"({"kind":"APIVersions","versions":["v1"]})";
constexpr auto kGroups = R"({"kind":"APIGroupList","groups":[{"name":"karpenter.sh",
  "versions":[{"groupVersion":"karpenter.sh/v1beta1"},{"groupVersion":"karpenter.sh/v1"}],
  "preferredVersion":{"groupVersion":"karpenter.sh/v1"}}]})";
constexpr auto kPools = R"({"kind":"APIResourceList","groupVersion":"karpenter.sh/v1","resources":[
  {"name":"nodepools","singularName":"nodepool","namespaced":false,"kind":"NodePool","verbs":["get"],"shortNames":["np"]},
  {"name":"nodepools/status","namespaced":false,"kind":"NodePool","verbs":["get"]},
  {"name":"nodeclaims","namespaced":false,"kind":"NodeClaim","verbs":["get"]}]})";
constexpr auto kSecrets = R"({"kind":"APIResourceList","groupVersion":"v1","resources":[
  {"name":"secrets","namespaced":true,"kind":"Secret","verbs":["get"]}]})";
constexpr auto kVersion = R"({"gitVersion":"v1.33.2"})";

using Answers = QHash<QByteArray, QByteArray>;

/// Answers by path; what it does not know is 404.
ScriptedServer::Handler fixed(const Answers& answers)
{
    return [answers](const ScriptedRequest& request, QTcpSocket& socket) {
        const QByteArray body = answers.value(request.target);
        socket.write(ScriptedServer::answer(body.isEmpty() ? 404 : 200, body.isEmpty() ? "404 page not found" : body));
    };
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

    static std::optional<Result<ServerInfo>> discovered(const ScriptedServer& server)
    {
        Connection connection({.server = {.server = server.url()}});
        Discovery discovery(connection);
        std::optional<Result<ServerInfo>> found;
        discovery.run(&discovery, [&found](const Result<ServerInfo>& info) { found = info; });
        (void)QTest::qWaitFor([&found] { return found.has_value(); }, 20'000);
        return found;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aggregatedFormIsDecoded()
    {
        const auto groups = decodeAggregated(kAggregated);
        QVERIFY_RESULT(groups);
        QCOMPARE(groups->resources.size(), 2);
        const ApiResource& pools = groups->resources.first();
        QCOMPARE(pools,
            (ApiResource{.gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s},
                .plural = u"nodepools"_s,
                .singular = u"nodepool"_s,
                .shortNames = {u"np"_s},
                .categories = {u"karpenter"_s},
                .verbs = {u"get"_s, u"list"_s},
                .namespaced = false,
                .hasStatus = true}));
        QCOMPARE(groups->resources.at(1).gvk.toString(), u"karpenter.sh/v1beta1 NodePool"_s);
        QCOMPARE(groups->warnings.size(), 1);
        QVERIFY(groups->warnings.first().message.english().contains(u"metrics.k8s.io/v1beta1"_s));
    }

    void oldFormIsDecoded()
    {
        const auto paths = decodeVersionPaths(kGroups);
        QVERIFY_RESULT(paths);
        QCOMPARE(*paths, (QStringList{u"/apis/karpenter.sh/v1"_s, u"/apis/karpenter.sh/v1beta1"_s}));
        QCOMPARE(*decodeVersionPaths(kVersions), QStringList{u"/api/v1"_s});
        const auto list = decodeResourceList(kPools);
        QVERIFY_RESULT(list);
        QCOMPARE(list->size(), 2);
        QVERIFY(list->at(0).hasStatus);
        QVERIFY(!list->at(1).hasStatus);
    }

    void otherTextsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("another kind") << QByteArray(R"({"kind":"Status"})");
        QTest::newRow("no object") << QByteArray("[]");
    }

    void otherTextsAreRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(decodeAggregated(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeVersionPaths(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeResourceList(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeServerVersion(body).error().kind, ErrorKind::Protocol);
    }

    void newServersAreAskedThreeTimes()
    {
        ScriptedServer server(fixed({{"/version", kVersion}, {"/api", kCore}, {"/apis", kAggregated}}));
        const auto info = discovered(server);
        QVERIFY(info);
        QVERIFY_RESULT(*info);
        QCOMPARE((*info)->version, u"v1.33.2"_s);
        QCOMPARE((*info)->catalog.resources().size(), 3);
        QCOMPARE((*info)->catalog.resources().first().gvk.kind, u"Secret"_s);
        QCOMPARE((*info)->warnings.size(), 1);
        QCOMPARE(server.requests().size(), 3);
    }

    void oldServersAreAskedGroupByGroup()
    {
        ScriptedServer server(fixed({{"/version", kVersion}, {"/api", kVersions}, {"/apis", kGroups},
            {"/api/v1", kSecrets}, {"/apis/karpenter.sh/v1", kPools}}));
        const auto info = discovered(server);
        QVERIFY(info);
        QVERIFY_RESULT(*info);
        QCOMPARE((*info)->catalog.versions({u"karpenter.sh"_s, u"NodePool"_s}), QStringList{u"v1"_s});
        QVERIFY((*info)->catalog.preferred({{}, u"Secret"_s}));
        // karpenter.sh/v1beta1 does not answer, and the rest is there.
        QCOMPARE((*info)->warnings.size(), 1);
    }

    void aServerWithoutAnyDiscoveryIsAnError()
    {
        ScriptedServer server(fixed({{"/version", kVersion}}));
        const auto info = discovered(server);
        QVERIFY(info);
        QVERIFY(!*info);
        QCOMPARE(info->error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
