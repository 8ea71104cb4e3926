// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/sharedhash.h>

#include "randomrun.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace argosy;

namespace {

QHash<int, int> contentOf(const SharedHash<int, int>& hash)
{
    QHash<int, int> content;
    hash.forEach([&](int key, int value) { content.insert(key, value); });
    return content;
}

} // namespace

class TestSharedHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        SharedHash<int, int> hash;
        QVERIFY(hash.isEmpty() && !hash.find(1));
        hash.remove(1);
        QCOMPARE(hash.value(1), 0);
        QCOMPARE(hash.size(), 0);
    }

    /// Against QHash; and each version that was put aside stays as it was.
    void isAHashAndItsCopiesStay()
    {
        const RandomRun run = randomRun({.reduced = 300, .full = 20'000});
        QRandomGenerator random(run.seed);
        for (int i = 0; i < run.count; ++i) {
            SharedHash<int, int> hash;
            QHash<int, int> expected;
            QList<std::pair<SharedHash<int, int>, QHash<int, int>>> aside;
            for (int change = 0; change < 60; ++change) {
                const int key = random.bounded(40);
                if (random.bounded(3) > 0) {
                    hash[key] = change;
                    expected[key] = change;
                } else {
                    hash.remove(key);
                    expected.remove(key);
                }
                if (random.bounded(10) == 0)
                    aside.append({hash, expected});
                QCOMPARE(hash.size(), expected.size());
                QCOMPARE(hash.value(key), expected.value(key));
            }
            aside.append({hash, expected});
            for (const auto& [version, content] : aside)
                QCOMPARE(contentOf(version), content);
        }
    }
};

QTEST_GUILESS_MAIN(TestSharedHash)
#include "tst_sharedhash.moc"
