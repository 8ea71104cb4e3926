// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventdecode.h"
#include "testobjects.h"
#include "testprint.h"

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray watchEvent(const QByteArray& type, const QByteArray& object)
{
    return R"({"type":")" + type + R"(","object":)" + object + "}";
}

DecodedEvents decoded(const QList<QByteArray>& lines)
{
    return decodeEvents(ClusterId::management(), kPool, lines);
}

} // namespace

class TestEventDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsKeepTheirOrder()
    {
        const DecodedEvents events = decoded({watchEvent("ADDED", poolJson("a", "u1", "5")),
            watchEvent("MODIFIED", poolJson("a", "u1", "6")), watchEvent("DELETED", poolJson("a", "u1", "7"))});
        QCOMPARE(events.changes.size(), 3);
        QVERIFY(!events.changes.at(1).removed);
        QVERIFY(events.changes.at(2).removed);
        QCOMPARE(events.resourceVersion, u"7"_s);
        QVERIFY(events.broken.isEmpty());
        QVERIFY(!events.error);
    }

    void theOrderOfAnEventsKeysDoesNotMatter()
    {
        const DecodedEvents events = decoded({R"({"object":)" + poolJson("a", "u1", "5") + R"(,"type":"ADDED"})"});
        QCOMPARE(events.changes.size(), 1);
    }

    void bookmarksOnlyMoveTheVersion()
    {
        const DecodedEvents events =
            decoded({watchEvent("BOOKMARK", R"({"kind":"NodePool","metadata":{"resourceVersion":"99"}})")});
        QVERIFY(events.changes.isEmpty());
        QCOMPARE(events.resourceVersion, u"99"_s);
    }

    void anErrorEventEndsTheBatch()
    {
        const DecodedEvents events = decoded({watchEvent("ADDED", poolJson("a", "u1", "5")),
            watchEvent("ERROR", R"({"kind":"Status","code":410,"reason":"Expired","message":"too old"})"),
            watchEvent("ADDED", poolJson("b", "u2", "6"))});
        QCOMPARE(events.changes.size(), 1);
        QVERIFY(events.error);
        QCOMPARE(events.error->code, 410);
        QCOMPARE(events.error->reason, u"Expired"_s);
    }

    void aLineThatIsNoEventEndsTheBatch_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("no object") << QByteArray(R"({"type":"ADDED"})");
        QTest::newRow("object is a text") << watchEvent("ADDED", R"("x")");
        QTest::newRow("cut") << watchEvent("ADDED", poolJson("a", "u1", "5")).chopped(9);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a number") << QByteArray("1");
    }

    void aLineThatIsNoEventEndsTheBatch()
    {
        QFETCH(QByteArray, line);
        const DecodedEvents events = decoded(
            {watchEvent("ADDED", poolJson("a", "u1", "5")), line, watchEvent("ADDED", poolJson("b", "u2", "6"))});
        QVERIFY(events.garbled);
        QCOMPARE(events.garbled->kind, ErrorKind::Protocol);
        QCOMPARE(events.changes.size(), 1);
        QCOMPARE(events.resourceVersion, u"5"_s);
    }

    void aBrokenObjectDoesNotLoseTheRest()
    {
        const DecodedEvents events =
            decoded({watchEvent("ADDED", R"({"metadata":{}})"), watchEvent("ADDED", poolJson("b", "u2", "6"))});
        QVERIFY(!events.garbled);
        QCOMPARE(events.broken.size(), 1);
        QCOMPARE(events.changes.size(), 1);
        QCOMPARE(events.resourceVersion, u"6"_s);
    }
};

QTEST_GUILESS_MAIN(TestEventDecode)
#include "tst_eventdecode.moc"
