// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.h"
#include "jsonpath.h"
#include "patch.h"
#include "requestpath.h"
#include "resources.h"
#include "selectors.h"
#include "testprint.h"
#include "text.h"

#include <QRegularExpression>
#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;

namespace {

Json json(const char* text)
{
    return parseJson(text).value();
}

} // namespace

class TestSelecting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void labels_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing selects all") << u""_s << true;
        QTest::newRow("equal") << u"app=web"_s << true;
        QTest::newRow("equal, twice") << u"app==web"_s << true;
        QTest::newRow("other value") << u"app=db"_s << false;
        QTest::newRow("unequal") << u"app!=db"_s << true;
        QTest::newRow("unequal of an absent label") << u"nope!=x"_s << true;
        QTest::newRow("one of") << u"app in (db, web)"_s << true;
        QTest::newRow("none of") << u"app notin (db,web)"_s << false;
        QTest::newRow("present") << u"app"_s << true;
        QTest::newRow("absent") << u"!app"_s << false;
        QTest::newRow("all terms count") << u"app=web,tier in (a,b),!x"_s << true;
        QTest::newRow("qualified") << u"example.com/x=1"_s << true;
    }
    void labels()
    {
        QFETCH(QString, selector);
        const auto parsed = LabelSelector::parse(selector);
        QVERIFY_RESULT(parsed);
        QTEST(parsed->matches(json(R"({"metadata":{"labels":{"app":"web","tier":"a","example.com/x":"1"}}})")),
            "matches");
    }

    void brokenLabelSelectorIsABadRequest()
    {
        QCOMPARE(LabelSelector::parse(u"app in (a"_s).error().status->code, 400);
        QCOMPARE(LabelSelector::parse(u"a=b,,"_s).error().status->code, 400);
    }

    void fields()
    {
        const Json event = json(R"({"metadata":{"name":"a"},"involvedObject":{"kind":"Pod"}})");
        const QStringList known = selectableFields({}, u"events"_s);
        QVERIFY(FieldSelector::parse(u"metadata.name=a,involvedObject.kind=Pod"_s, known, true)->matches(event));
        QVERIFY(!FieldSelector::parse(u"metadata.name!=a"_s, known, true)->matches(event));
        QCOMPARE(FieldSelector::parse(u"spec.x=1"_s, {}, false).error().status->message,
            u"field label not supported: spec.x"_s);
    }

    void jsonPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("member") << u".a.b"_s << "1"_ba;
        QTest::newRow("escaped dot") << u".labels.example\\.com/x"_s << "\"y\""_ba;
        QTest::newRow("quoted") << u".labels['example.com/x']"_s << "\"y\""_ba;
        QTest::newRow("index") << u".list[1].name"_s << "\"two\""_ba;
        QTest::newRow("last") << u".list[-1].name"_s << "\"two\""_ba;
        QTest::newRow("any") << u".list[*].name"_s << "\"one\""_ba;
        QTest::newRow("filter") << uR"(.list[?(@.name=="two")].on)"_s << "true"_ba;
        QTest::newRow("filter, nothing") << uR"(.list[?(@.name=="three")].on)"_s << ""_ba;
        QTest::newRow("absent") << u".a.c.d"_s << ""_ba;
    }
    void jsonPaths()
    {
        QFETCH(QString, path);
        const Json root =
            json(R"({"a":{"b":1},"labels":{"example.com/x":"y"},"list":[{"name":"one"},{"name":"two","on":true}]})");
        const Json* found = findFirst(root, path);
        QTEST(found ? toCompactJson(*found) : QByteArray(""), "found");
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << qint64(119) << u"119s"_s;
        QTest::newRow("minutes and seconds") << qint64(219) << u"3m39s"_s;
        QTest::newRow("whole minutes") << qint64(180) << u"3m"_s;
        QTest::newRow("many minutes") << qint64(3600) << u"60m"_s;
        QTest::newRow("hours and minutes") << qint64(5 * 3600 + 720) << u"5h12m"_s;
        QTest::newRow("hours") << qint64(20 * 3600) << u"20h"_s;
        QTest::newRow("days and hours") << qint64(3 * 86400 + 7200) << u"3d2h"_s;
        QTest::newRow("days") << qint64(12 * 86400) << u"12d"_s;
        QTest::newRow("years") << qint64(800) * 86400 << u"2y70d"_s;
        QTest::newRow("clock skew") << qint64(-1) << u"0s"_s;
    }
    void durations()
    {
        QFETCH(qint64, seconds);
        QTEST(humanDuration(seconds), "text");
    }

    void mergePatchFollowsTheRfc()
    {
        Json target = json(R"({"a":{"b":1,"c":2},"list":[1,2]})");
        mergePatch(target, json(R"({"a":{"b":null,"d":{"e":3}},"list":[3]})"));
        QCOMPARE(toCompactJson(target), R"({"a":{"c":2,"d":{"e":3}},"list":[3]})"_ba);
    }

    void jsonPatchThatDoesNotApplyIsUnprocessable()
    {
        const Json target = json(R"({"a":1})");
        QCOMPARE(
            toCompactJson(*jsonPatch(target, json(R"([{"op":"add","path":"/b","value":2}])"))), R"({"a":1,"b":2})"_ba);
        QCOMPARE(jsonPatch(target, json(R"([{"op":"remove","path":"/x"}])")).error().status->code, 422);
        QCOMPARE(jsonPatch(target, json("{}")).error().status->code, 400);
    }

    void strategicMerge_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("merged by key")
            << R"({"containers":[{"name":"b","image":"z"}]})"_ba
            << R"({"containers":[{"name":"a","image":"x"},{"name":"b","image":"z"}],"args":[1]})"_ba;
        QTest::newRow("added")
            << R"({"containers":[{"name":"c"}]})"_ba
            << R"({"containers":[{"name":"a","image":"x"},{"name":"b"},{"name":"c"}],"args":[1]})"_ba;
        QTest::newRow("deleted") << R"({"containers":[{"name":"a","$patch":"delete"}]})"_ba
                                 << R"({"containers":[{"name":"b"}],"args":[1]})"_ba;
        QTest::newRow("list without a key")
            << R"({"args":[2,3]})"_ba
            << R"({"containers":[{"name":"a","image":"x"},{"name":"b"}],"args":[2,3]})"_ba;
        QTest::newRow("replaced") << R"({"$patch":"replace","x":1})"_ba
                                  << R"({"x":1})"_ba;
        QTest::newRow("added, with a field left out")
            << R"({"containers":[{"name":"c","image":null}]})"_ba
            << R"({"containers":[{"name":"a","image":"x"},{"name":"b"},{"name":"c"}],"args":[1]})"_ba;
        QTest::newRow("map deleted") << R"({"labels":{"$patch":"delete"},"args":null})"_ba
                                     << R"({"containers":[{"name":"a","image":"x"},{"name":"b"}]})"_ba;
        QTest::newRow("all deleted") << R"({"$patch":"delete","x":1})"_ba
                                     << R"({})"_ba;
        QTest::newRow("order is not a field") << R"({"$setElementOrder/containers":[{"name":"a"}],"args":null})"_ba
                                              << R"({"containers":[{"name":"a","image":"x"},{"name":"b"}]})"_ba;
    }
    void strategicMerge()
    {
        QFETCH(QByteArray, patch);
        Json target = json(R"({"containers":[{"name":"a","image":"x"},{"name":"b"}],"args":[1]})");
        strategicMergePatch(target, parseJson(patch).value());
        QTEST(toCompactJson(target), "expected");
    }

    void versionsAreInTheServersOrder()
    {
        QStringList versions{
            u"v1api20240901"_s, u"v1alpha1"_s, u"v2"_s, u"v1beta1"_s, u"v1"_s, u"v1api20230201"_s, u"v1beta2"_s};
        std::sort(versions.begin(), versions.end(), isPreferredVersion);
        QCOMPARE(versions.join(u' '), u"v2 v1 v1beta2 v1beta1 v1alpha1 v1api20230201 v1api20240901"_s);
    }

    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("parts");
        QTest::newRow("core collection") << u"/api/v1/pods"_s << u"|v1||pods||"_s;
        QTest::newRow("core object") << u"/api/v1/namespaces/n/pods/p/log"_s << u"|v1|n|pods|p|log"_s;
        QTest::newRow("namespace") << u"/api/v1/namespaces/n"_s << u"|v1||namespaces|n|"_s;
        QTest::newRow("namespace status") << u"/api/v1/namespaces/n/status"_s << u"|v1||namespaces|n|status"_s;
        QTest::newRow("group") << u"/apis/g.io/v1/namespaces/n/things/t"_s << u"g.io|v1|n|things|t|"_s;
        QTest::newRow("old watch") << u"/api/v1/watch/namespaces/n/pods"_s << u"|v1|n|pods||"_s;
    }
    void paths()
    {
        QFETCH(QString, path);
        const auto parsed = parseResourcePath(path);
        QVERIFY(parsed);
        const QStringList parts{
            parsed->group, parsed->version, parsed->nameSpace, parsed->plural, parsed->name, parsed->subresource};
        QTEST(parts.join(u'|'), "parts");
        QCOMPARE(parsed->watch, path.contains(u"/watch/"_s));
    }

    void otherPathsAreNoResources()
    {
        for (const QString& path : {u"/api"_s, u"/api/v1"_s, u"/apis/g.io/v1"_s, u"/healthz"_s, u"/api/v1/a/b/c/d"_s})
            QVERIFY2(!parseResourcePath(path), qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(TestSelecting)
#include "tst_selecting.moc"
