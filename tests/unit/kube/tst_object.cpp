// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestObject : public QObject
{
    Q_OBJECT

    static ObjectPtr decoded(const char* json)
    {
        auto object = Object::decode(ClusterId::management(), json);
        return object ? *object : ObjectPtr();
    }

private Q_SLOTS:
    void headerIsRead()
    {
        const ObjectPtr pool =
            decoded(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"gpu","uid":"u1",
            "resourceVersion":"7","generation":3,"creationTimestamp":"2026-01-10T09:00:00Z","labels":{"a":"b"},
            "finalizers":["x/y"],"managedFields":[{"manager":"m"}],
            "ownerReferences":[{"apiVersion":"v1","kind":"K","name":"n","uid":"u0","controller":true}]},
            "spec":{"template":{"spec":{"nodeClassRef":{"name":"std"}}},"limits":{"cpu":1.50}},
            "status":{"conditions":[{"type":"Ready","status":"True","reason":"Fine","observedGeneration":3}]}})");
        QVERIFY(pool);
        QCOMPARE(pool->ref().id(), u"management/NodePool.karpenter.sh/-/gpu"_s);
        QCOMPARE(pool->gvk().version, u"v1"_s);
        QCOMPARE(pool->generation(), 3);
        QCOMPARE(pool->created(), QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC));
        QCOMPARE(pool->labels().value(u"a"_s), u"b"_s);
        QCOMPARE(pool->finalizers(), QStringList{u"x/y"_s});
        QVERIFY(pool->owners().constFirst().controller);
        QVERIFY(pool->condition(u"Ready") && pool->condition(u"Ready")->isTrue());
        QCOMPARE(pool->field("/spec/template/spec/nodeClassRef/name"), u"std"_s);
        QVERIFY(!pool->json().contains("managedFields"));
        QCOMPARE(textAt(pool->body(), "/metadata/name"), u"gpu"_s);
    }

    void secretsLoseTheirValues()
    {
        const ObjectPtr secret = decoded(R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","annotations":{
            "kubectl.kubernetes.io/last-applied-configuration":"canary-2","other":"kept"}},
            "data":{"key":"Y2FuYXJ5LTE="},"stringData":{"k2":"canary-3"}})");
        QVERIFY(secret);
        QVERIFY(!secret->json().contains("canary") && !secret->json().contains("Y2FuYXJ5"));
        QCOMPARE(textAt(secret->body(), "/data/key"), u"<8 bytes>"_s);
        QCOMPARE(textAt(secret->body(), "/metadata/annotations/other"), u"kept"_s);
        QVERIFY(!secret->annotations().contains(u"kubectl.kubernetes.io/last-applied-configuration"_s));
    }

    void listKeepsWhatDecodes()
    {
        const auto list = decodeList(ClusterId::management(),
            R"({"kind":"NodePoolList","metadata":{"resourceVersion":"9","continue":"c"},
                "items":[{"metadata":{"name":"a"}},{"metadata":{}},{"metadata":{"name":"b"}}]})",
            {.group = u"karpenter.sh"_s, .version = u"v1"_s, .kind = u"NodePool"_s});
        QVERIFY_RESULT(list);
        QCOMPARE(list->items.size(), 2);
        QCOMPARE(list->broken.size(), 1);
        QCOMPARE(list->continueToken, u"c"_s);
        QCOMPARE(textAt(list->items.constLast()->body(), "/apiVersion"), u"karpenter.sh/v1"_s);
    }

    void foreignBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no name") << QByteArray(R"({"apiVersion":"v1","kind":"Pod","metadata":{}})");
        QTest::newRow("no kind") << QByteArray(R"({"metadata":{"name":"x"}})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void foreignBytesAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto object = Object::decode(ClusterId::management(), json);
        QVERIFY(!object);
        QCOMPARE(object.error().kind, ErrorKind::Protocol);
    }

    void statusIsKeptWhole()
    {
        const QByteArray body = R"({"kind":"Status","reason":"Conflict","message":"m","details":{"causes":[
            {"reason":"FieldManagerConflict","message":"conflict with x","field":".spec.a"}]}})";
        const ApiStatus status = decodeStatus(409, body);
        QCOMPARE(status.reason, u"Conflict"_s);
        QCOMPARE(status.causes.constFirst().field, u".spec.a"_s);
        QCOMPARE(status.body, body);
        QCOMPARE(decodeStatus(404, "404 page not found\n").message, u"404 page not found"_s);
    }
};

QTEST_GUILESS_MAIN(TestObject)
#include "tst_object.moc"
