// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "testobjects.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <QSignalSpy>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

using Phase = Store::KindState::Phase;

namespace {

const ApiResource kPools{.gvk = kPool, .plural = u"nodepools"_s, .verbs = {u"list"_s, u"watch"_s}};
const GroupKind kKind = kPool.groupKind();
const ApiResource kClasses{.gvk = {u"karpenter.azure.com"_s, u"v1beta1"_s, u"AKSNodeClass"_s},
    .plural = u"aksnodeclasses"_s,
    .verbs = {u"list"_s, u"watch"_s}};

QByteArray page(const QList<QByteArray>& items, const QByteArray& version, const QByteArray& token = {})
{
    return R"({"kind":"NodePoolList","apiVersion":"karpenter.sh/v1","metadata":{"resourceVersion":")" + version
        + R"(","continue":")" + token + R"("},"items":[)" + items.join(",") + "]}";
}

QByteArray watchEvent(const QByteArray& type, const QByteArray& object)
{
    return ScriptedServer::chunk(R"({"type":")" + type + R"(","object":)" + object + "}\n");
}

/// A server with one kind. Lists come from a script, the last one for ever; watches stay open for the test to write to.
class PoolServer
{
public:
    explicit PoolServer(QList<QByteArray> lists)
        : m_lists(std::move(lists))
        , m_server([this](const ScriptedRequest& request, QTcpSocket& socket) { answer(request, socket); })
    { }

    ScriptedServer& operator*() { return m_server; }
    ScriptedServer* operator->() { return &m_server; }
    [[nodiscard]] Endpoint endpoint() const { return {.server = {.server = m_server.url()}}; }
    void send(const QByteArray& bytes)
    {
        if (m_watch)
            m_watch->write(bytes);
    }
    void cut()
    {
        if (m_watch)
            m_watch->abort();
    }
    [[nodiscard]] bool isWatched() const { return m_watch && m_watch->state() == QAbstractSocket::ConnectedState; }

    QList<QByteArray> targets; ///< "list TOKEN" and "watch VERSION"
    QByteArrayList accepted; ///< the Accept header of each request
    QByteArray refusal; ///< what lists get instead, a whole answer
    bool refusesInitialEvents = false;

private:
    void answer(const ScriptedRequest& request, QTcpSocket& socket)
    {
        accepted.append(request.headers.value("accept"));
        const QUrlQuery query(QString::fromLatin1(request.target.mid(request.target.indexOf('?') + 1)));
        if (query.hasQueryItem(u"watch"_s)) {
            targets.append("watch " + query.queryItemValue(u"resourceVersion"_s).toLatin1());
            if (refusesInitialEvents && query.hasQueryItem(u"sendInitialEvents"_s)) {
                socket.write(ScriptedServer::answer(422, R"({"kind":"Status","code":422,"reason":"Invalid"})"));
                return;
            }
            m_watch = &socket;
            socket.write(ScriptedServer::streamHead());
            return;
        }
        targets.append("list " + query.queryItemValue(u"continue"_s).toLatin1());
        socket.write(refusal.isEmpty()
                ? ScriptedServer::answer(200, m_lists.size() > 1 ? m_lists.takeFirst() : m_lists.first())
                : refusal);
    }

    QList<QByteArray> m_lists;
    QPointer<QTcpSocket> m_watch;
    ScriptedServer m_server;
};

