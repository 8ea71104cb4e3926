// SPDX-License-Identifier: GPL-3.0-or-later
#include "gather.h"
#include "growth.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLittle = 1000;
constexpr int kMuch = 10'000;
constexpr int kEvents = 500;

const Gvk kPool{u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s};

QByteArray poolJson(int number, int version)
{
    return uR"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"pool-%1","uid":"%1",
        "resourceVersion":"%2","labels":{"team":"wading"}},"spec":{"limits":{"cpu":"100"}},
        "status":{"conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2026-01-10T09:00:00Z"}]}})"_s
        .arg(QString::number(number), QString::number(version))
        .toUtf8();
}

QByteArray listOf(int count)
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i)
        items.append(poolJson(i, 1));
    return R"({"kind":"NodePoolList","metadata":{"resourceVersion":"1"},"items":[)" + items.join(',') + "]}";
}

Snapshot loaded(const QByteArray& list)
{
    Snapshot snapshot;
    const GatheredPages pages = gatherPages({}, {}, kPool, {list}, ObjectDetail::Full);
    if (pages.failure)
        qFatal("the list does not decode");
    ChangeSet changes;
    changes.replaceKind(kPool.groupKind(), pages.objects);
    (void)changes.applyTo(snapshot);
    return snapshot;
}

/// As the store does it: into a copy, so that readers keep what they have.
qsizetype ticked(const Snapshot& before, const QList<QByteArray>& lines)
{
    Snapshot next = before;
    ChangeSet changes;
    for (const ObjectChange& change : decodeEvents({}, kPool, lines).changes)
        changes.add(change);
    return changes.applyTo(next).updated.size();
}

} // namespace

class BenchStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListCostsItsLength()
    {
        const QByteArray little = listOf(kLittle);
        const QByteArray much = listOf(kMuch);
        QCOMPARE(loaded(much).size(), kMuch);
        VERIFY_GROWTH(bench::measured([&] { (void)loaded(little); }, [&] { (void)loaded(much); }), 20);
    }

    void aTickCostsItsEventsMoreThanWhatIsThere()
    {
        const Snapshot little = loaded(listOf(kLittle));
        const Snapshot much = loaded(listOf(kMuch));
        QList<QByteArray> lines;
        for (int i = 0; i < kEvents; ++i)
            lines.append(R"({"type":"MODIFIED","object":)" + poolJson(i, 2) + '}');
        QCOMPARE(ticked(much, lines), kEvents);
        VERIFY_GROWTH(bench::measured([&] { (void)ticked(little, lines); }, [&] { (void)ticked(much, lines); }), 5);
    }
};

QTEST_GUILESS_MAIN(BenchStore)
#include "bench_store.moc"
