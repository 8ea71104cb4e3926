// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver.h"
#include "testprint.h"

#include <argosy/client/servererrors.h>
#include <argosy/kube/object.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

QStringList pointers(const Error& error)
{
    QStringList found;
    for (const Problem& problem : problemsFrom(error))
        found.append(problem.path.toPointer() + u' ' + problem.rule);
    found.sort();
    return found;
}

} // namespace

class TestClientContract : public QObject
{
    Q_OBJECT

    std::unique_ptr<ApiServer> m_server;

    Result<ApiResponse> ask(const ApiRequest& request) { return m_server->ask(request); }

private Q_SLOTS:
    void initTestCase()
    {
        if (ApiServer::absence())
            QSKIP(ApiServer::absence());
        QVERIFY_RESULT(ApiServer::endpoint());
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_server = std::make_unique<ApiServer>();
    }
    void cleanup() { m_server.reset(); }

    void discoveryFindsWhatIsServed()
    {
        const auto info = m_server->discover();
        QVERIFY_RESULT(info);
        QVERIFY2(info->version.startsWith(u'v'), qPrintable(info->version));
        const auto pools = info->catalog.findByName(u"nodepools.karpenter.sh"_s);
        QVERIFY(pools);
        QVERIFY(!pools->namespaced);
        QVERIFY(pools->hasStatus);
        QCOMPARE(pools->path({}, u"a"_s), u"/apis/karpenter.sh/v1/nodepools/a"_s);
        const auto secrets = info->catalog.preferred({{}, u"Secret"_s});
        QVERIFY(secrets);
        QVERIFY(secrets->namespaced);
        QCOMPARE(secrets->path(u"n"_s), u"/api/v1/namespaces/n/secrets"_s);
        QVERIFY(info->warnings.isEmpty());
        QCOMPARE(m_server->connection().state(), Connection::State::Connected);
    }

