// SPDX-License-Identifier: GPL-3.0-or-later
#include "apifixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;

namespace {

const auto kPools = u"/apis/karpenter.sh/v1/nodepools"_s;
constexpr auto kMerge = "application/merge-patch+json";

QString shown(const QList<Json>& events)
{
    QStringList parts;
    for (const Json& event : events)
        parts.append(textAt(event, "/type") % u' ' % textAt(event, "/object/metadata/name"));
    return parts.join(u", "_s).trimmed();
}

} // namespace

class TestWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_api = std::make_unique<ApiFixture>();
        m_api->send("POST", kPools, ApiFixture::pool("a"));
    }

    void startsWithWhatThereIs()
    {
        const auto next = m_api->watch(kPools + u"?watch=1");
        QCOMPARE(shown(next()), u"ADDED a"_s);
        m_api->send("POST", kPools, ApiFixture::pool("b"));
        m_api->send("DELETE", kPools + u"/a");
        QCOMPARE(shown(next()), u"ADDED b, DELETED a"_s);
    }

    void resumesAfterARevision()
    {
        const QString from = QString::number(m_api->storage->revision());
        m_api->send("PATCH", kPools + u"/a", R"({"spec":{"weight":3}})", kMerge);
        QCOMPARE(shown(m_api->watch(kPools + u"?watch=true&resourceVersion=" + from)()), u"MODIFIED a"_s);
    }

    void oneObjectCanBeWatched()
    {
        m_api->send("POST", kPools, ApiFixture::pool("b"));
        QCOMPARE(shown(m_api->watch(kPools + u"/b?watch=1")()), u"ADDED b"_s);
    }

    void objectsEnterAndLeaveASelection()
    {
        const auto next = m_api->watch(kPools + u"?watch=1&labelSelector=x");
        QCOMPARE(shown(next()), u""_s);
        m_api->send("PATCH", kPools + u"/a", R"({"metadata":{"labels":{"x":"1"}}})", kMerge);
        QCOMPARE(shown(next()), u"ADDED a"_s);
        m_api->send("PATCH", kPools + u"/a", R"({"metadata":{"labels":{"x":null}}})", kMerge);
        QCOMPARE(shown(next()), u"DELETED a"_s);
    }

    void initialEventsEndWithABookmark()
    {
        const auto next = m_api->watch(
            kPools + u"?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
        const QList<Json> events = next();
        QCOMPARE(shown(events), u"ADDED a, BOOKMARK"_s);
        QCOMPARE(textAt(events.last(), "/object/metadata/annotations/k8s.io~1initial-events-end"), u"true"_s);
        QCOMPARE(
            textAt(events.last(), "/object/metadata/resourceVersion"), QString::number(m_api->storage->revision()));
    }

    void initialEventsNeedAMatch()
    {
        QCOMPARE(m_api->send("GET", kPools + u"?watch=1&sendInitialEvents=true").code, 422);
    }

    void expiredRevisionIsAnErrorEvent()
    {
        Storage& storage = *m_api->storage;
        const ObjectKey key{
            .resource = {.group = u"karpenter.sh"_s, .plural = u"nodepools"_s}, .nameSpace = {}, .name = u"a"_s};
        for (int i = 0; i < 4100; ++i) {
            const auto bump = [i](const Json& live) -> Result<Json> {
                Json changed = live;
                changed["spec"]["weight"] = i % 100;
                return changed;
            };
            QVERIFY(storage.update(key, bump));
        }
        const auto next = m_api->watch(kPools + u"?watch=1&resourceVersion=1");
        const QList<Json> events = next();
        QCOMPARE(events.size(), 1);
        QCOMPARE(textAt(events.first(), "/type"), u"ERROR"_s);
        QCOMPARE(valueAt(events.first(), "/object/code"), Json(410));
        QCOMPARE(shown(next()), u"END"_s);
    }

    void onlyTheFirstTableHasColumns()
    {
        m_api->send("POST", kPools, ApiFixture::pool("b"));
        m_api->accept = u"application/json;as=Table;v=v1;g=meta.k8s.io"_s;
        const QList<Json> events = m_api->watch(kPools + u"?watch=1")();
        QCOMPARE(events.size(), 2);
        QVERIFY(valueAt(events.at(0), "/object/columnDefinitions").is_array());
        QVERIFY(valueAt(events.at(1), "/object/columnDefinitions").is_null());
    }

    void closingTheStorageEndsIt()
    {
        const auto next = m_api->watch(kPools + u"?watch=1");
        QCOMPARE(shown(next()), u"ADDED a"_s);
        m_api->storage->close();
        QCOMPARE(shown(next()), u"END"_s);
    }

private:
    std::unique_ptr<ApiFixture> m_api;
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