QString shown(const Store& store)
{
    return printed(store.snapshot()->ofKind(kKind));
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void pagesAreShownAtOnceAndWatchedFrom()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5", "t"), page({poolJson("b", "u2", "2")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        QSignalSpy deltas(&store, &Store::changed);
        const Interest interest = store.follow(kPools);
        QCOMPARE(store.kinds().value(kKind).phase, Phase::Listing);
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Live);
        QVERIFY(store.snapshot()->isComplete(kKind));
        QCOMPARE(shown(store), u"a@1 b@2"_s);
        QCOMPARE(deltas.size(), 1);
        QTRY_COMPARE(server.targets, (QList<QByteArray>{"list ", "list t", "watch 5"}));
    }

    void anEmptyKindIsCompleteToo()
    {
        PoolServer server({page({}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {});
        const Interest interest = store.follow(kPools);
        QTRY_VERIFY(store.snapshot()->isComplete(kKind));
        QTRY_VERIFY(server.isWatched());
        QCOMPARE(server.targets.size(), 2);
    }

    void eventsAreBatchedIntoOneDelta()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(50)});
        const Interest interest = store.follow(kPools);
        QTRY_VERIFY(server.isWatched());
        QTRY_COMPARE(shown(store), u"a@1"_s);
        QSignalSpy deltas(&store, &Store::changed);
        server.send(watchEvent("ADDED", poolJson("b", "u2", "6")) + watchEvent("MODIFIED", poolJson("a", "u1", "7"))
            + watchEvent("MODIFIED", poolJson("a", "u1", "8")) + watchEvent("DELETED", poolJson("b", "u2", "9"))
            + watchEvent("ADDED", poolJson("c", "u3", "10")));
        QTRY_COMPARE(shown(store), u"a@8 c@10"_s);
        QCOMPARE(deltas.size(), 1);
        const auto delta = deltas.first().first().value<Delta>();
        QCOMPARE(printed(delta.added), u"c@10"_s);
        QCOMPARE(printed(delta.updated), u"a@8"_s);
        QVERIFY(delta.removed.isEmpty());
    }

    void aCutWatchGoesOnWhereItWas()
    {
        PoolServer server({page({}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest interest = store.follow(kPools);
        QTRY_VERIFY(server.isWatched());
        server.send(watchEvent("ADDED", poolJson("a", "u1", "6"))
            + watchEvent("BOOKMARK", R"({"kind":"NodePool","metadata":{"resourceVersion":"44"}})"));
        QTRY_COMPARE(shown(store), u"a@6"_s);
        server.cut();
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Waiting);
        QVERIFY(store.snapshot()->isComplete(kKind));
        QTRY_COMPARE(server.targets, (QList<QByteArray>{"list ", "watch 5", "watch 44"}));
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Live);
        QVERIFY(!store.kinds().value(kKind).error);
    }

    void aWatchThatSaysNothingIsDoubted()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5"), page({poolJson("b", "u2", "2")}, "3")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5), .silenceAlone = std::chrono::milliseconds(200)});
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(shown(store), u"b@2"_s);
        QCOMPARE(server.targets.first(3), (QList<QByteArray>{"list ", "watch 5", "list "}));
        QCOMPARE(store.kinds().value(kKind).phase, Phase::Live);
        server.send(watchEvent("ADDED", poolJson("c", "u3", "9")));
        QTRY_COMPARE(shown(store), u"b@2 c@9"_s);
        QTRY_VERIFY(server.targets.endsWith("watch 9"));
    }

    void aVersionThatIsTooOldLeadsToARelistThatIsADelta()
    {
        PoolServer server({page({poolJson("a", "u1", "1"), poolJson("b", "u2", "2")}, "5"),
            page({poolJson("b", "u2", "2"), poolJson("c", "u3", "9")}, "9")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(shown(store), u"a@1 b@2"_s);
        QTRY_VERIFY(server.isWatched());
        QSignalSpy deltas(&store, &Store::changed);
        server.send(watchEvent("ERROR", R"({"kind":"Status","code":410,"reason":"Expired","message":"too old"})"));
        QTRY_COMPARE(shown(store), u"b@2 c@9"_s);
        QCOMPARE(deltas.size(), 1);
        const auto delta = deltas.first().first().value<Delta>();
        QCOMPARE(printed(delta.added), u"c@9"_s);
        QCOMPARE(printed(delta.removed), u"a@1"_s);
        QVERIFY(delta.updated.isEmpty());
        QTRY_COMPARE(server.targets, (QList<QByteArray>{"list ", "watch 5", "list ", "watch 9"}));
    }

    void kindsThatMayNotBeListedAreUnavailable()
    {
        PoolServer server({page({}, "5")});
        server.refusal = ScriptedServer::answer(403, R"({"kind":"Status","reason":"Forbidden","message":"no"})");
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        QSignalSpy states(&store, &Store::kindStateChanged);
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Unavailable);
        QCOMPARE(store.kinds().value(kKind).error->kind, ErrorKind::Forbidden);
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QCOMPARE(states.size(), 1);
    }

    void whatWasRefusedIsAskedForWithNewCredentials_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isOtherUser");
        QTest::newRow("not signed in, now another user") << 401 << true;
        QTest::newRow("not signed in, now tried again") << 401 << false;
        QTest::newRow("without the right, now another user") << 403 << true;
    }

    void whatWasRefusedIsAskedForWithNewCredentials()
    {
        QFETCH(int, code);
        QFETCH(bool, isOtherUser);
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        server.refusal = ScriptedServer::answer(code, "{}");
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(store.kinds().value(kKind).phase, code == 401 ? Phase::Waiting : Phase::Unavailable);
        server.refusal.clear();
        if (isOtherUser)
            connection.setUser({.token = Secret("other")});
        else
            connection.retrySignIn();
        QTRY_COMPARE(shown(store), u"a@1"_s);
    }

    void whatWasRefusedIsNotAskedForAgainAtOnce()
    {
        PoolServer server({page({}, "5")});
        server.refusal = ScriptedServer::answer(401, "{}");
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Waiting);
        bool answered = false;
        const RequestHandle handle =
            connection.send(requests::raw(u"/"_s), this, [&answered](const Result<ApiResponse>&) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(server.targets.size(), 2);
    }

    void aKindIsFollowedAsLongAsSomebodyLooks()
    {
        PoolServer server({page({}, "5"), page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5), .linger = std::chrono::milliseconds(10)});
        Interest classes = store.follow(kClasses);
        QTRY_VERIFY(server.isWatched());
        {
            const Interest one = store.follow(kPools);
            {
                const Interest another = store.follow(kPools);
                QTRY_COMPARE(shown(store), u"a@1"_s);
                QTRY_COMPARE(server.targets.size(), 4);
            }
            classes = {};
            QTRY_VERIFY(!store.kinds().contains(kClasses.gvk.groupKind())); // what was let go later has gone
            QVERIFY(store.kinds().contains(kKind));
            QVERIFY(server.isWatched());
            QCOMPARE(server.targets.size(), 4);
        }
        QTRY_COMPARE(store.snapshot()->size(), 0);
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QVERIFY(store.kinds().isEmpty());
        QTRY_VERIFY(!server.isWatched());
    }

    void whoComesBackSoonFindsAllAsItWas()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        Interest interest = store.follow(kPools);
        QTRY_COMPARE(shown(store), u"a@1"_s);
        interest = Interest();
        interest = store.follow(kPools);
        QCOMPARE(shown(store), u"a@1"_s);
        QTRY_VERIFY(server.isWatched());
        QCOMPARE(server.targets.size(), 2);
    }

    void whoWantsAllGetsItAfterMetadata()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest metadata = store.follow(kPools, ObjectDetail::Metadata);
        QTRY_COMPARE(shown(store), u"a@1"_s);
        QVERIFY(server.accepted.first().contains("as=PartialObjectMetadataList"));
        QVERIFY(store.snapshot()->all().first()->json().isEmpty());
        const Interest all = store.follow(kPools);
        QTRY_COMPARE(server.targets.size(), 4);
        QCOMPARE(shown(store), u"a@1"_s);
        QTRY_VERIFY(!server.accepted.last().contains("as="));
        QTRY_VERIFY(!store.snapshot()->all().first()->json().isEmpty());
    }

    void whatExistsMayComeAsEvents()
    {
        PoolServer server({page({}, "5")});
        Endpoint endpoint = server.endpoint();
        endpoint.server.disableCompression = true;
        Connection connection(endpoint);
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        QSignalSpy deltas(&store, &Store::changed);
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(connection.state(), Connection::State::Connected);
        const QDateTime opened = QDateTime::currentDateTimeUtc();
        QTRY_COMPARE_GT(QDateTime::currentDateTimeUtc(), opened);
        server.send(watchEvent("ADDED", poolJson("a", "u1", "1")) + watchEvent("ADDED", poolJson("b", "u2", "2"))
            + watchEvent("MODIFIED", poolJson("a", "u1", "7")) + watchEvent("DELETED", poolJson("b", "u2", "8")));
        QTRY_COMPARE_GT(connection.lastHeard(), opened); // what has come is not shown before it is whole
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QCOMPARE(deltas.size(), 0);
        server.send(watchEvent("BOOKMARK",
                        R"({"metadata":{"resourceVersion":"9","annotations":{"k8s.io/initial-events-end":"true"}}})")
            + watchEvent("ADDED", poolJson("c", "u3", "10")));
        QTRY_COMPARE(shown(store), u"a@7 c@10"_s);
        QCOMPARE(deltas.size(), 1);
        QVERIFY(store.snapshot()->isComplete(kKind));
        QCOMPARE(store.kinds().value(kKind).phase, Phase::Live);
        server.cut();
        QTRY_COMPARE(server.targets, (QList<QByteArray>{"watch ", "watch 10"}));
    }

    void aServerThatSendsNoInitialEventsIsListed()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        server.refusesInitialEvents = true;
        Endpoint endpoint = server.endpoint();
        endpoint.server.disableCompression = true;
        Connection connection(endpoint);
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const Interest interest = store.follow(kPools);
        QTRY_COMPARE(shown(store), u"a@1"_s);
        QTRY_COMPARE(server.targets, (QList<QByteArray>{"watch ", "list ", "watch 5"}));
    }

    void aLostServerIsSaidSinceItWasHeard()
    {
        PoolServer server({page({}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        const QSignalSpy said(&store, &Store::disconnectedChanged);
        const Interest interest = store.follow(kPools);
        QTRY_VERIFY(server.isWatched());
        QVERIFY(!store.disconnectedSince().isValid());
        const QDateTime heard = connection.lastHeard();
        connection.noticeSleep();
        QCOMPARE(store.disconnectedSince(), heard);
        QTRY_VERIFY(!store.disconnectedSince().isValid()); // the watch is resumed by itself
        QCOMPARE(said.size(), 2);
    }

    void aStoreMayGoAtAnyTime()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        for (int step = 0; step < 4; ++step) {
            auto store = std::make_unique<Store>(connection, Store::Options{.tick = std::chrono::milliseconds(1)});
            const Interest interest = store->follow(kPools);
            const qsizetype asked = server.targets.size();
            if (step > 0)
                QTRY_COMPARE_GE(server.targets.size(), asked + std::min(step, 2));
            if (step == 3)
                server.send(watchEvent("ADDED", poolJson("b", "u2", "6")));
            store.reset();
        }
        // Whatever was on its way arrives nowhere.
        bool answered = false;
        const RequestHandle handle =
            connection.send(requests::raw(u"/"_s), this, [&answered](const Result<ApiResponse>&) { answered = true; });
        QTRY_VERIFY(answered);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
