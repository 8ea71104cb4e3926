// SPDX-License-Identifier: GPL-3.0-or-later
#include "changeset.h"
#include "randomrun.h"
#include "testobjects.h"
#include "testprint.h"

#include <QRandomGenerator>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// "+added ~updated -removed".
QString printed(const Delta& delta)
{
    return u'+' + test::printed(delta.added) + " ~"_L1 + test::printed(delta.updated) + " -"_L1
        + test::printed(delta.removed);
}

KindObjects kindOf(const QList<ObjectPtr>& objects)
{
    KindObjects kind;
    for (const ObjectPtr& object : objects)
        kind.put(object);
    return kind;
}

} // namespace

class TestChangeSet : public QObject
{
    Q_OBJECT

    Snapshot m_before;

private Q_SLOTS:
    void init()
    {
        m_before = Snapshot();
        m_before.put(pool("a", "u1", "1"));
        m_before.put(pool("b", "u2", "1"));
    }

    void changesBecomeADelta()
    {
        ChangeSet changes;
        changes.add({pool("c", "u3", "5")});
        changes.add({pool("a", "u1", "6")});
        changes.add({pool("b", "u2", "7"), true});
        QCOMPARE(printed(changes.applyTo(m_before)), u"+c@5 ~a@6 -b@1"_s);
        QCOMPARE(test::printed(m_before.ofKind(kPool.groupKind())), u"a@6 c@5"_s);
    }

    void onlyTheLastWordCounts()
    {
        ChangeSet changes;
        changes.add({pool("a", "u1", "2")});
        changes.add({pool("a", "u1", "3")});
        changes.add({pool("c", "u3", "4")});
        changes.add({pool("c", "u3", "5"), true});
        QCOMPARE(printed(changes.applyTo(m_before)), u"+ ~a@3 -"_s);
    }

    void deletedAndMadeAgainIsRemovedAndAdded()
    {
        ChangeSet changes;
        changes.add({pool("a", "u1", "2"), true});
        changes.add({pool("a", "u9", "3")});
        QCOMPARE(printed(changes.applyTo(m_before)), u"+a@3 ~ -a@1"_s);
    }

    void aRelistIsADelta()
    {
        ChangeSet changes;
        changes.add({pool("early", "u7", "2")});
        changes.replaceKind(kPool.groupKind(), kindOf({pool("a", "u1", "1"), pool("c", "u3", "9")}));
        QCOMPARE(printed(changes.applyTo(m_before)), u"+c@9 ~ -b@1"_s);
    }

    void whatARelistFindsUnchangedStaysTheObjectThatItWas()
    {
        const ObjectPtr known = m_before.findUid(u"u1"_s);
        ChangeSet changes;
        changes.replaceKind(kPool.groupKind(), kindOf({pool("a", "u1", "1")}));
        (void)changes.applyTo(m_before);
        QCOMPARE(m_before.findUid(u"u1"_s), known);
    }

    void whatCameAfterAListOverrulesIt()
    {
        Snapshot empty;
        for (Snapshot* before : {&empty, &m_before}) {
            ChangeSet changes;
            changes.replaceKind(
                kPool.groupKind(), kindOf({pool("a", "u1", "2"), pool("c", "u3", "2"), pool("d", "u4", "2")}));
            changes.add({pool("c", "u3", "3")});
            changes.add({pool("d", "u4", "3"), true});
            changes.add({pool("e", "u5", "3")});
            const Delta delta = changes.applyTo(*before);
            QCOMPARE(printed(delta), before == &empty ? u"+a@2 c@3 e@3 ~ -"_s : u"+c@3 e@3 ~a@2 -b@1"_s);
            QCOMPARE(test::printed(before->ofKind(kPool.groupKind())), u"a@2 c@3 e@3"_s);
        }
    }

    void otherKindsAreLeftAloneByARelist()
    {
        const auto secret =
            Object::decode({}, R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"n"}})");
        QVERIFY_RESULT(secret);
        m_before.put(*secret);
        ChangeSet changes;
        changes.replaceKind(kPool.groupKind(), {});
        QCOMPARE(printed(changes.applyTo(m_before)), u"+ ~ -a@1 b@1"_s);
        QCOMPARE(m_before.size(), 1);
    }

    /// Following the deltas must lead to the same set as the snapshot, whatever happens.
    void deltasAddUp()
    {
        const RandomRun run = randomRun({.reduced = 300, .full = 20'000});
        QRandomGenerator random(run.seed);
        QMap<QString, QString> shown;
        for (const ObjectPtr& object : m_before.all())
            shown.insert(object->ref().name, object->resourceVersion());
        for (int round = 1; round < run.count; ++round) {
            ChangeSet changes;
            const QByteArray version = QByteArray::number(round + 1);
            for (int i = 0; i < 5; ++i) {
                const QByteArray number = QByteArray::number(random.bounded(8));
                changes.add({pool("p" + number, "u" + QByteArray::number(random.bounded(12)), version),
                    random.bounded(3) == 0});
            }
            if (random.bounded(10) == 0)
                changes.replaceKind(kPool.groupKind(), kindOf({pool("p1", "u1", version)}));
            const Delta delta = changes.applyTo(m_before);
            for (const ObjectPtr& object : delta.removed)
                QCOMPARE(shown.remove(object->ref().name), 1);
            for (const ObjectPtr& object : delta.added) {
                QVERIFY(!shown.contains(object->ref().name));
                shown.insert(object->ref().name, object->resourceVersion());
            }
            for (const ObjectPtr& object : delta.updated) {
                QVERIFY(shown.contains(object->ref().name));
                shown.insert(object->ref().name, object->resourceVersion());
            }
            QCOMPARE(shown.size(), m_before.size());
            for (const ObjectPtr& object : m_before.all())
                QCOMPARE(shown.value(object->ref().name), object->resourceVersion());
        }
    }
};

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
