// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>

#include "randomjson.h"
#include "randomrun.h"
#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

Json parsed(const QString& json)
{
    return *parseJson(json.toUtf8());
}

} // namespace

class TestEmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void layout_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("yaml");
        QTest::newRow("mapping in mapping") << u"{\"b\":{\"c\":1},\"a\":2}"_s << u"b:\n  c: 1\na: 2\n"_s;
        QTest::newRow("list in mapping") << u"{\"a\":[1,\"x\"]}"_s << u"a:\n- 1\n- x\n"_s;
        QTest::newRow("mappings in list")
            << u"[{\"a\":1,\"b\":[2]},{\"c\":{\"d\":3}}]"_s << u"- a: 1\n  b:\n  - 2\n- c:\n    d: 3\n"_s;
        QTest::newRow("list in list") << u"[[1,[2]],[]]"_s << u"- - 1\n  - - 2\n- []\n"_s;
        QTest::newRow("empty values") << u"{\"a\":{},\"b\":[],\"c\":\"\",\"d\":null}"_s
                                      << u"a: {}\nb: []\nc: \"\"\nd: null\n"_s;
        QTest::newRow("numbers") << u"[1,-2,18446744073709551615,0.5,1e30]"_s
                                 << u"- 1\n- -2\n- 18446744073709551615\n- 0.5\n- 1e+30\n"_s;
        QTest::newRow("lines") << u"{\"a\":\"x\\n\\n  y\\n\",\"b\":[\"x\\ny\"]}"_s
                               << u"a: |\n  x\n\n    y\nb:\n- |-\n  x\n  y\n"_s;
        QTest::newRow("lines that a literal would lose")
            << u"[\" x\\ny\",\"x\\n\\n\",\"\\nx\",\"x\\ry\\n\"]"_s
            << u"- \" x\\ny\"\n- \"x\\n\\n\"\n- \"\\nx\"\n- \"x\\ry\\n\"\n"_s;
        QTest::newRow("root scalar") << u"\"x\""_s << u"x\n"_s;
    }

    void layout()
    {
        QFETCH(QString, json);
        QFETCH(QString, yaml);
        QCOMPARE(emitYaml(parsed(json)), yaml);
    }

    void strings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("yaml");
        const auto row = [](const char* text, const char* yaml) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(yaml);
        };
        for (const char* text : {"true", "Yes", "on", "n", "~", "null", "007", "0o17", "12", "-1", "1_000", "1e3", ".5",
                 "5.", ".inf", "1:30", "190:20:30.5", "2024-01-01", "2024-01-01T10:00:00Z", "0x1F", "=", "<<", "",
                 " lead", "trail ", "- x", "a: b", "a:", "a #b", "#a", "*a", "&a", "!a", "|", ">", "@a", "`a", "%a",
                 "{a", "[a", "]", ",a", "? a", "---", "...", "-", "'a", "1_0.5_0"})
            QTest::newRow(text) << QString::fromUtf8(text) << QString(u'"' + QString::fromUtf8(text) + u'"');
        for (const char* text :
            {"plain", "two words", "1.30.2", "10.0.0.0/16", "a:b", "https://x.y/z?q=1#f", "-x", "--flag", "a#b", "it's",
                "é 😀", "Standard_D4s_v5", "1.2.3.4", "a,b", "x[0]", "/subscriptions/1/x", "50%", "nope", "é"})
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(text);
        row("\"quoted\"", "'\"quoted\"'");
        row("C:\\x: y", "'C:\\x: y'");
        row("tab\there", "\"tab\\there\"");
        row("\x01\x7f\u0085\u2028\ufeff", "\"\\u0001\\u007f\\u0085\\u2028\\ufeff\"");
    }

    void strings()
    {
        QFETCH(QString, text);
        QFETCH(QString, yaml);
        QCOMPARE(emitYaml(Json(text.toStdString())), yaml + u'\n');
        Json keyed;
        keyed[text.toStdString()] = text.toStdString();
        QCOMPARE(emitYaml(keyed), QString(yaml + u": " + yaml + u'\n'));
    }

    void aByteOrderMarkIsACharacter()
    {
        QCOMPARE(emitYaml(parsed(u"{\"\\ufeffk\":[\"\\ufeff\"]}"_s)), u"\"\\ufeffk\":\n- \"\\ufeff\"\n"_s);
    }

    void longKeys()
    {
        Json value;
        value[std::string(2000, 'k')] = Json::array({1, parsed(u"{\"a\":2}"_s)});
        value["list"] = Json::array({Json{{std::string(2000, 'l'), Json::object({{"x", "y"}})}}});
        const YamlStream stream = parseYaml(emitYaml(value));
        QCOMPARE(stream.documents.size(), 1);
        QCOMPARE(*stream.documents[0].value, value);
    }

    void severalDocuments()
    {
        QCOMPARE(emitYaml(QList<Json>{parsed(u"{\"a\":1}"_s), parsed(u"[2]"_s)}), u"a: 1\n---\n- 2\n"_s);
        QCOMPARE(emitYaml(QList<Json>()), QString());
    }

    void everythingReadsBack()
    {
        const RandomRun run = randomRun({.reduced = 2000, .full = 50'000});
        RandomJson random(run.seed);
        for (int i = 0; i < run.count; ++i) {
            const Json value = random.value(5);
            const QString yaml = emitYaml(value);
            const YamlStream stream = parseYaml(yaml);
            QVERIFY2(stream.problems.isEmpty() && stream.documents.size() == 1 && *stream.documents[0].value == value,
                qPrintable(QString(yaml + u"\n----\n" + QString::fromUtf8(toCompactJson(value)))));
        }
    }
};

QTEST_GUILESS_MAIN(TestEmit)
#include "tst_emit.moc"
