// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/openapi.h>

#include <testprint.h>

#include <nlohmann/json.hpp>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// Schemas from JSON, and back.
class TestParseSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void survivesOpenApi_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("string") << QByteArray(
            R"({"description":"d","type":"string","format":"byte","nullable":true,"minLength":1,"maxLength":3,"pattern":"a","enum":["a",null],"default":"a"})");
        QTest::newRow("number") << QByteArray(
            R"({"type":"number","minimum":0.5,"maximum":9,"exclusiveMinimum":true,"exclusiveMaximum":true,"multipleOf":0.5})");
        QTest::newRow("large integer") << QByteArray(
            R"({"type":"integer","format":"int64","minimum":-9007199254740992})");
        QTest::newRow("integer or string") << QByteArray(
            R"({"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}],"pattern":"a"})");
        QTest::newRow("object") << QByteArray(
            R"({"type":"object","x-kubernetes-map-type":"atomic","minProperties":1,"maxProperties":2,"required":["b"],"properties":{"b":{"type":"boolean"},"a":{"type":"string"}}})");
        QTest::newRow("map") << QByteArray(R"({"type":"object","additionalProperties":{"type":"string"}})");
        QTest::newRow("anything") << QByteArray(
            R"({"type":"object","x-kubernetes-preserve-unknown-fields":true,"x-kubernetes-embedded-resource":true})");
        QTest::newRow("set") << QByteArray(
            R"({"type":"array","x-kubernetes-list-type":"set","minItems":1,"maxItems":2,"uniqueItems":true,"items":{"type":"string"}})");
        QTest::newRow("keyed list") << QByteArray(
            R"({"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a","b"],"items":{"type":"object"}})");
        QTest::newRow("rules") << QByteArray(
            R"({"type":"object","x-kubernetes-validations":[{"rule":"r","message":"m","messageExpression":"e","reason":"FieldValueInvalid","fieldPath":".a","optionalOldSelf":true}]})");
        QTest::newRow("combinations") << QByteArray(
            R"({"type":"object","allOf":[{"required":["a"]}],"anyOf":[{"required":["b"]}],"oneOf":[{"required":["c"]}],"not":{"required":["d"]},"properties":{"a":{"type":"string"}}})");
    }

    void survivesOpenApi()
    {
        QFETCH(QByteArray, schema);
        const Json json = *parseJson(schema);
        const auto node = parseSchema(json);
        QVERIFY_RESULT(node);
        QVERIFY2(sameJson(toOpenApi(**node), json), toCompactJson(toOpenApi(**node)).constData());
    }

    void propertiesKeepTheirOrder()
    {
        const auto node = parseSchema(*parseJson(R"({"type":"object","properties":{"z":{},"a":{},"m":{}}})"));
        const QStringList expected{u"z"_s, u"a"_s, u"m"_s};
        QCOMPARE((*node)->propertyOrder, expected);
    }

    void oneReferenceIsOneNode()
    {
        const Json text = *parseJson(R"({"type":"string"})");
        const auto node = parseSchema(*parseJson(R"({"properties":{"a":{"$ref":"t"},"b":{"$ref":"t"}}})"),
            [&](const QString& reference) { return reference == u"t" ? &text : nullptr; });
        QVERIFY((*node)->properties.at(u"a"_s) == (*node)->properties.at(u"b"_s));
        QCOMPARE((*node)->properties.at(u"a"_s)->type, SchemaNode::Type::String);
    }

    void aWrappedReferenceTakesWhatStandsBesideIt()
    {
        const Json text = *parseJson(R"({"type":"string","description":"inner"})");
        const auto node = parseSchema(*parseJson(R"({"description":"outer","default":"x","allOf":[{"$ref":"t"}]})"),
            [&](const QString&) { return &text; });
        QCOMPARE((*node)->type, SchemaNode::Type::String);
        QCOMPARE((*node)->description, u"outer"_s);
        QCOMPARE(*(*node)->defaultValue, Json("x"));
    }

    void recursionEndsInAnything()
    {
        const Json loop = *parseJson(R"({"type":"object","properties":{"again":{"$ref":"loop"}}})");
        const auto node = parseSchema(loop, [&](const QString&) { return &loop; });
        const SchemaNode* inner = nodeAt(**node, FieldPath::fromDotted(u"again.again"_s));
        QVERIFY(inner);
        QCOMPARE(inner->type, SchemaNode::Type::Any);
        QVERIFY(inner->preserveUnknownFields);
    }

    void anEndlessChainOfReferencesEnds()
    {
        std::map<QString, Json> chain;
        const auto next = [&](const QString& reference) -> const Json* {
            const Json deeper{{"items", {{"$ref", std::to_string(reference.toInt() + 1)}}}};
            return &chain.emplace(reference, deeper).first->second;
        };
        QVERIFY_RESULT(parseSchema(Json{{"$ref", "0"}}, next));
        QVERIFY(chain.size() < 1000);
    }

    void oddPartsAreLeftOut()
    {
        const auto node = parseSchema(*parseJson(
            R"({"type":5,"properties":{"a":3,"b":{"type":"string"}},"required":"a","items":[],"enum":{},"minimum":"x","allOf":{}})"));
        QVERIFY_RESULT(node);
        QCOMPARE((*node)->propertyOrder, QStringList{u"b"_s});
        QVERIFY((*node)->required.isEmpty() && !(*node)->items && !(*node)->minimum);
    }

    void noObjectIsNoSchema()
    {
        for (const char* text : {"[]", "1", "null", "\"a\""}) {
            const auto node = parseSchema(*parseJson(text));
            QVERIFY(!node);
            QCOMPARE(node.error().kind, ErrorKind::Parse);
        }
    }

    void crd_data()
    {
        QTest::addColumn<QByteArray>("crd");
        QTest::addColumn<QString>("error");
        QTest::newRow("no names") << QByteArray(R"({"spec":{"versions":[]}})")
                                  << u"The CustomResourceDefinition lacks spec.names."_s;
        QTest::newRow("no versions") << QByteArray(R"({"spec":{"names":{"kind":"A","plural":"as"}}})")
                                     << u"The CustomResourceDefinition lacks spec.versions."_s;
        QTest::newRow("no schema") << QByteArray(
            R"({"spec":{"names":{"kind":"A","plural":"as"},"versions":[{"name":"v1","served":true}]}})")
                                   << u"The CustomResourceDefinition lacks spec.versions.schema.openAPIV3Schema."_s;
        QTest::newRow("no object") << QByteArray("[]") << u"The CustomResourceDefinition lacks spec.names."_s;
    }

    void crd()
    {
        QFETCH(QByteArray, crd);
        QFETCH(QString, error);
        const auto set = SchemaSet::fromCrd(*parseJson(crd));
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::Parse);
        QCOMPARE(set.error().message.english(), error);
    }

    void onlyServedVersionsOfACrdAreKnown()
    {
        const auto set = SchemaSet::fromCrd(
            *parseJson(R"({"spec":{"group":"g.dev","scope":"Cluster","names":{"kind":"A","plural":"as"},
            "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object",
                "properties":{"metadata":{"type":"object","properties":{"name":{"type":"string","maxLength":20}}}}}}},
              {"name":"v0","served":false,"storage":false,"schema":{"openAPIV3Schema":{"type":"object"}}}]}})"));
        QVERIFY_RESULT(set);
        QCOMPARE(set->versions({u"g.dev"_s, u"A"_s}), QStringList{u"v1"_s});
        const KindSchema* kind = set->find({u"g.dev"_s, u"v1"_s, u"A"_s});
        QVERIFY(!kind->namespaced && kind->storage);
        QCOMPARE(kind->singular, u"a"_s);
        // The restriction of a name joins what all objects have in metadata, and alone goes back into a CRD.
        QCOMPARE(nodeAt(*kind->root, FieldPath::fromDotted(u"metadata.name"_s))->maxLength, 20);
        QVERIFY(nodeAt(*kind->root, FieldPath::fromDotted(u"metadata.labels"_s)));
        const Json again = toCrd({*kind});
        const Json& metadata = valueAt(again, "/spec/versions/0/schema/openAPIV3Schema/properties/metadata/properties");
        QCOMPARE(toCompactJson(metadata), QByteArray(R"({"name":{"type":"string","maxLength":20}})"));
    }

    void aCrdHasOneStoredVersion()
    {
        const auto root = std::make_shared<SchemaNode>(SchemaNode{.type = SchemaNode::Type::Object});
        KindSchema newer{.gvk = {u"g.dev"_s, u"v2"_s, u"A"_s}, .plural = u"as"_s, .root = root};
        KindSchema older{.gvk = {u"g.dev"_s, u"v1"_s, u"A"_s}, .plural = u"as"_s, .root = root};
        const Json crd = toCrd({newer, older});
        QCOMPARE(textAt(crd, "/metadata/name"), u"as.g.dev"_s);
        QVERIFY(valueAt(crd, "/spec/versions/0/storage").get<bool>());
        QVERIFY(!valueAt(crd, "/spec/versions/1/storage").get<bool>());
    }

    void mergedSchemasWin()
    {
        SchemaSet first;
        first.insert({.gvk = {u"g"_s, u"v1"_s, u"A"_s}, .plural = u"old"_s});
        first.insert({.gvk = {u"g"_s, u"v1"_s, u"B"_s}, .plural = u"bs"_s});
        SchemaSet second;
        second.insert({.gvk = {u"g"_s, u"v1"_s, u"A"_s}, .plural = u"new"_s});
        first.merge(second);
        QCOMPARE(first.find({u"g"_s, u"v1"_s, u"A"_s})->plural, u"new"_s);
        QCOMPARE(first.all().size(), 2);
        QVERIFY(first.hasGroup(u"g"_s) && !first.hasGroup(u"h"_s));
    }
};

QTEST_GUILESS_MAIN(TestParseSchema)
#include "tst_parseschema.moc"
