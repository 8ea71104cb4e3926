// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldset.h"

#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;

namespace {

FieldSet fromText(const char* fieldsV1)
{
    return FieldSet::decode(parseJson(fieldsV1).value());
}

} // namespace

class TestFieldSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesARoundTrip_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("leaves") << QByteArray(R"({"f:data":{"f:a":{},"f:b":{}}})");
        QTest::newRow("a map and its members") << QByteArray(R"({"f:labels":{".":{},"f:a":{}}})");
        QTest::newRow("items by key") << QByteArray(
            "{\"f:conditions\":{\"k:{\\\"type\\\":\\\"Ready\\\"}\":{\".\":{},\"f:status\":{}}}}");
        QTest::newRow("items by value") << QByteArray("{\"f:finalizers\":{\"v:\\\"a.b/c\\\"\":{}}}");
        QTest::newRow("every kind of element in order")
            << QByteArray("{\"f:z\":{},\"k:{\\\"a\\\":1}\":{},\"v:true\":{},\"i:0\":{}}");
    }

    void survivesARoundTrip()
    {
        QFETCH(QByteArray, fields);
        QCOMPARE(toCompactJson(fromText(fields.constData()).encode()), fields);
    }

    void leavesOutWhatIsNoPath()
    {
        QCOMPARE(toCompactJson(fromText(R"({"x":{},"f":{},"f:a":{"?":{}}})").encode()), QByteArray(R"({"f:a":{}})"));
    }

    void combines_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("united");
        QTest::addColumn<QByteArray>("intersected");
        QTest::addColumn<QByteArray>("without");
        QTest::newRow("apart") << QByteArray(R"({"f:a":{}})") << QByteArray(R"({"f:b":{}})")
                               << QByteArray(R"({"f:a":{},"f:b":{}})") << QByteArray("{}")
                               << QByteArray(R"({"f:a":{}})");
        QTest::newRow("a parent is not its child")
            << QByteArray(R"({"f:a":{"f:x":{}}})") << QByteArray(R"({"f:a":{}})")
            << QByteArray(R"({"f:a":{".":{},"f:x":{}}})") << QByteArray("{}") << QByteArray(R"({"f:a":{"f:x":{}}})");
        QTest::newRow("nothing is left") << QByteArray(R"({"f:a":{"f:x":{}}})")
                                         << QByteArray(R"({"f:a":{".":{},"f:x":{}}})")
                                         << QByteArray(R"({"f:a":{".":{},"f:x":{}}})")
                                         << QByteArray(R"({"f:a":{"f:x":{}}})") << QByteArray("{}");
    }

    void combines()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        const FieldSet left = fromText(a.constData());
        const FieldSet right = fromText(b.constData());
        QTEST(toCompactJson(left.united(right).encode()), "united");
        QTEST(toCompactJson(left.intersected(right).encode()), "intersected");
        QTEST(toCompactJson(left.without(right).encode()), "without");
    }

    void printsPathsAsTheServerDoes()
    {
        const FieldSet set = fromText("{\"f:status\":{\"f:c\":{\"k:{\\\"port\\\":80,\\\"name\\\":\\\"a\\\"}\":{\"f:x\":"
                                      "{}},\"v:\\\"q\\\"\":{},\"i:3\":{}}}}");
        QStringList paths;
        for (const Path& path : set.paths())
            paths.append(toString(path));
        paths.sort();
        const QStringList expected{u".status.c[3]"_s, u".status.c[=\"q\"]"_s, u".status.c[port=80,name=\"a\"].x"_s};
        QCOMPARE(paths, expected);
    }

    void keysAreSortedByName()
    {
        QCOMPARE(
            PathElement::key(Json{{"protocol", "TCP"}, {"port", 80}}).encoded(), R"(k:{"port":80,"protocol":"TCP"})");
    }
};

QTEST_APPLESS_MAIN(TestFieldSet)
#include "tst_fieldset.moc"
