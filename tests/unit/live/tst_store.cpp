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
    QByteArray refusal; ///< what lists get instead, a whole answer

private:
    void answer(const ScriptedRequest& request, QTcpSocket& socket)
    {
        const QUrlQuery query(QString::fromLatin1(request.target.mid(request.target.indexOf('?') + 1)));
        if (query.hasQueryItem(u"watch"_s)) {
            targets.append("watch " + query.queryItemValue(u"resourceVersion"_s).toLatin1());
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
        store.follow(kPools);
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
        store.follow(kPools);
        store.follow(kPools);
        QTRY_VERIFY(store.snapshot()->isComplete(kKind));
        QTRY_VERIFY(server.isWatched());
        QCOMPARE(server.targets.size(), 2);
    }

    void eventsAreBatchedIntoOneDelta()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(50)});
        store.follow(kPools);
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
        store.follow(kPools);
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

    void aVersionThatIsTooOldLeadsToARelistThatIsADelta()
    {
        PoolServer server({page({poolJson("a", "u1", "1"), poolJson("b", "u2", "2")}, "5"),
            page({poolJson("b", "u2", "2"), poolJson("c", "u3", "9")}, "9")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        store.follow(kPools);
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
        store.follow(kPools);
        QTRY_COMPARE(store.kinds().value(kKind).phase, Phase::Unavailable);
        QCOMPARE(store.kinds().value(kKind).error->kind, ErrorKind::Forbidden);
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QCOMPARE(states.size(), 1);
    }

    void unfollowedKindsLeaveTheSnapshot()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        Store store(connection, {.tick = std::chrono::milliseconds(5)});
        store.follow(kPools);
        QTRY_COMPARE(shown(store), u"a@1"_s);
        store.unfollow(kKind);
        QTRY_COMPARE(store.snapshot()->size(), 0);
        QVERIFY(!store.snapshot()->isComplete(kKind));
        QVERIFY(store.kinds().isEmpty());
        QTRY_VERIFY(!server.isWatched());
    }

    void aStoreMayGoAtAnyTime()
    {
        PoolServer server({page({poolJson("a", "u1", "1")}, "5")});
        Connection connection(server.endpoint());
        for (int step = 0; step < 4; ++step) {
            auto store = std::make_unique<Store>(connection, Store::Options{.tick = std::chrono::milliseconds(1)});
            store->follow(kPools);
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
