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

    void theBodyIsTheObjectWithoutWhatIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("white space goes, order stays")
            << QByteArray("{ \"kind\": \"A\", \"apiVersion\": \"v1\",\n \"z\": [ 1.50, true , null ],"
                          "\"metadata\" : { \"name\" : \"x\" }, \"a\": { } }")
            << QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"A\",\"z\":[1.50,true,null],\"metadata\":{\"name\":\"x\"},"
                          "\"a\":{}}");
        QTest::newRow("keys that need escapes")
            << QByteArray(
                   "{\"kind\":\"A\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\"},\"\\\"q\\n\":\" \\u00e9 \"}")
            << QByteArray(
                   "{\"apiVersion\":\"v1\",\"kind\":\"A\",\"metadata\":{\"name\":\"x\"},\"\\\"q\\n\":\" \\u00e9 \"}");
        QTest::newRow("an exported Secret without data")
            << QByteArray("{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\",\"annotations\":"
                          "null},\"data\":null}")
            << QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\",\"annotations\":{}},"
                          "\"data\":{}}");
        QTest::newRow("a Secret whose values are no texts")
            << QByteArray("{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\"},\"data\":{\"a\":{"
                          "\"b\":\"canary\"},\"c\":\"YQ==\"}}")
            << QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"x\"},\"data\":{\"a\":\"<"
                          "0 bytes>\",\"c\":\"<1 bytes>\"}}");
    }

    void theBodyIsTheObjectWithoutWhatIsLeftOut()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, body);
        const auto object = Object::decode(ClusterId::management(), json);
        QVERIFY_RESULT(object);
        QCOMPARE((*object)->json(), body);
    }

    void metadataIsAllThatIsKeptOfMetadata()
    {
        const QByteArray metadata =
            R"("metadata":{"name":"x","namespace":"n","uid":"u","resourceVersion":"7","generation":2,)"
            R"("creationTimestamp":"2026-01-10T09:00:00Z","labels":{"a":"b"},"annotations":{"c":"d"},)"
            R"("ownerReferences":[{"apiVersion":"v1","kind":"K","name":"o","uid":"u0","controller":true}],)"
            R"("finalizers":["x/y"]})";
        const Gvk secret{{}, u"v1"_s, u"Secret"_s};
        const QByteArray sent =
            "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\"," + metadata + "}";
        const auto object = Object::decode(ClusterId::management(), sent, secret, ObjectDetail::Metadata);
        QVERIFY_RESULT(object);
        QCOMPARE((*object)->ref().groupKind(), secret.groupKind());
        QVERIFY((*object)->json().isEmpty());
        const QByteArray body = "{\"apiVersion\":\"v1\",\"kind\":\"Secret\"," + metadata + "}";
        QCOMPARE(toCompactJson((*object)->body()), body);
    }

    void labelsAreFoundByKey()
    {
        const TextMap map({{u"b"_s, u"1"_s}, {u"a"_s, u"2"_s}, {u"b"_s, u"3"_s}});
        QCOMPARE(map.size(), 2);
        QCOMPARE(map.value(u"b"), u"3"_s);
        QCOMPARE(map.value(u"a"), u"2"_s);
        QVERIFY(!map.contains(u"aa") && !map.contains(u"c"));
        QCOMPARE(map.value(u"c"), QString());
    }

    void aListThatBreaksOffIsRefused()
    {
        const QByteArray whole = R"({"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"a"}}]})";
        const Gvk kind{u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s};
        QVERIFY_RESULT(decodeList({}, whole, kind));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!decodeList({}, whole.first(length), kind), whole.first(length).constData());
    }

    void aListsPositionShowsAtItsEdge_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("shows");
        const QByteArray position = R"("metadata":{"continue":"c","remainingItemCount":7,"resourceVersion":"9"})";
        const QByteArray items = R"("items":[{"kind":"A","metadata":{"name":"a","resourceVersion":"1"}}])";
        QTest::newRow("before the items") << "{\"kind\":\"AList\"," + position + "," + items + "}" << true;
        QTest::newRow("behind the items") << "{" + items + ",\"kind\":\"AList\"," + position + "}\n" << true;
        QTest::newRow("no items") << "{" + position + R"(,"items":[]})" << true;
        QTest::newRow("between") << "{" + items + "," + position + R"(,"z":1})" << false;
        QTest::newRow("objects in it") << "{" + items + R"(,"metadata":{"x":{},"continue":"c","resourceVersion":"9"}})"
                                       << false;
        QTest::newRow("an escape") << "{" + items + R"(,"metadata":{"continue":"\u0063","resourceVersion":"9"}})"
                                   << false;
        QTest::newRow("far from the edge")
            << "{" + items + "," + position + "," + QByteArray(10'000, ' ') + R"("z":1})" << false;
    }

    void aListsPositionShowsAtItsEdge()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, shows);
        const auto whole = decodeListPosition({}, json, {});
        QVERIFY_RESULT(whole);
        QCOMPARE(whole->continueToken, u"c"_s);
        QCOMPARE(whole->resourceVersion, u"9"_s);
        const auto peeked = peekListPosition(json);
        QCOMPARE(peeked.has_value(), shows);
        QVERIFY(!peeked || *peeked == *whole);
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
        QCOMPARE(list->position.continueToken, u"c"_s);
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