    void aDryRunChangesNothing()
    {
        const QString name = m_server->unique(u"dry"_s);
        const auto rehearsed = ask(requests::apply(nodePools(), nodePool(name), {.dryRun = true}));
        QVERIFY_RESULT(rehearsed);
        const auto object = Object::decode({}, rehearsed->body);
        QVERIFY_RESULT(object);
        QCOMPARE((*object)->ref().name, name);
        const auto read = ask(requests::get(nodePools(), {}, name));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::NotFound);
        QCOMPARE(read.error().message.english(), QString("nodepools.karpenter.sh/"_L1 + name + " does not exist."_L1));
    }

    void applyingCreatesThenChangesNothing()
    {
        const QString name = m_server->unique(u"apply"_s);
        const auto created = m_server->apply(nodePools(), nodePool(name));
        QVERIFY_RESULT(created);
        QCOMPARE(created->code, 201);
        const auto again = m_server->apply(nodePools(), nodePool(name));
        QVERIFY_RESULT(again);
        QCOMPARE(again->code, 200);
        const auto before = Object::decode({}, created->body);
        const auto after = Object::decode({}, again->body);
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(after);
        QCOMPARE((*after)->resourceVersion(), (*before)->resourceVersion());
    }

    void anotherManagersFieldIsAConflictUntilForced()
    {
        Json pool = nodePool(m_server->unique(u"conflict"_s));
        QVERIFY_RESULT(m_server->apply(nodePools(), pool));
        pool["spec"]["limits"]["cpu"] = "200";
        const auto refused = m_server->apply(nodePools(), pool, {.fieldManager = u"other"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(pointers(refused.error()), QStringList{u"/spec/limits/cpu server/conflict"_s});
        QVERIFY2(problemsFrom(refused.error()).first().message.english().contains(u"“argosy”"_s),
            qPrintable(problemsFrom(refused.error()).first().message.english()));
        QVERIFY_RESULT(m_server->apply(nodePools(), pool, {.fieldManager = u"other"_s, .force = true}));
    }

    void fieldErrorsHavePlaces_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("create");
        QTest::addColumn<QStringList>("expected");
        const QByteArray klass =
            R"("nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"heron"})";
        const QByteArray unknown = R"({"x":1,"template":{"spec":{"requirements":[],)" + klass + "}}}";
        QTest::newRow("apply, unknown field") << unknown << false << QStringList{u"/spec/x server/unknown-field"_s};
        QTest::newRow("create, unknown field") << unknown << true << QStringList{u"/spec/x server/unknown-field"_s};
        QTest::newRow("apply, several") << QByteArray(R"({"x":1,"template":{"spec":{"requirements":"foo",)" + klass
            + "}}}") << false
                                        << QStringList{u"/spec/template/spec/requirements server/invalid"_s,
                                               u"/spec/x server/unknown-field"_s};
        QTest::newRow("apply, wrong values")
            << QByteArray(R"({"disruption":{"consolidateAfter":"soon"},"template":{"spec":{"requirements":[],
                "nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass"}}}})")
            << false
            << QStringList{u"/spec/disruption/consolidateAfter server/invalid"_s,
                   u"/spec/template/spec/nodeClassRef/name server/required"_s};
    }

    void fieldErrorsHavePlaces()
    {
        QFETCH(QByteArray, spec);
        QFETCH(bool, create);
        Json pool = nodePool(m_server->unique(u"invalid"_s));
        pool["spec"] = *parseJson(spec);
        const auto answer = ask(create ? requests::create(nodePools(), {}, pool, true)
                                       : requests::apply(nodePools(), pool, {.dryRun = true}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Invalid);
        QTEST(pointers(answer.error()), "expected");
    }

    void existingObjectsAreNotCreatedAgain()
    {
        const Json pool = nodePool(m_server->unique(u"twice"_s));
        QVERIFY_RESULT(m_server->apply(nodePools(), pool));
        const auto again = ask(requests::create(nodePools(), {}, pool));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QVERIFY(again.error().message.english().contains(u"exists already"_s));
    }

    void kindsThatAreNotServedAreSaidToBeSo()
    {
        ApiResource birds = nodePools();
        birds.gvk = {u"birds.example"_s, u"v1"_s, u"Bird"_s};
        birds.plural = u"birds"_s;
        const auto answer = ask(requests::list(birds, {}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::NotFound);
        QVERIFY(answer.error().message.english().contains(u"does not serve birds.birds.example"_s));
    }

    void listsComeInPages()
    {
        Json pool;
        for (const QString& stem : {u"p1"_s, u"p2"_s, u"p3"_s}) {
            pool = nodePool(m_server->unique(stem));
            pool["metadata"]["labels"]["contract"] = m_server->unique(u"pages"_s).toStdString();
            QVERIFY_RESULT(m_server->apply(nodePools(), pool));
        }
        ListOptions options{.labelSelector = "contract="_L1 + m_server->unique(u"pages"_s), .limit = 2};
        QStringList names;
        int pages = 0;
        do {
            const auto answer = ask(requests::list(nodePools(), {}, options));
            QVERIFY_RESULT(answer);
            const auto page = decodeList({}, answer->body, nodePools().gvk);
            QVERIFY_RESULT(page);
            for (const ObjectPtr& object : page->items)
                names.append(object->ref().name);
            options.continueToken = page->continueToken;
            ++pages;
        } while (!options.continueToken.isEmpty());
        QCOMPARE(names, (QStringList{m_server->unique(u"p1"_s), m_server->unique(u"p2"_s), m_server->unique(u"p3"_s)}));
        QCOMPARE(pages, 2);
    }

    void mergePatchesAndDeletes()
    {
        const QString name = m_server->unique(u"patch"_s);
        QVERIFY_RESULT(m_server->apply(nodePools(), nodePool(name)));
        const auto patched =
            ask(requests::mergePatch(nodePools(), {}, name, *parseJson(R"({"spec":{"limits":{"cpu":"7"}}})")));
        QVERIFY_RESULT(patched);
        const auto object = Object::decode({}, patched->body);
        QVERIFY_RESULT(object);
        QCOMPARE(textAt((*object)->body(), "/spec/limits/cpu"), u"7"_s);
        QVERIFY_RESULT(ask(requests::remove(nodePools(), {}, name, true)));
        QVERIFY_RESULT(ask(requests::get(nodePools(), {}, name)));
        QVERIFY_RESULT(ask(requests::remove(nodePools(), {}, name)));
        QVERIFY(!ask(requests::get(nodePools(), {}, name)));
    }

    void identitiesCount_data()
    {
        QTest::addColumn<QString>("kubeconfig");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("bearer token") << u"token.kubeconfig"_s << true;
        QTest::newRow("unknown token") << u"nobody.kubeconfig"_s << false;
    }

    void identitiesCount()
    {
        QFETCH(QString, kubeconfig);
        QFETCH(bool, accepted);
        const auto endpoint = ApiServer::endpoint(kubeconfig);
        if (!endpoint && endpoint.error().kind == ErrorKind::Io)
            QSKIP("this server has no such identity");
        QVERIFY_RESULT(endpoint);
        Connection connection(*endpoint);
        std::optional<Result<ApiResponse>> answer;
        const RequestHandle handle = connection.send(
            requests::list(nodePools(), {}), this, [&answer](const Result<ApiResponse>& got) { answer = got; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->has_value(), accepted);
        if (!accepted) {
            QCOMPARE(answer->error().kind, ErrorKind::Unauthenticated);
            QCOMPARE(connection.state(), Connection::State::Refused);
        }
    }
};

QTEST_GUILESS_MAIN(TestClientContract)
#include "tst_clientcontract.moc"
