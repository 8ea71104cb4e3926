// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/yaml.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

FieldPath pathOf(const QString& pointer)
{
    return *FieldPath::fromPointer(pointer);
}

QString jsonOf(const YamlStream& stream)
{
    QStringList documents;
    for (const YamlDocument& document : stream.documents)
        documents.append(QString::fromUtf8(toCompactJson(*document.value)));
    return documents.join(u' ');
}

QString problemsOf(const YamlStream& stream)
{
    QStringList lines;
    for (const Problem& problem : stream.problems)
        lines.append(u"%1 %2:%3 %4 %5"_s.arg(problem.rule)
                         .arg(problem.line)
                         .arg(problem.column)
                         .arg(problem.path.toPointer(), problem.message.english()));
    return lines.join(u'\n');
}

QString written(const QString& text, const TextRange& range)
{
    return text.mid(range.begin, range.end - range.begin);
}

} // namespace

class TestYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void scalarsReadAsKubectlReadsThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        const auto row = [](const char* text, const char* json) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(json);
        };
        row("[yes, no, on, off, y, n, Y, N]", "[true,false,true,false,true,false,true,false]");
        row("[TRUE, True, yEs, tRue]", R"([true,true,"yEs","tRue"])");
        row("[0o17, 017, 08, 0x1F, 0b101, -0x1f, +12, -0]", "[15,15,8,31,5,-31,12,0]");
        row("[1_000, 0x_1, 1__0, 1_, 1.5_0]", "[1000,1,10,1,1.5]");
        row("[0o, 0x, 00, _1, ._5, 1e, e1]", R"(["0o","0x",0,"_1","._5","1e","e1"])");
        row("[1e3, 1E3, 1e+3, 1.5e-3, .5, +.5, -.5, 5., 1.0]", "[1000,1000,1000,0.0015,0.5,0.5,-0.5,5,1]");
        row("[1e999, 1e-999]", R"(["1e999",0])");
        row("[-9223372036854775808, 18446744073709551615]", "[-9223372036854775808,18446744073709551615]");
        row("123456789012345678901234567890", "1.2345678901234568e+29");
        row("[~, null, Null, NULL, nULL, \"\"]", R"([null,null,null,null,"nULL",""])");
        row("[1:30, 190:20:30, 2024-01-01, 2024-01-01T00:00:00Z]",
            R"(["1:30","190:20:30","2024-01-01","2024-01-01T00:00:00Z"])");
        row("[=, <, <<, 1.2.3, 0.0.0.0/0, ., .., +, -x]", R"(["=","<","<<","1.2.3","0.0.0.0/0",".","..","+","-x"])");
        row("['1', \"true\", !!str 12, ! 12]", R"(["1","true","12","12"])");
        row("[!!int \"3\", !!float 3, !!bool \"yes\", !!binary aGVsbG8=]", R"([3,3,true,"hello"])");
        row("!own text", "\"text\"");
        row("{y: 1, 1: 2, 1.5: 3, 0x10: 4, no: 5, .5: 6}", R"({"true":1,"1":2,"1.5":3,"16":4,"false":5,"0.5":6})");
        row("{1e22: a, 1234567.125: b, .inf: c}", R"({"1e+22":"a","1.2345671e+06":"b",".inf":"c"})");
    }

    void scalarsReadAsKubectlReadsThem()
    {
        QFETCH(QString, text);
        QFETCH(QString, json);
        const YamlStream stream = parseYaml(text);
        QCOMPARE(problemsOf(stream), QString());
        QCOMPARE(jsonOf(stream), json);
    }

    void documents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::newRow("empty text") << u""_s << u""_s;
        QTest::newRow("only comments") << u"# a\n---\n# b\n---\n"_s << u""_s;
        QTest::newRow("written null") << u"~\n"_s << u"null"_s;
        QTest::newRow("two") << u"a: 1\n---\nb: 2\n"_s << u"{\"a\":1} {\"b\":2}"_s;
        QTest::newRow("marker with text and comment") << u"--- a\n--- # c\nb\n"_s << u"\"a\" \"b\""_s;
        QTest::newRow("document end") << u"a: 1\n...\n---\nb: 2\n...\n"_s << u"{\"a\":1} {\"b\":2}"_s;
        QTest::newRow("directives") << u"%YAML 1.1\n# c\n---\na: 1\n"_s << u"{\"a\":1}"_s;
        QTest::newRow("markers without documents") << u"---\n---\n--- # a\n---\nb\n---\n"_s << u"\"b\""_s;
        QTest::newRow("dashes that are no marker") << u"a: |\n  ---\n----: 1\n"_s << u"{\"a\":\"---\\n\",\"----\":1}"_s;
        QTest::newRow("byte order mark") << u"\xfeff"_s + u"a: 1\nb: 2\n"_s << u"{\"a\":1,\"b\":2}"_s;
        QTest::newRow("CRLF") << u"a: |\r\n  x\r\n  y\r\nb: 1\r\n"_s << u"{\"a\":\"x\\ny\\n\",\"b\":1}"_s;
        QTest::newRow("folded and kept") << u"a: >\n  x\n  y\n\n   z\nb: |+\n  x\n\n"_s
                                         << u"{\"a\":\"x y\\n\\n z\\n\",\"b\":\"x\\n\\n\"}"_s;
        QTest::newRow("JSON") << u"{\n\t\"a\": [1, 2.5, null],\n\t\"b\":\"\\/\\u00e4\"\n}"_s
                              << u"{\"a\":[1,2.5,null],\"b\":\"/ä\"}"_s;
        QTest::newRow("JSON with surrogates")
            << u"{\"a\":\"\\ud83d\\ude00\",\"b\":\"\\\\ud83d\"}"_s << u"{\"a\":\"😀\",\"b\":\"\\\\ud83d\"}"_s;
        QTest::newRow("JSON with characters that YAML refuses")
            << u"{\"a\":\"x\x7f\x85\x2028\"}"_s << u"{\"a\":\"x\x7f\x85\x2028\"}"_s;
        QTest::newRow("literal without newline at the end") << u"a: |\n  x"_s << u"{\"a\":\"x\\n\"}"_s;
        QTest::newRow("alias") << u"a: &x {b: [1]}\nc: *x\nd: [*x]\n"_s
                               << u"{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]},\"d\":[{\"b\":[1]}]}"_s;
        QTest::newRow("merge, later keys win")
            << u"a: &x {b: 1, c: 2}\nd: {<<: *x, b: 3}\ne: {b: 3, <<: *x}\n"_s
            << u"{\"a\":{\"b\":1,\"c\":2},\"d\":{\"b\":3,\"c\":2},\"e\":{\"b\":1,\"c\":2}}"_s;
        QTest::newRow("merge of a list, first mapping wins")
            << u"x: {<<: [{a: 1}, {a: 2, b: 3}], c: 4}\n"_s << u"{\"x\":{\"a\":1,\"b\":3,\"c\":4}}"_s;
        QTest::newRow("quoted merge key") << u"{\"<<\": {a: 1}}"_s << u"{\"<<\":{\"a\":1}}"_s;
    }

    void documents()
    {
        QFETCH(QString, text);
        QFETCH(QString, json);
        const YamlStream stream = parseYaml(text);
        QCOMPARE(problemsOf(stream), QString());
        QCOMPARE(jsonOf(stream), json);
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problems");
        const auto row = [](const char* name, const char* text, const char* problems) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(problems);
        };
        row("duplicate key", "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n",
            "yaml/duplicate-key 5:3 /b/c The key c stands on line 3 already; each key may be set once.");
        row("keys that become the same", "y: 1\ntrue: 2\n",
            "yaml/duplicate-key 2:1 /true The key true stands on line 1 already; each key may be set once.");
        row("list as key", "{[a]: 1}", "yaml/syntax 1:2  A key must be text, not a list or a mapping.");
        row("null as key", "a:\n  ~: 1\n", "yaml/syntax 2:3 /a A key must be text; quote “~”.");
        row("infinite", "a: .inf",
            "yaml/syntax 1:4 /a The API server takes no infinite number; quote .inf if it is meant as text.");
        row("wrong tag", "a: !!int x", "yaml/syntax 1:4 /a The text “x” is no value of the type that its tag names.");
        row("unknown alias", "a: *x",
            "yaml/syntax 1:4  No value above is named &x, so *x stands for nothing; quote the text if it is meant as a "
            "value.");
        row("alias in itself", "a: &x\n  b: *x", "yaml/syntax 2:6  The value that is named &x cannot contain itself.");
        row("merge of a scalar", "<<: 1", "yaml/syntax 1:5  Only mappings can be merged with “<<”.");
        row("tab", "a:\n\tb: 1\n", "yaml/syntax 2:1  Expected spaces: YAML does not allow a tab in the indentation.");
        row("second colon", "a: b: c\n",
            "yaml/syntax 1:5  A colon cannot stand here, because the text before it is a value already; quote that "
            "text, or "
            "begin the key on its own line.");
        row("wrong indentation", "a:\n  b: 1\n c: 2\n",
            "yaml/syntax 3:2  Expected a key, indented like the first key of the mapping that begins on line 1.");
        row("no colon", "a: 1\nb\n", "yaml/syntax 3:1  Expected a colon and a space after the key on line 2.");
        row("open quote", "a: 1\nb: \"x\n",
            "yaml/syntax 3:1  Expected the quote that closes the text beginning on line 2.");
        row("open list", "a: [1, 2\nb: 3\n",
            "yaml/syntax 2:2  Expected a comma or “]” for the list that begins on line 1.");
        row("at sign", "a: @b", "yaml/syntax 1:4  Expected a value or key; one that begins with @ must be quoted.");
        row("list item in a mapping", "a: 1\n- b\n",
            "yaml/syntax 2:1  Expected a key, indented like the first key of the mapping that begins on line 1.");
        row("column counts characters", "a: \"😀\" x: 1",
            "yaml/syntax 1:8  Expected a key, indented like the first key of the mapping that begins on line 1.");
        row("control character", "a: 1\nb: \x01",
            "yaml/syntax 2:4  Expected readable text; a control character can only stand in "
            "double quotes, as an escape.");
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(QString, problems);
        QCOMPARE(problemsOf(parseYaml(text)), problems);
    }

    void aSyntaxErrorCostsItsOwnDocumentOnly()
    {
        const YamlStream stream = parseYaml(u"a: 1\n---\nb: [\n---\nc: 3\n"_s);
        QCOMPARE(jsonOf(stream), u"{\"a\":1} {\"c\":3}"_s);
        QCOMPARE(stream.problems.size(), 1);
        QVERIFY(stream.hasErrors());
        QCOMPARE(stream.problems[0].line, 4);
    }

    void theLastOfTwoEqualKeysCounts()
    {
        const QString text = u"a: {b: 1}\nc: 0\na: {d: 2}\n"_s;
        const YamlStream stream = parseYaml(text);
        QCOMPARE(jsonOf(stream), u"{\"a\":{\"d\":2},\"c\":0}"_s);
        QVERIFY(stream.documents[0].map.find(pathOf(u"/a/b"_s)) == nullptr);
        QCOMPARE(stream.documents[0].map.find(pathOf(u"/a/d"_s))->value.line, 3);
    }

    void limits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("bytes") << QString(401, u'a') << u""_s << u"The text is longer than 400 bytes."_s;
        QTest::newRow("documents") << u"a\n---\nb\n---\nc\n---\nd\n"_s << u"\"a\" \"b\" \"c\""_s
                                   << u"The text has more than 3 documents."_s;
        QTest::newRow("depth") << QString(200, u'[') << u""_s << u"The text is nested deeper than 10 levels."_s;
        QTest::newRow("depth through aliases")
            << u"a: &a [[[[[[1]]]]]]\nb: [[[[[[*a]]]]]]\n"_s << u""_s << u"The text is nested deeper than 10 levels."_s;
        QTest::newRow("markers do not count")
            << u"---\n"_s.repeated(90) + QString(20, u'[') << u""_s << u"The text is nested deeper than 10 levels."_s;
        QTest::newRow("values") << QString(u"[1"_s + u",1"_s.repeated(100) + u']') << u""_s
                                << u"The text has more than 100 values."_s;
        QTest::newRow("billion laughs")
            << u"a: &a [1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n"_s << u""_s
            << u"The text's aliases stand for too many values."_s;
        QTest::newRow("long laughs") << QString(u"a: &a "_s + QString(200, u'x') + u"\nb: [*a,*a,*a,*a,*a]\n"_s)
                                     << u""_s << u"The text's aliases stand for too many values."_s;
    }

    void limits()
    {
        QFETCH(QString, text);
        QFETCH(QString, json);
        QFETCH(QString, message);
        const YamlLimits limits{.maxBytes = 400, .maxDocuments = 3, .maxDepth = 10, .maxNodes = 100};
        const YamlStream stream = parseYaml(text, limits);
        QCOMPARE(jsonOf(stream), json);
        QCOMPARE(stream.problems.size(), 1);
        QCOMPARE(stream.problems[0].rule, u"yaml/limit"_s);
        QCOMPARE(stream.problems[0].message.english(), message);
    }

    void largeMappingsDoNotSlowDown()
    {
        QString text;
        for (int i = 0; i < 60000; ++i)
            text += u"key%1: %1\n"_s.arg(i);
        const YamlStream stream = parseYaml(text);
        QCOMPARE(stream.documents.size(), 1);
        QCOMPARE(stream.documents[0].value->size(), 60000U);
    }

    void places_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, const QString& text, const char* pointer, const QString& key,
                             const QString& value, int line, int column) {
            QTest::newRow(name) << text << QString::fromUtf8(pointer) << key << value << line << column;
        };
        row("plain", u"a: 1\nb: two words  # note\n"_s, "/b", u"b"_s, u"two words"_s, 2, 4);
        row("quoted", u"a: 'x: y' # c\n"_s, "/a", u"a"_s, u"'x: y'"_s, 1, 4);
        row("empty value", u"a:\nb: 1\n"_s, "/a", u"a"_s, u""_s, 1, 3);
        row("empty value before a comment", u"a: # c\nb: 1\n"_s, "/a", u"a"_s, u""_s, 1, 3);
        row("empty value at the end", u"b: 1\na:"_s, "/a", u"a"_s, u""_s, 2, 3);
        row("mapping without what follows", u"a:\n  b: 1 # c\n\n# d\ne: 2\n"_s, "/a", u"a"_s, u"b: 1"_s, 2, 3);
        row("dash at the key", u"a:\n- 1\n# -\n- 2\n"_s, "/a/1", u"-"_s, u"2"_s, 4, 3);
        row("dash deeper", u"a:\n  # - x\n  - b: 1\n    c: 2\n"_s, "/a/0", u"-"_s, u"b: 1\n    c: 2"_s, 3, 5);
        row("empty item", u"a:\n-\n- 1\n"_s, "/a/0", u"-"_s, u""_s, 2, 2);
        row("dash of a tagged list", u"a: &x-y\n- 1\n"_s, "/a/0", u"-"_s, u"1"_s, 2, 3);
        row("flow", u"a: {b: [x, y]}\n"_s, "/a/b/1", u""_s, u"y"_s, 1, 12);
        row("flow key without value", u"a: {b, c: 1}\n"_s, "/a/b", u"b"_s, u""_s, 1, 6);
        row("literal", u"a: |\n  x\n\n  y\n\n# c\nb: 1\n"_s, "/a", u"a"_s, u"|\n  x\n\n  y"_s, 1, 4);
        row("literal that keeps", u"a: |+\n  x\n\nb: 1\n"_s, "/a", u"a"_s, u"|+\n  x\n"_s, 1, 4);
        row("literal with a deeper blank line", u"a: |\n  x\n     \nb: 1\n"_s, "/a", u"a"_s, u"|\n  x\n     "_s, 1, 4);
        row("literal at the end", u"a: |\n  x"_s, "/a", u"a"_s, u"|\n  x"_s, 1, 4);
        row("literal, CRLF", u"a: |\r\n  x\r\n\r\nb: 1\r\n"_s, "/a", u"a"_s, u"|\r\n  x"_s, 1, 4);
        row("empty literal", u"a: |\nb: 1\n"_s, "/a", u"a"_s, u"|"_s, 1, 4);
        row("beyond U+FFFF", u"😀: \"😀😀\"\nb: 1\n"_s, "/😀", u"😀"_s, u"\"😀😀\""_s, 1, 4);
        row("after U+FFFF", u"a: 😀\nb: {c: 😀, d: é}\n"_s, "/b/d", u"d"_s, u"é"_s, 2, 14);
        row("after a byte order mark", u"\xfeff"_s + u"a: 1\nb: 2\n"_s, "/b", u"b"_s, u"2"_s, 2, 4);
        row("after CRLF", u"a: 1\r\nb: 2\r\n"_s, "/b", u"b"_s, u"2"_s, 2, 4);
        row("with an anchor", u"a: &x !!str 1\n"_s, "/a", u"a"_s, u"&x !!str 1"_s, 1, 4);
        row("explicit key", u"? a\n: 1\n"_s, "/a", u"a"_s, u"1"_s, 2, 3);
        row("key that is a number", u"a: {1: x}\n"_s, "/a/1", u"1"_s, u"x"_s, 1, 8);
        row("root", u"# c\n\na: 1\nb: 2 # d\n"_s, "", u""_s, u"a: 1\nb: 2"_s, 3, 1);
    }

    void places()
    {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, line);
        QFETCH(int, column);
        const YamlStream stream = parseYaml(text);
        QCOMPARE(stream.documents.size(), 1);
        const SourceEntry* entry = stream.documents[0].map.find(pathOf(pointer));
        QVERIFY(entry != nullptr);
        QCOMPARE(written(text, entry->key), key);
        QCOMPARE(written(text, entry->value), value);
        QCOMPARE(entry->value.line, line);
        QCOMPARE(entry->value.column, column);
    }

    void mergedAndAliasedFieldsPointToTheAlias()
    {
        const QString text = u"a: &x {b: {c: 1}}\nd:\n  <<: *x\n  e: *x\n"_s;
        const YamlStream stream = parseYaml(text);
        const SourceMap& map = stream.documents[0].map;
        QCOMPARE(written(text, map.find(pathOf(u"/d/b"_s))->value), u"*x"_s);
        QVERIFY(map.find(pathOf(u"/d/b"_s))->alias);
        QVERIFY(map.find(pathOf(u"/d/e"_s))->alias);
        QVERIFY(map.find(pathOf(u"/d/e/b"_s)) == nullptr);
        QCOMPARE(map.nearest(pathOf(u"/d/e/b/c"_s)), map.find(pathOf(u"/d/e"_s)));
        QVERIFY(map.find(pathOf(u"/a"_s))->shared);
        QVERIFY(!map.find(pathOf(u"/d"_s))->shared);
    }

    void ranges()
    {
        const QString text = u"# head\na: 1\n---\n# next\nb: 2\n# tail\n--- c\n...\n"_s;
        const YamlStream stream = parseYaml(text);
        QCOMPARE(stream.documents.size(), 3);
        QCOMPARE(written(text, stream.documents[0].range), u"# head\na: 1\n"_s);
        QCOMPARE(written(text, stream.documents[1].range), u"# next\nb: 2\n# tail\n"_s);
        QCOMPARE(written(text, stream.documents[2].range), u" c\n"_s);
        QCOMPARE(stream.documents[1].range.line, 4);
    }

    void pathsAtOffsets_data()
    {
        QTest::addColumn<QString>("marked"); ///< the bar is the cursor
        QTest::addColumn<QString>("pointer");
        QTest::newRow("key") << u"a: 1\nsp|ec:\n  b: 2\n"_s << u"/spec"_s;
        QTest::newRow("value") << u"a: 1\nspec:\n  b: 2|\n"_s << u"/spec/b"_s;
        QTest::newRow("behind the colon") << u"spec:|\n  b: 2\n"_s << u"/spec"_s;
        QTest::newRow("indentation") << u"spec:\n  b: 2\n | c: 3\n"_s << u"/spec"_s;
        QTest::newRow("comment after the value") << u"spec:\n  b: 2 # |\n  c: 3\n"_s << u"/spec"_s;
        QTest::newRow("dash") << u"l:\n  - a: 1\n  |- a: 2\n"_s << u"/l/1"_s;
        QTest::newRow("in an item") << u"l:\n  - a: 1\n  - a: |2\n"_s << u"/l/1/a"_s;
        QTest::newRow("alias") << u"a: &x {b: 1}\nc: *|x\n"_s << u"/c"_s;
        QTest::newRow("before everything") << u"| # c\na: 1\n"_s << u""_s;
        QTest::newRow("after everything") << u"a: 1\n\n|"_s << u""_s;
    }

    void pathsAtOffsets()
    {
        QFETCH(QString, marked);
        QFETCH(QString, pointer);
        const qsizetype cursor = marked.indexOf(u'|');
        const YamlStream stream = parseYaml(QString(marked).remove(cursor, 1));
        QCOMPARE(stream.documents[0].map.pathAt(cursor).toPointer(), pointer);
    }

    void anEmptyMapHasNoPlaces()
    {
        const SourceMap map;
        QVERIFY(map.find({}) == nullptr);
        QVERIFY(map.nearest(pathOf(u"/a"_s)) == nullptr);
        QVERIFY(map.pathAt(3).isRoot());
    }
};

QTEST_GUILESS_MAIN(TestYaml)
#include "tst_yaml.moc"
