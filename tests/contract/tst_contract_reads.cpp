// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// Objects, lists, pages, selections, watches and tables. Over the wire; where the two servers differ, the embedded one
/// is wrong.
class TestReadContract : public ContractTest
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissing_data() { ServerUnderTest::addRows(); }
    void saysWhatIsMissing()
    {
        ApiClient& api = wire();
        const Answer object = api.get(nodePoolPath(u"absent"_s));
        QCOMPARE(object.code, 404);
        QCOMPARE(object.text("/message"), u"nodepools.karpenter.sh \"absent\" not found"_s);
        QCOMPARE(object.text("/details/kind"), u"nodepools"_s);
        const Answer kind = api.get(u"/apis/karpenter.sh/v1beta1/nodepools"_s);
        QCOMPARE(kind.code, 404);
        QCOMPARE(kind.body.trimmed(), QByteArray("404 page not found"));
        QCOMPARE(api.get(u"/apis/karpenter.sh/v1/namespaces/default/nodepools/x"_s).code, 404);
        QCOMPARE(api.mergePatch(nodePoolPath(u"absent"_s), {{"spec", Json::object()}}).code, 404);
        QCOMPARE(api.remove(nodePoolPath(u"absent"_s)).code, 404);
    }

    void listsInPages_data() { ServerUnderTest::addRows(); }
    void listsInPages()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
            QCOMPARE(api.post(path, configMap(name)).code, 201);
        const Answer first = api.get(path + u"?limit=2");
        QCOMPARE(namesOf(first.json), (QStringList{u"a"_s, u"b"_s}));
        const QString token = first.text("/metadata/continue");
        QVERIFY(!token.isEmpty());
        QCOMPARE(valueAt(first.json, "/metadata/remainingItemCount"), Json(1));
        QCOMPARE(api.post(path, configMap(u"d"_s)).code, 201);
        const Answer rest = api.get(path + u"?limit=2&continue=" + QString::fromLatin1(QUrl::toPercentEncoding(token)));
        QCOMPARE(namesOf(rest.json), QStringList{u"c"_s});
        QVERIFY(rest.text("/metadata/continue").isEmpty());
        QCOMPARE(rest.text("/metadata/resourceVersion"), first.text("/metadata/resourceVersion"));
        QCOMPARE(api.get(path + u"?limit=2&continue=nonsense").code, 400);
    }

    void selects_data() { ServerUnderTest::addRows(); }
    void selects()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        for (const auto& [name, team] : {std::pair("a", "wading"), std::pair("b", "diving"), std::pair("c", "")}) {
            Json object = configMap(QString::fromLatin1(name));
            if (*team != '\0')
                object["metadata"]["labels"] = {{"team", team}};
            QCOMPARE(api.post(path, object).code, 201);
        }
        const auto found = [&](const char* query) {
            return namesOf(api.get(path + u'?' + QString::fromLatin1(query)).json);
        };
        QCOMPARE(found("labelSelector=team%3Dwading"), QStringList{u"a"_s});
        QCOMPARE(found("labelSelector=team"), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(found("labelSelector=!team"), QStringList{u"c"_s});
        QCOMPARE(found("labelSelector=team%20in%20(diving,flying)"), QStringList{u"b"_s});
        QCOMPARE(found("labelSelector=team!%3Dwading"), (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(found("fieldSelector=metadata.name%3Dc"), QStringList{u"c"_s});
        QCOMPARE(api.get(path + u"?labelSelector=%3D%3D").code, 400);
    }

    void watches_data() { ServerUnderTest::addRows(); }
    void watches()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        const QString since = api.get(path).text("/metadata/resourceVersion");
        QCOMPARE(api.post(path, configMap(u"a"_s)).code, 201);
        QCOMPARE(api.mergePatch(path + u"/a", {{"data", {{"k", "v"}}}}).code, 200);
        QCOMPARE(api.remove(path + u"/a").code, 200);
        const QList<Json> events = api.watch(path + u"?watch=true&resourceVersion=" + since, 3);
        QCOMPARE(events.size(), 3);
        QCOMPARE(textAt(events[0], "/type"), u"ADDED"_s);
        QCOMPARE(textAt(events[1], "/type"), u"MODIFIED"_s);
        QCOMPARE(textAt(events[1], "/object/data/k"), u"v"_s);
        QCOMPARE(textAt(events[2], "/type"), u"DELETED"_s);
        QVERIFY(textAt(events[2], "/object/metadata/resourceVersion")
            != textAt(events[1], "/object/metadata/resourceVersion"));
    }

    void streamsListsWithBookmarks_data() { ServerUnderTest::addRows(); }
    void streamsListsWithBookmarks()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        QCOMPARE(api.post(path, configMap(u"a"_s)).code, 201);
        const QList<Json> events = api.watch(
            path + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true", 2);
        QCOMPARE(events.size(), 2);
        QCOMPARE(textAt(events[0], "/type"), u"ADDED"_s);
        QCOMPARE(textAt(events[1], "/type"), u"BOOKMARK"_s);
        QCOMPARE(textAt(events[1], "/object/metadata/annotations/k8s.io~1initial-events-end"), u"true"_s);
        QVERIFY(!textAt(events[1], "/object/metadata/resourceVersion").isEmpty());
    }

    void printsTables_data() { ServerUnderTest::addRows(); }
    void printsTables()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const Cleanup cleanup(api, nodePoolPath(name));
        QCOMPARE(api.post(nodePoolPath(), nodePool(name)).code, 201);
        const Answer table =
            api.get(nodePoolPath(name), "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
        QCOMPARE(table.text("/kind"), u"Table"_s);
        const Json* column = itemNamed(table.json["columnDefinitions"], "NodeClass");
        QVERIFY(column != nullptr);
        const Json& cells = valueAt(table.json, "/rows/0/cells");
        QVERIFY(cells.is_array());
        QCOMPARE(cells[0], Json(name.toStdString()));
        QCOMPARE(cells[static_cast<size_t>(column - &table.json["columnDefinitions"][0])], Json("heron"));
        QCOMPARE(table.text("/rows/0/object/metadata/name"), name);
    }
};

QTEST_GUILESS_MAIN(TestReadContract)
#include "tst_contract_reads.moc"
