// SPDX-License-Identifier: GPL-3.0-or-later
#include "testobjects.h"
#include "testprint.h"

#include <argosy/live/snapshot.h>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreFoundByRefUidAndKind()
    {
        Snapshot snapshot;
        snapshot.put(pool("b", "u2", "2"));
        snapshot.put(pool("a", "u1", "1"));
        QCOMPARE(printed(snapshot.ofKind(kPool.groupKind())), u"a@1 b@2"_s);
        QCOMPARE(snapshot.findUid(u"u2"_s)->ref().name, u"b"_s);
        QVERIFY(snapshot.find(pool("a", "u1", "1")->ref()));
        QVERIFY(snapshot.ofKind({{}, u"Secret"_s}).isEmpty());
        QCOMPARE(snapshot.size(), 2);
    }

    void aNewObjectOfTheSameNameReplacesTheUid()
    {
        Snapshot snapshot;
        snapshot.put(pool("a", "u1", "1"));
        snapshot.put(pool("a", "u2", "2"));
        QCOMPARE(snapshot.size(), 1);
        QVERIFY(!snapshot.findUid(u"u1"_s));
        QVERIFY(snapshot.findUid(u"u2"_s));
    }

    void takenObjectsAreGone()
    {
        Snapshot snapshot;
        const ObjectPtr object = pool("a", "u1", "1");
        snapshot.put(object);
        snapshot.take(object->ref());
        snapshot.take(object->ref());
        QCOMPARE(snapshot.size(), 0);
        QVERIFY(!snapshot.findUid(u"u1"_s));
        QVERIFY(snapshot.ofKind(kPool.groupKind()).isEmpty());
    }

    void objectsAreFoundByOwnerLabelAndNamespace()
    {
        const auto claim = [](const QByteArray& name, const QByteArray& version, const QByteArray& owner) {
            QByteArray json = R"({"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"spaces","name":"NAME",
                "uid":"u-NAME","resourceVersion":"VERSION","labels":{"team":"OWNER"},
                "ownerReferences":[{"apiVersion":"v1","kind":"K","name":"n","uid":"OWNER"}]}})";
            json.replace("NAME", name).replace("VERSION", version).replace("OWNER", owner);
            const auto decoded = Object::decode(ClusterId::management(), json);
            return decoded.value_or(ObjectPtr());
        };
        Snapshot snapshot;
        snapshot.put(claim("b", "1", "wading"));
        snapshot.put(claim("a", "1", "wading"));
        snapshot.put(claim("c", "1", "diving"));
        QCOMPARE(printed(snapshot.ownedBy(u"wading"_s)), u"a@1 b@1"_s);
        QCOMPARE(printed(snapshot.withLabel(u"team"_s, u"diving"_s)), u"c@1"_s);
        QCOMPARE(printed(snapshot.kind({{}, u"Pod"_s}).inNamespace(u"spaces"_s)), u"a@1 b@1 c@1"_s);
        QVERIFY(snapshot.kind({{}, u"Pod"_s}).inNamespace(u"elsewhere"_s).isEmpty());

        // What an object was before leads nowhere any more.
        snapshot.put(claim("a", "2", "diving"));
        snapshot.take(claim("c", "1", "diving")->ref());
        QCOMPARE(printed(snapshot.ownedBy(u"wading"_s)), u"b@1"_s);
        QCOMPARE(printed(snapshot.ownedBy(u"diving"_s)), u"a@2"_s);
        QCOMPARE(printed(snapshot.withLabel(u"team"_s, u"diving"_s)), u"a@2"_s);
        snapshot.take(claim("a", "2", "diving")->ref());
        QVERIFY(snapshot.ownedBy(u"diving"_s).isEmpty());
        QCOMPARE(snapshot.all().size(), 1);
    }

    void copiesAreIndependent()
    {
        Snapshot before;
        before.put(pool("a", "u1", "1"));
        before.setComplete(kPool.groupKind(), true);
        Snapshot after = before;
        after.put(pool("b", "u2", "2"));
        after.setComplete(kPool.groupKind(), false);
        QCOMPARE(before.size(), 1);
        QVERIFY(before.isComplete(kPool.groupKind()));
        QVERIFY(!after.isComplete(kPool.groupKind()));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
