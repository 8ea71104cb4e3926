// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

#include <nlohmann/json.hpp>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// Single values against single nodes; what documents.json does not reach.
class TestValues final : public QObject
{
    Q_OBJECT

    static SchemaNodePtr node(const QByteArray& schema) { return *parseSchema(*parseJson(schema)); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("problem"); // "rule path: text", empty for none

        const auto row = [](const char* name, const char* schema, const char* value, const char* problem = "") {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << QString::fromUtf8(problem);
        };
        row("exclusive minimum", R"({"type":"number","minimum":0,"exclusiveMinimum":true})", "0",
            "schema/bounds : . must be more than 0.");
        row("exclusive maximum", R"({"type":"number","maximum":1.5,"exclusiveMaximum":true})", "1.5",
            "schema/bounds : . must be less than 1.5.");
        row("multiple", R"({"type":"number","multipleOf":0.1})", "0.3");
        row("no multiple", R"({"type":"integer","multipleOf":5})", "7", "schema/bounds : . must be a multiple of 5.");
        row("integer where any number may be", R"({"type":"number"})", "3");
        row("too few characters", R"({"type":"string","minLength":2})", R"("a")",
            "schema/length : . must have at least 2 characters.");
        row("one character too few", R"({"type":"string","minLength":1})", R"("")",
            "schema/length : . must have at least 1 character.");
        row("characters beyond 16 bits count once", R"({"type":"string","maxLength":2})", R"("🚀🚀")");
        row("too many items", R"({"type":"array","maxItems":1,"items":{"type":"integer"}})", "[1,2]",
            "schema/length : . must have at most 1 item.");
        row("too few members", R"({"type":"object","minProperties":1,"additionalProperties":{"type":"string"}})", "{}",
            "schema/length : . must have at least 1 member.");
        row("unique items in another order of keys",
            R"({"type":"array","uniqueItems":true,"items":{"x-kubernetes-preserve-unknown-fields":true}})",
            R"([{"a":1,"b":2},{"b":2,"a":1}])", R"(schema/duplicate /1: . has the item {"b":2,"a":1} twice.)");
        row("unknown fields are kept",
            R"({"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"string"}}})",
            R"({"b":1})");
        row("known fields beside kept ones",
            R"({"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"string"}}})",
            R"({"a":1})", "schema/type /a: a must be of type string, but it is of type integer.");
        row("object without fields has none", R"({"type":"object"})", R"({"a":1})",
            "schema/unknown-field /a: There is no field a.");
        row("nullable", R"({"type":"string","nullable":true})", "null");
        row("null in anything", "{}", "null");
        row("null where there is a default", R"({"type":"integer","default":1})", "null");
        row("enumeration of numbers", R"({"type":"integer","enum":[1,2]})", "1.0");
        row("pattern is searched for", R"({"type":"string","pattern":"b"})", R"("abc")");
        row("pattern in words", R"({"type":"string","pattern":"^([0-9]+(s|m|h))+$"})", R"("soon")",
            "schema/pattern : . must be a duration in hours, minutes and seconds, like 30s or 1h30m.");
        row("pattern without words", R"({"type":"string","pattern":"^b$"})", R"("a")",
            "schema/pattern : . does not match the pattern ^b$.");
        row("pattern that does not compile", R"({"type":"string","pattern":"*"})", R"("abc")");
        row("format date", R"({"type":"string","format":"date"})", R"("2026-02-30")",
            "schema/format : . is not of the format date.");
        row("format duration", R"({"type":"string","format":"duration"})", R"("1h30m")");
        row("format that nobody knows", R"({"type":"string","format":"colour"})", R"("x")");
        row("format date-time with an offset", R"({"type":"string","format":"date-time"})",
            R"("2026-01-10T09:00:00.5+01:00")");
        row("format date-time without a zone", R"({"type":"string","format":"date-time"})", R"("2026-01-10T09:00:00")",
            "schema/format : . is not of the format date-time.");
        row("all of",
            R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"allOf":[{"required":["a"]}]})",
            R"({"b":"x"})", "schema/required /a: a is required.");
        row("any of",
            R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]})",
            R"({"b":"x"})");
        row("none of any",
            R"({"type":"object","properties":{"c":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]})",
            R"({"c":"x"})", "schema/alternatives : . is none of the alternatives that it may be.");
        row("both of one",
            R"({"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]})",
            R"({"a":"x","b":"x"})", "schema/alternatives : . must be exactly one of the alternatives that it may be.");
        row("not", R"({"type":"string","not":{"pattern":"^x"}})", R"("xyz")",
            "schema/alternatives : . has a form that is ruled out.");
        row("long values are cut", R"({"type":"string","enum":["a"]})",
            R"("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")",
            "schema/enum : . cannot be "
            "01234567890123456789012345678901234567890123456789012345678901234567890123456789…. Possible values: a.");
    }

    void problems()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, problem);
        QString found;
        for (const Problem& one : validate(*parseJson(value), *node(schema)))
            found += one.rule + u' ' + one.path.toPointer() + u": " + one.message.english();
        QCOMPARE(found, problem);
    }

    void pathsContinueWhereTheValueStands()
    {
        const auto problems =
            validate(Json(3), *node(R"({"type":"string"})"), FieldPath::fromDotted(u"spec.tags"_s) / u"a.b"_s);
        QCOMPARE(problems.first().path.toPointer(), u"/spec/tags/a.b"_s);
    }

    void suggestions_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("quotes for a boolean") << QByteArray(R"({"type":"string"})") << QByteArray("true") << u"true"_s;
        QTest::newRow("no quotes for a number")
            << QByteArray(R"({"type":"number"})") << QByteArray(R"("1.5")") << u"1.5"_s;
        QTest::newRow("no quotes for a boolean")
            << QByteArray(R"({"type":"boolean"})") << QByteArray(R"("false")") << u"false"_s;
        QTest::newRow("a word is no boolean")
            << QByteArray(R"({"type":"boolean"})") << QByteArray(R"("yes")") << QString();
        QTest::newRow("an object is no string") << QByteArray(R"({"type":"string"})") << QByteArray("{}") << QString();
        QTest::newRow("nearest value") << QByteArray(R"({"type":"string","enum":["standard","basic"]})")
                                       << QByteArray(R"("Standard")") << u"standard"_s;
        QTest::newRow("two letters of nine") << QByteArray(R"({"type":"string","enum":["NoSchedule","NoExecute"]})")
                                             << QByteArray(R"("NoSchedul")") << u"NoSchedule"_s;
        QTest::newRow("nothing near") << QByteArray(R"({"type":"string","enum":["standard","basic"]})")
                                      << QByteArray(R"("premium")") << QString();
        QTest::newRow("separators") << QByteArray(
            R"({"type":"object","properties":{"osDiskSizeGB":{"type":"integer"}}})")
                                    << QByteArray(R"({"os-disk-size-gb":1})") << u"osDiskSizeGB"_s;
    }

    void suggestions()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, suggestion);
        const auto problems = validate(*parseJson(value), *node(schema));
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().suggestion, suggestion);
    }

    void defaults_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("absent") << QByteArray(R"({})") << QByteArray(R"({"n":5})");
        QTest::newRow("present") << QByteArray(R"({"n":1})") << QByteArray(R"({"n":1})");
        QTest::newRow("null") << QByteArray(R"({"n":null})") << QByteArray(R"({"n":5})");
        QTest::newRow("null that is allowed") << QByteArray(R"({"n":1,"x":null})") << QByteArray(R"({"n":1,"x":null})");
        QTest::newRow("below an absent object") << QByteArray(R"({"n":1})") << QByteArray(R"({"n":1})");
        QTest::newRow("below a present object")
            << QByteArray(R"({"n":1,"o":{}})") << QByteArray(R"({"n":1,"o":{"p":"TCP"}})");
        QTest::newRow("in a list") << QByteArray(R"({"n":1,"l":[{},{"p":"UDP"}]})")
                                   << QByteArray(R"({"n":1,"l":[{"p":"TCP"},{"p":"UDP"}]})");
        QTest::newRow("in a map") << QByteArray(R"({"n":1,"m":{"a":{}}})")
                                  << QByteArray(R"({"n":1,"m":{"a":{"p":"TCP"}}})");
        QTest::newRow("another type") << QByteArray(R"("text")") << QByteArray(R"("text")");
    }

    void defaults()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray inner = R"({"type":"object","properties":{"p":{"type":"string","default":"TCP"}}})";
        QByteArray text = R"({"type":"object","properties":{"n":{"type":"integer","default":5},
            "x":{"type":"integer","nullable":true,"default":1},"o":%1,
            "l":{"type":"array","items":%1},"m":{"type":"object","additionalProperties":%1}}})";
        const SchemaNodePtr schema = node(text.replace("%1", inner));
        Json value = *parseJson(before);
        if (value.is_object() && !value.contains("x"))
            value["x"] = 7;
        applyDefaults(value, *schema);
        if (value.is_object() && value["x"] == 7)
            value.erase("x");
        QCOMPARE(toCompactJson(value), after);
    }

    void aDefaultIsFilledInItself()
    {
        const auto* pool = SchemaSet::builtin().find({u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s});
        Json spec = *parseJson(R"({"template":{"spec":{}}})");
        applyDefaults(spec, *pool->root->child(u"spec"_s));
        QCOMPARE(toCompactJson(valueAt(spec, "/disruption/budgets")), QByteArray(R"([{"nodes":"10%"}])"));
        QCOMPARE(textAt(spec, "/disruption/consolidationPolicy"), u"WhenEmptyOrUnderutilized"_s);
        QCOMPARE(textAt(spec, "/template/spec/expireAfter"), u"720h"_s);
    }

    void nodes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("type");
        QTest::newRow("root") << QString() << u"object"_s;
        QTest::newRow("item of a list") << u"/l/3/p"_s << u"string"_s;
        QTest::newRow("a list has no members") << u"/l/p"_s << QString();
        QTest::newRow("value of a map") << u"/m/any"_s << u"integer"_s;
        QTest::newRow("a map's key that is a number") << u"/m/8080"_s << u"integer"_s;
        QTest::newRow("unknown") << u"/zzz"_s << QString();
        QTest::newRow("below a scalar") << u"/m/any/more"_s << QString();
    }

    void nodes()
    {
        QFETCH(QString, path);
        QFETCH(QString, type);
        const auto root = node(R"({"type":"object","properties":{
            "l":{"type":"array","items":{"type":"object","properties":{"p":{"type":"string"}}}},
            "m":{"type":"object","additionalProperties":{"type":"integer"}}}})");
        const SchemaNode* found = nodeAt(*root, *FieldPath::fromPointer(path));
        QCOMPARE(found ? toWord(found->type) : QString(), type);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
