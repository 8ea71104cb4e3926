// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"
#include "testprint.h"

#include <argosy/client/servererrors.h>
#include <argosy/kube/object.h>

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

using namespace argosy;
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

class TestClientContract : public ContractTest
{
    Q_OBJECT

    Result<ApiResponse> ask(const ApiRequest& request) { return server().ask(request); }
    ApiResource nodePools() const { return server().resource(nodePoolKind()); }

    /// What somebody else's connection is answered.
    Result<ApiResponse> listed(Connection& connection)
    {
        std::optional<Result<ApiResponse>> answer;
        const RequestHandle handle = connection.send(
            requests::list(nodePools(), {}), this, [&answer](const Result<ApiResponse>& got) { answer = got; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
        return answer.value_or(fail(ErrorKind::Timeout, message("test", "No answer.")));
    }

private Q_SLOTS:
    void discoveryFindsWhatIsServed_data() { ServerUnderTest::addRows(); }
    void discoveryFindsWhatIsServed()
    {
        const ServerInfo& info = server().info();
        QVERIFY2(info.version.startsWith(u'v'), qPrintable(info.version));
        const auto pools = info.catalog.findByName(u"nodepools.karpenter.sh"_s);
        QVERIFY(pools);
        QVERIFY(!pools->namespaced);
        QVERIFY(pools->hasStatus);
        QCOMPARE(pools->path({}, u"a"_s), u"/apis/karpenter.sh/v1/nodepools/a"_s);
        const auto secrets = info.catalog.preferred({{}, u"Secret"_s});
        QVERIFY(secrets);
        QVERIFY(secrets->namespaced);
        QCOMPARE(secrets->path(u"n"_s), u"/api/v1/namespaces/n/secrets"_s);
        QVERIFY(info.warnings.isEmpty());
        QCOMPARE(server().connection().state(), Connection::State::Connected);
    }

    void aDryRunChangesNothing_data() { ServerUnderTest::addRows(); }
    void aDryRunChangesNothing()
    {
        const QString name = unique(u"dry"_s);
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

    void applyingCreatesThenChangesNothing_data() { ServerUnderTest::addRows(); }
    void applyingCreatesThenChangesNothing()
    {
        const QString name = unique(u"apply"_s);
        const auto created = apply(nodePools(), nodePool(name));
        QVERIFY_RESULT(created);
        QCOMPARE(created->code, 201);
        const auto again = apply(nodePools(), nodePool(name));
        QVERIFY_RESULT(again);
        QCOMPARE(again->code, 200);
        const auto before = Object::decode({}, created->body);
        const auto after = Object::decode({}, again->body);
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(after);
        QCOMPARE((*after)->resourceVersion(), (*before)->resourceVersion());
    }

    void anotherManagersFieldIsAConflictUntilForced_data() { ServerUnderTest::addRows(); }
    void anotherManagersFieldIsAConflictUntilForced()
    {
        Json pool = nodePool(unique(u"conflict"_s));
        QVERIFY_RESULT(apply(nodePools(), pool));
        pool["spec"]["limits"]["cpu"] = "200";
        const auto refused = apply(nodePools(), pool, {.fieldManager = u"other"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(pointers(refused.error()), QStringList{u"/spec/limits/cpu server/conflict"_s});
        QVERIFY2(problemsFrom(refused.error()).constFirst().message.english().contains(u"“argosy”"_s),
            qPrintable(problemsFrom(refused.error()).constFirst().message.english()));
        QVERIFY_RESULT(apply(nodePools(), pool, {.fieldManager = u"other"_s, .force = true}));
    }

    void fieldErrorsHavePlaces_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<bool>("create");
        QTest::addColumn<QStringList>("expected");
        const QByteArray klass =
            R"("nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"heron"})";
        const QByteArray unknown = R"({"x":1,"template":{"spec":{"requirements":[],)" + klass + "}}}";
        // On different levels: which fields of one level a server still looks at after an unknown one is chance.
        const QByteArray several = R"({"disruption":{"x":1},"template":{"spec":{"requirements":"foo",)" + klass + "}}}";
        const QByteArray wrong = R"({"disruption":{"consolidateAfter":"soon"},"template":{"spec":{"requirements":[],
            "nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass"}}}})";
        const QStringList atX{u"/spec/x server/unknown-field"_s};
        for (const QString& server : ServerUnderTest::names()) {
            const QByteArray name = server.toLatin1();
            QTest::addRow("%s: apply, unknown field", name.constData()) << server << unknown << false << atX;
            QTest::addRow("%s: create, unknown field", name.constData()) << server << unknown << true << atX;
            QTest::addRow("%s: apply, several", name.constData())
                << server << several << false
                << QStringList{u"/spec/disruption/x server/unknown-field"_s,
                       u"/spec/template/spec/requirements server/invalid"_s};
            QTest::addRow("%s: apply, wrong values", name.constData())
                << server << wrong << false
                << QStringList{u"/spec/disruption/consolidateAfter server/invalid"_s,
                       u"/spec/template/spec/nodeClassRef/name server/required"_s};
        }
    }

    void fieldErrorsHavePlaces()
    {
        QFETCH(QByteArray, spec);
        QFETCH(bool, create);
        Json pool = nodePool(unique(u"invalid"_s));
        pool["spec"] = *parseJson(spec);
        const auto answer = ask(create ? requests::create(nodePools(), {}, pool, {.dryRun = true})
                                       : requests::apply(nodePools(), pool, {.dryRun = true}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Invalid);
        QTEST(pointers(answer.error()), "expected");
    }

    void existingObjectsAreNotCreatedAgain_data() { ServerUnderTest::addRows(); }
    void existingObjectsAreNotCreatedAgain()
    {
        const Json pool = nodePool(unique(u"twice"_s));
        QVERIFY_RESULT(apply(nodePools(), pool));
        const auto again = ask(requests::create(nodePools(), {}, pool));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QVERIFY(again.error().message.english().contains(u"exists already"_s));
    }

    void kindsThatAreNotServedAreSaidToBeSo_data() { ServerUnderTest::addRows(); }
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

    void listsComeInPages_data() { ServerUnderTest::addRows(); }
    void listsComeInPages()
    {
        Json pool;
        for (const QString& stem : {u"p1"_s, u"p2"_s, u"p3"_s}) {
            pool = nodePool(unique(stem));
            pool["metadata"]["labels"]["contract"] = unique(u"pages"_s).toStdString();
            QVERIFY_RESULT(apply(nodePools(), pool));
        }
        ListOptions options{.labelSelector = "contract="_L1 + unique(u"pages"_s), .limit = 2};
        QStringList names;
        int pages = 0;
        do {
            const auto answer = ask(requests::list(nodePools(), {}, options));
            QVERIFY_RESULT(answer);
            const auto page = decodeList({}, answer->body, nodePools().gvk);
            QVERIFY_RESULT(page);
            for (const ObjectPtr& object : page->items)
                names.append(object->ref().name);
            options.continueToken = page->position.continueToken;
            ++pages;
        } while (!options.continueToken.isEmpty());
        QCOMPARE(names, (QStringList{unique(u"p1"_s), unique(u"p2"_s), unique(u"p3"_s)}));
        QCOMPARE(pages, 2);
    }

    void mergePatchesAndDeletes_data() { ServerUnderTest::addRows(); }
    void mergePatchesAndDeletes()
    {
        const QString name = unique(u"patch"_s);
        QVERIFY_RESULT(apply(nodePools(), nodePool(name)));
        const auto patched =
            ask(requests::mergePatch(nodePools(), {}, name, *parseJson(R"({"spec":{"limits":{"cpu":"7"}}})")));
        QVERIFY_RESULT(patched);
        const auto object = Object::decode({}, patched->body);
        QVERIFY_RESULT(object);
        QCOMPARE(textAt((*object)->body(), "/spec/limits/cpu"), u"7"_s);
        QVERIFY_RESULT(ask(requests::remove(nodePools(), {}, name, {.dryRun = true})));
        QVERIFY_RESULT(ask(requests::get(nodePools(), {}, name)));
        QVERIFY_RESULT(ask(requests::remove(nodePools(), {}, name)));
        QVERIFY(!ask(requests::get(nodePools(), {}, name)));
    }

    void tokensOfTheServerCount_data() { ServerUnderTest::addRows(); }
    void tokensOfTheServerCount()
    {
        Kubeconfig config = server().kubeconfig();
        if (!server().isEmbedded()) {
            const QString file = QFileInfo(config.files.constFirst()).dir().filePath(u"token.kubeconfig"_s);
            if (!QFileInfo::exists(file))
                QSKIP("this server has no such identity");
            const auto loaded = loadKubeconfig(file);
            QVERIFY_RESULT(loaded);
            config = *loaded;
        }
        const auto endpoint = endpointFor(config, {}, ClusterId::management());
        QVERIFY_RESULT(endpoint);
        QVERIFY(!endpoint->user.token.isEmpty());
        Connection connection(*endpoint);
        QVERIFY_RESULT(listed(connection));
    }

    void otherTokensAreRefused_data() { ServerUnderTest::addRows(); }
    void otherTokensAreRefused()
    {
        auto endpoint = endpointFor(server().kubeconfig(), {}, ClusterId::management());
        QVERIFY_RESULT(endpoint);
        endpoint->user = {.token = Secret("nobody")};
        Connection connection(*endpoint);
        const auto answer = listed(connection);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(connection.state(), Connection::State::Refused);
    }
};

QTEST_GUILESS_MAIN(TestClientContract)
#include "tst_clientcontract.moc"
