// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/manifest/edit.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

FieldPath pathOf(const QString& pointer)
{
    return *FieldPath::fromPointer(pointer);
}

/// The text with the edit made, or the reason why not; checks on the way that the edits fit the text.
QString outcome(const QString& text, const Result<QList<TextEdit>>& edits)
{
    if (!edits)
        return u"! "_s + edits.error().message.english();
    for (const TextEdit& edit : *edits) {
        if (text.mid(edit.offset, edit.removed.size()) != edit.removed)
            return u"! an edit removes what is not there"_s;
    }
    return applied(text, *edits);
}

QString afterSet(const QString& text, const QString& pointer, const QString& json)
{
    return outcome(
        text, setField(text, parseYaml(text).documents.value(0), pathOf(pointer), *parseJson(json.toUtf8())));
}

QString afterRemove(const QString& text, const QString& pointer, bool prune = true)
{
    return outcome(text, removeField(text, parseYaml(text).documents.value(0), pathOf(pointer), prune));
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void set_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char16_t* text, const char16_t* pointer, const char16_t* json,
                             const char16_t* expected) {
            const auto string = [](const char16_t* s) { return QString::fromUtf16(s); };
            QTest::newRow(name) << string(text) << string(pointer) << string(json) << string(expected);
        };
        // Scalars
        row("plain keeps its comment", u"a: 1\nb: x   # why\nc: 2\n", u"/b", u"\"z\"", u"a: 1\nb: z   # why\nc: 2\n");
        row("double quotes stay", u"v: \"1.30\"\n", u"/v", u"\"1.31\"", u"v: \"1.31\"\n");
        row("single quotes stay", u"v: 'a'\n", u"/v", u"\"it's\"", u"v: 'it''s'\n");
        row("single quotes give way to an escape", u"v: 'a'\n", u"/v", u"\"a\\tb\"", u"v: \"a\\tb\"\n");
        row("a string gets quotes where it needs them", u"v: abc\n", u"/v", u"\"on\"", u"v: \"on\"\n");
        row("a number loses its quotes", u"v: \"3\"\n", u"/v", u"3", u"v: 3\n");
        row("the same value changes nothing", u"v:   0x10 #\n", u"/v", u"16", u"v:   0x10 #\n");
        row("no newline at the end", u"a: 1\nb: 2", u"/b", u"3", u"a: 1\nb: 3");
        row("trailing blanks stay", u"a: 1   \nb: 2  ", u"/b", u"3", u"a: 1   \nb: 3  ");
        row("empty value", u"a:\nb: 1\n", u"/a", u"1", u"a: 1\nb: 1\n");
        row("empty value with a comment", u"a: # c\nb: 1\n", u"/a", u"1", u"a: 1 # c\nb: 1\n");
        row("null", u"a: ~ # c\n", u"/a", u"\"x\"", u"a: x # c\n");
        row("text over several lines", u"a: one\n  two # c\nb: 1\n", u"/a", u"\"x\"", u"a: x # c\nb: 1\n");
        row("value on the line below", u"a:\n  one # c\nb: 1\n", u"/a", u"\"x\"", u"a: x # c\nb: 1\n");
        row("list item", u"a:\n  - x # c\n  - y\n", u"/a/0", u"\"z\"", u"a:\n  - z # c\n  - y\n");
        row("empty list item", u"a:\n-\n- y\n", u"/a/0", u"1", u"a:\n- 1\n- y\n");
        row("CRLF", u"a: 1\r\nb: 2\r\n", u"/a", u"3", u"a: 3\r\nb: 2\r\n");
        row("byte order mark", u"\ufeffa: 1\nb: 2\n", u"/a", u"3", u"\ufeffa: 3\nb: 2\n");
        row("explicit key", u"? a\n: 1\n", u"/a", u"2", u"? a\n: 2\n");
        row("anchor that nobody uses", u"a: &x 1\n", u"/a", u"2", u"a: 2\n");
        row("root", u"# c\nx\n", u"", u"{\"a\":[1]}", u"# c\na:\n- 1\n");
        row("comment without a blank before it", u"a: []# c\n", u"/a", u"1", u"a: 1 # c\n");
        row("value between carriage returns", u"a: 1 # c\rb: 2\r", u"/a", u"{\"d\":3}", u"a: # c\n  d: 3\rb: 2\r");
        row("new member between carriage returns", u"a:\r  b: 1\rc: 2\r", u"/a/d", u"3", u"a:\r  b: 1\n  d: 3\rc: 2\r");
        row("root behind the marker", u"--- a # c\n", u"", u"{\"a\":1}", u"---  # c\na: 1\n");
        row("second document's neighbour stays", u"a: 1\n---\na: 2\n", u"/a", u"3", u"a: 3\n---\na: 2\n");

        // Literals
        row("literal for literal", u"a: |\n  x\n  y\n\nb: 1\n", u"/a", u"\"p\\nq\\n\"", u"a: |\n  p\n  q\n\nb: 1\n");
        row("comment of a literal", u"a: | # c\n  x\nb: 1\n", u"/a", u"\"p\\nq\"", u"a: |- # c\n  p\n  q\nb: 1\n");
        row("literal with comment to mapping", u"a: | # c\n  x\n", u"/a", u"{\"b\":1}", u"a: # c\n  b: 1\n");
        row("literal to scalar", u"a: |-\n  x\nb: 1\n", u"/a", u"\"p\"", u"a: p\nb: 1\n");
        row("scalar to literal", u"a: x # c\nb: 1\n", u"/a", u"\"p\\nq\"", u"a: |- # c\n  p\n  q\nb: 1\n");
        row("lines in double quotes stay there", u"a: \"x\"\n", u"/a", u"\"p\\nq\"", u"a: \"p\\nq\"\n");
        row("literal in a list", u"a:\n  - |\n    x\n  - 1\n", u"/a/0", u"\"p\\n\\nq\\n\"",
            u"a:\n  - |\n    p\n\n    q\n  - 1\n");
        row("literal at the end without newline", u"a: x", u"/a", u"\"p\\nq\"", u"a: |-\n  p\n  q");

        // Collections
        row("scalar to mapping", u"a: 1 # c\nb: 2\n", u"/a", u"{\"x\":1}", u"a: # c\n  x: 1\nb: 2\n");
        row("empty braces to mapping", u"a: {}\nb: 2\n", u"/a/x", u"1", u"a:\n  x: 1\nb: 2\n");
        row("mapping to scalar", u"a: # c\n  x: 1\n  y: 2 # d\n# e\nb: 2\n", u"/a", u"1", u"a: 1 # c\n# e\nb: 2\n");
        row("mapping to mapping", u"a:\n  x: 1\n\nb: 2\n", u"/a", u"{\"z\":[1]}", u"a:\n  z:\n  - 1\n\nb: 2\n");
        row("mapping to empty", u"a:\n  x: 1\nb: 2\n", u"/a", u"{}", u"a: {}\nb: 2\n");
        row("list to list", u"a:\n- 1\n- 2\nb: 2\n", u"/a", u"[3]", u"a:\n- 3\nb: 2\n");
        row("mapping in a list", u"a:\n- x: 1\n  y: 2\n- 3\n", u"/a/0", u"{\"z\":{\"w\":1},\"v\":2}",
            u"a:\n- z:\n    w: 1\n  v: 2\n- 3\n");
        row("mapping in a list to scalar", u"a:\n- x: 1\n  y: 2\n- 3\n", u"/a/0", u"4", u"a:\n- 4\n- 3\n");

        // Members that are not there
        row("new member", u"a:\n  b: 1 # c\n\nd: 2\n", u"/a/x", u"2", u"a:\n  b: 1 # c\n  x: 2\n\nd: 2\n");
        row("new member with parents", u"a:\n    b:\n        c: 1\n", u"/a/x/z", u"2",
            u"a:\n    b:\n        c: 1\n    x:\n        z: 2\n");
        row("new member at the end without newline", u"a: 1", u"/b/c", u"2", u"a: 1\nb:\n  c: 2");
        row("new member in CRLF", u"a: 1\r\n", u"/b/c", u"2", u"a: 1\r\nb:\r\n  c: 2\r\n");
        row("new member of a list's item", u"l:\n- a: 1\n- a: 2\n", u"/l/0/b", u"3", u"l:\n- a: 1\n  b: 3\n- a: 2\n");
        row("new member below an empty value", u"a:\nb: 1\n", u"/a/x", u"2", u"a:\n  x: 2\nb: 1\n");
        row("new member below an empty value with a comment", u"a: # c\nb: 1\n", u"/a/x", u"2",
            u"a: # c\n  x: 2\nb: 1\n");
        row("new member after a literal", u"a:\n  b: |\n    x\n\nc: 1\n", u"/a/d", u"2",
            u"a:\n  b: |\n    x\n  d: 2\n\nc: 1\n");
        row("new member after a literal that keeps", u"a:\n  b: |+\n    x\n\nc: 1\n", u"/a/d", u"2",
            u"a:\n  b: |+\n    x\n\n  d: 2\nc: 1\n");
        row("new list", u"a: 1\n", u"/l/0/x", u"2", u"a: 1\nl:\n- x: 2\n");
        row("new list where lists are indented", u"a:\n  - 1\n", u"/l/0", u"2", u"a:\n  - 1\nl:\n  - 2\n");
        row("new key that needs quotes", u"a: 1\n", u"/y", u"2", u"a: 1\n\"y\": 2\n");
        row("append", u"l:\n  - 1 # c\n# d\nb: 1\n", u"/l/1", u"{\"a\":1,\"b\":2}",
            u"l:\n  - 1 # c\n  - a: 1\n    b: 2\n# d\nb: 1\n");
        row("append to the root", u"- 1\n", u"/1", u"2", u"- 1\n- 2\n");
        row("append to empty brackets", u"l: [] # c\n", u"/l/0", u"1", u"l: # c\n- 1\n");
        row("number as key of a mapping", u"m:\n  a: 1\n", u"/m/5", u"2", u"m:\n  a: 1\n  \"5\": 2\n");
        row("merged mapping gets its own member", u"x: &x {a: 1}\nz:\n  <<: *x\n", u"/z/b", u"2",
            u"x: &x {a: 1}\nz:\n  <<: *x\n  b: 2\n");

        // Braces and brackets
        row("flow scalar", u"a: {b: 1, c: x}\n", u"/a/c", u"\"y: z\"", u"a: {b: 1, c: \"y: z\"}\n");
        row("flow collection", u"a: {b: 1}\n", u"/a/b", u"[1, {\"c\": \"x\"}]", u"a: {b: [1, {c: x}]}\n");
        row("flow member", u"a: {b: 1}\n", u"/a/c", u"2", u"a: {b: 1, c: 2}\n");
        row("flow member after an empty one", u"a: {b: }\n", u"/a/c", u"2", u"a: {b: , c: 2 }\n");
        row("flow key without value", u"a: {b, c: 1}\n", u"/a/b", u"2", u"a: {b: 2, c: 1}\n");
        row("flow item", u"a: [x, y] # c\n", u"/a/2", u"\"z\"", u"a: [x, y, z] # c\n");
        row("flow parents", u"a: {b: 1}\n", u"/a/c/d/0", u"2", u"a: {b: 1, c: {d: [2]}}\n");
        row("pair without braces", u"a: [b: 1]\n", u"/a/0/c", u"2", u"a: [{b: 1, c: 2}]\n");
        row("JSON stays JSON", u"{\n  \"a\": 1,\n  \"b\": {\"c\": true}\n}\n", u"/x", u"{\"y\": \"z\"}",
            u"{\n  \"a\": 1,\n  \"b\": {\"c\": true},\n  \"x\": {\"y\": \"z\"}\n}\n");
        row("JSON value", u"{\"a\": 1}", u"/a", u"\"b\"", u"{\"a\": \"b\"}");
        row("whole flow value in block", u"a: [1, 2]\n", u"/a", u"[3]", u"a:\n- 3\n");

        // What cannot be set
        row("through a scalar", u"a: 1\n", u"/a/b", u"1", u"! The field a.b cannot be set: a is a plain value.");
        row("beyond a list's end", u"a: [1]\n", u"/a/2", u"1", u"! The field a[2] cannot be set: a is a shorter list.");
        row("name in a list", u"a: [1]\n", u"/a/x", u"1", u"! The field a.x cannot be set: a is a shorter list.");
        row("new list from item 1", u"a: 1\n", u"/b/1", u"1", u"! A new list begins with item 0, not with item 1.");
        row("new list from a far item", u"a: 1\n", u"/b/9000000", u"1",
            u"! A new list begins with item 0, not with item 9000000.");
        row("alias", u"a: &x 1\nb: *x\n", u"/b", u"2",
            u"! The field b comes from a YAML alias; change it in the text.");
        row("below an alias", u"a: &x {c: 1}\nb: *x\n", u"/b/c", u"2",
            u"! The field b.c comes from a YAML alias; change it in the text.");
        row("merged", u"a: &x {c: 1}\nb:\n  <<: *x\n", u"/b/c", u"2",
            u"! The field b.c comes from a YAML alias; change it in the text.");
        row("anchor in use", u"a: &x {c: 1}\nb: *x\n", u"/a/c", u"2",
            u"! The field a.c is used elsewhere through a YAML anchor; change it in the text.");
        row("around an anchor in use", u"a:\n  c: &x 1\nb: *x\n", u"/a", u"2",
            u"! The field a is used elsewhere through a YAML anchor; change it in the text.");
    }

    void set()
    {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        QFETCH(QString, json);
        QFETCH(QString, expected);
        QCOMPARE(afterSet(text, pointer, json), expected);
    }

    void remove_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char16_t* text, const char16_t* pointer, const char16_t* expected) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(pointer)
                                << QString::fromUtf16(expected);
        };
        row("member with its comment", u"a: 1\nb: 2 # c\n# d\ne: 3\n", u"/b", u"a: 1\n# d\ne: 3\n");
        row("last member", u"a: 1\nb: 2\n", u"/b", u"a: 1\n");
        row("last member without newline", u"a: 1\nb: 2", u"/b", u"a: 1");
        row("last member without newline, CRLF", u"a: 1\r\nb: 2", u"/b", u"a: 1");
        row("CRLF", u"a: 1\r\nb: 2\r\n", u"/a", u"b: 2\r\n");
        row("mapping", u"a:\n  b: 1\n  c: 2\nd: 3\n", u"/a", u"d: 3\n");
        row("literal", u"a: |\n  x\n\n  y\n\nb: 1\n", u"/a", u"\nb: 1\n");
        row("first member on a dash's line", u"l:\n- a: 1 # c\n  # d\n  b: 2\n", u"/l/0/a", u"l:\n- # d\n  b: 2\n");
        row("later member of an item", u"l:\n- a: 1\n  b: 2\n- c\n", u"/l/0/b", u"l:\n- a: 1\n- c\n");
        row("item", u"l:\n  - a: 1\n    b: 2\n  - c\n", u"/l/0", u"l:\n  - c\n");
        row("item of a list in a list", u"- - a\n  - b\n- c\n", u"/0/0", u"- - b\n- c\n");
        row("explicit key", u"? a\n: 1\nb: 2\n", u"/a", u"b: 2\n");
        row("empties its parent", u"a: 1\nb:\n  c: # x\n    d: 1\n  e: 2\n", u"/b/c/d", u"a: 1\nb:\n  e: 2\n");
        row("empties a field below the root", u"a: 1\nb:\n  c:\n    d: 1\n", u"/b/c/d", u"a: 1\nb: {}\n");
        row("empties a list below the root", u"a: 1\nb:\n- 1\n", u"/b/0", u"a: 1\nb: []\n");
        row("empties the root", u"a: 1\n", u"/a", u"{}\n");
        row("flow member", u"a: {b: 1, c: 2, d: 3}\n", u"/a/c", u"a: {b: 1, d: 3}\n");
        row("first flow member", u"a: {b: 1, c: 2}\n", u"/a/b", u"a: {c: 2}\n");
        row("last flow member", u"a: {b: 1, c: 2 }\n", u"/a/c", u"a: {b: 1 }\n");
        row("last flow item before a comma", u"a: [x, y,]\n", u"/a/1", u"a: [x,]\n");
        row("only flow item", u"a: {b: [x], c: 1}\n", u"/a/b/0", u"a: {c: 1}\n");
        row("flow member after a merge of a list", u"a: {<<: [{x: 1}, {y: 2}], b: 3}\n", u"/a/b",
            u"a: {<<: [{x: 1}, {y: 2}]}\n");
        row("JSON line", u"{\n  \"a\": 1,\n  \"b\": 2\n}\n", u"/a", u"{\n  \"b\": 2\n}\n");
        row("not there", u"a: 1\n", u"/b/c", u"a: 1\n");
        row("below a scalar", u"a: 1\n", u"/a/c", u"a: 1\n");
        row("below an alias", u"a: &x {c: 1}\nb: *x\n", u"/b/c",
            u"! The field b.c comes from a YAML alias; change it in the text.");
        row("anchor in use", u"a: &x 1\nb: *x\n", u"/a",
            u"! The field a is used elsewhere through a YAML anchor; change it in the text.");
        row("around an anchor in use", u"a:\n  c: &x 1\n  d: 1\nb: *x\n", u"/a",
            u"! The field a is used elsewhere through a YAML anchor; change it in the text.");
    }

    void remove()
    {
        QFETCH(QString, text);
        QFETCH(QString, pointer);
        QFETCH(QString, expected);
        QCOMPARE(afterRemove(text, pointer), expected);
    }

    void removingKeepsEmptyParentsOnDemand()
    {
        QCOMPARE(afterRemove(u"a:\n  b:\n    c: 1\n  d: 2\n"_s, u"/a/b/c"_s, false), u"a:\n  b: {}\n  d: 2\n"_s);
        QCOMPARE(afterRemove(u"a:\n  - - x\n  - y\n"_s, u"/a/0/0"_s, false), u"a:\n  - []\n  - y\n"_s);
    }

    void editsOfALaterDocumentStandInItsPlace()
    {
        const QString text = u"a: 😀\n---\na: x\nb: 1\n---\na: y\n"_s;
        const YamlStream stream = parseYaml(text);
        const auto edits = setField(text, stream.documents[1], pathOf(u"/a"_s), Json("z"));
        QVERIFY_RESULT(edits);
        QCOMPARE(applied(text, *edits), u"a: 😀\n---\na: z\nb: 1\n---\na: y\n"_s);
    }

    void appliedTakesTouchingEdits()
    {
        const QList<TextEdit> edits{{.offset = 2, .removed = u"c"_s, .inserted = u"X"_s},
            {.offset = 0, .removed = u"ab"_s, .inserted = {}}, {.offset = 3, .removed = {}, .inserted = u"Y"_s}};
        QCOMPARE(applied(u"abcd"_s, edits), u"XYd"_s);
    }
};

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
