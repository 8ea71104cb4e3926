// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "freezingrelay.h"
#include "objects.h"
#include "testprint.h"

#include <argosy/live/store.h>

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A connection that a firewall forgot, to a server that is well.
class TestDeadConnection : public ContractTest
{
    Q_OBJECT

    static constexpr auto kPatience = 30s; // of a busy machine
    static constexpr HeartbeatTiming kTiming{500ms, 3s};

    [[nodiscard]] Endpoint through(const test::FreezingRelay& relay)
    {
        Endpoint endpoint = server().connection().endpoint();
        endpoint.server.server = u"https://127.0.0.1:%1"_s.arg(relay.serverPort());
        return endpoint;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Qt warns of each stream that ends with its connection.
        QLoggingCategory::setFilterRules(u"qt.network.http2.warning=false"_s);
    }

    void watchesMoveToANewOne_data()
    {
        QTest::addColumn<QString>("server");
        // Over HTTP/1.1, which the embedded server speaks, each watch has a connection to itself, and that one is dead
        // shows when it stays silent beyond its bookmarks.
        QTest::newRow("real") << u"real"_s;
    }

    void watchesMoveToANewOne()
    {
        const QUrl url(server().connection().endpoint().server.server);
        test::FreezingRelay relay(url.host(), quint16(url.port()));
        Connection connection(through(relay));
        connection.setHeartbeat(kTiming);
        Store store(connection, {.tick = 10ms});
        const ApiResource pools = server().resource(nodePoolKind());
        const Interest interest = store.follow(pools);
        QTRY_COMPARE(store.kinds().value(nodePoolKind()).phase, Store::KindState::Phase::Live);
        const QSignalSpy states(&connection, &Connection::stateChanged);

        relay.freeze();
        QVERIFY_RESULT(apply(pools, nodePool(unique(u"new"_s))));
        const auto& kind = nodePoolKind();
        const ObjectRef added{ClusterId::management(), kind.group, kind.kind, {}, unique(u"new"_s)};
        QTRY_VERIFY_WITH_TIMEOUT(store.snapshot()->find(added), kPatience / 1ms);
        QTRY_COMPARE(store.kinds().value(kind).phase, Store::KindState::Phase::Live);
        QCOMPARE(states.count(), 0); // never lost: the server answered all the time
    }
};

QTEST_GUILESS_MAIN(TestDeadConnection)
#include "tst_deadconnection.moc"
