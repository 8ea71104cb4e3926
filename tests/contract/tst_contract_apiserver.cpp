// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const QString kNodePools = u"/apis/karpenter.sh/v1/nodepools"_s;

Json configMap(const QString& name, Json data = Json::object())
{
    return {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", name.toStdString()}}},
        {"data", std::move(data)}};
}

Json nodePool(const QString& name)
{
    return {{"apiVersion", "karpenter.sh/v1"}, {"kind", "NodePool"}, {"metadata", {{"name", name.toStdString()}}},
        {"spec",
            {{"template",
                {{"spec",
                    {{"nodeClassRef", {{"group", "karpenter.azure.com"}, {"kind", "AKSNodeClass"}, {"name", "heron"}}},
                        {"requirements",
                            {{{"key", "karpenter.azure.com/sku-family"}, {"operator", "In"},
                                {"values", {"D"}}}}}}}}}}}};
}

const Json* itemNamed(const Json& list, const char* name, const char* key = "name")
{
    for (const Json& item : list) {
        if (member(item, key) == name)
            return &item;
    }
    return nullptr;
}

QStringList namesOf(const Json& list)
{
    QStringList names;
    for (const Json& item : member(list, "items"))
        names.append(textAt(item, "/metadata/name"));
    return names;
}

} // namespace

/// What a client may rely on, over the wire. Where the two servers differ, the embedded one is wrong.
class TestContractApiServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_servers.start()); }

    void listsGroupsTheOldWay_data() { addServers(); }
    void listsGroupsTheOldWay() { run(&TestContractApiServer::checkOldDiscovery); }
    void listsGroupsAtOnce_data() { addServers(); }
    void listsGroupsAtOnce() { run(&TestContractApiServer::checkAggregatedDiscovery); }
    void turnsStrangersAway_data() { addServers(); }
    void turnsStrangersAway() { run(&TestContractApiServer::checkUnauthorized); }
    void saysWhatIsMissing_data() { addServers(); }
    void saysWhatIsMissing() { run(&TestContractApiServer::checkNotFound); }
    void createsReadsAndDeletes_data() { addServers(); }
    void createsReadsAndDeletes() { run(&TestContractApiServer::checkLifeOfAnObject); }
    void refusesWhatIsStaleOrThere_data() { addServers(); }
    void refusesWhatIsStaleOrThere() { run(&TestContractApiServer::checkConflicts); }
    void refusesWhatIsInvalid_data() { addServers(); }
    void refusesWhatIsInvalid() { run(&TestContractApiServer::checkInvalid); }
    void validatesFieldsAsAsked_data() { addServers(); }
    void validatesFieldsAsAsked() { run(&TestContractApiServer::checkFieldValidation); }
    void dryRunsStoreNothing_data() { addServers(); }
    void dryRunsStoreNothing() { run(&TestContractApiServer::checkDryRun); }
    void makesUpNames_data() { addServers(); }
    void makesUpNames() { run(&TestContractApiServer::checkGenerateName); }
    void keepsNamespacesApart_data() { addServers(); }
    void keepsNamespacesApart() { run(&TestContractApiServer::checkNamespaces); }
    void listsInPages_data() { addServers(); }
    void listsInPages() { run(&TestContractApiServer::checkPaging); }
    void selects_data() { addServers(); }
    void selects() { run(&TestContractApiServer::checkSelectors); }
    void watches_data() { addServers(); }
    void watches() { run(&TestContractApiServer::checkWatch); }
    void streamsListsWithBookmarks_data() { addServers(); }
    void streamsListsWithBookmarks() { run(&TestContractApiServer::checkStreamingList); }
    void printsTables_data() { addServers(); }
    void printsTables() { run(&TestContractApiServer::checkTable); }
    void finalizersHoldObjects_data() { addServers(); }
    void finalizersHoldObjects() { run(&TestContractApiServer::checkFinalizers); }
    void statusHasItsOwnDoor_data() { addServers(); }
    void statusHasItsOwnDoor() { run(&TestContractApiServer::checkStatus); }
    void refusesBrokenApplies_data() { addServers(); }
    void refusesBrokenApplies() { run(&TestContractApiServer::checkBrokenApplies); }
    void deletesOnConditions_data() { addServers(); }
    void deletesOnConditions() { run(&TestContractApiServer::checkDeletePreconditions); }
    void deletesCollections_data() { addServers(); }
    void deletesCollections() { run(&TestContractApiServer::checkDeleteCollection); }
    void answersReviews_data() { addServers(); }
    void answersReviews() { run(&TestContractApiServer::checkReviews); }

private:
    static void addServers()
    {
        QTest::addColumn<bool>("real");
        QTest::newRow("embedded") << false;
        QTest::newRow("real") << true;
    }

    void run(void (TestContractApiServer::*check)(ApiClient&))
    {
        QFETCH(bool, real);
        ApiClient* api = m_servers.client(real);
        if (api == nullptr)
            QSKIP("ARGOSY_TEST_KUBECONFIG names no API server.");
        (this->*check)(*api);
    }

    void checkOldDiscovery(ApiClient& api)
    {
        QCOMPARE(api.get(u"/api"_s).json["versions"], Json({"v1"}));
        const Answer groups = api.get(u"/apis"_s);
        QCOMPARE(groups.text("/kind"), u"APIGroupList"_s);
        const Json* karpenter = itemNamed(groups.json["groups"], "karpenter.sh");
        QVERIFY(karpenter != nullptr);
        QCOMPARE(textAt(*karpenter, "/preferredVersion/groupVersion"), u"karpenter.sh/v1"_s);
        const Answer resources = api.get(u"/apis/karpenter.sh/v1"_s);
        QCOMPARE(resources.text("/kind"), u"APIResourceList"_s);
        const Json* pools = itemNamed(resources.json["resources"], "nodepools");
        QVERIFY(pools != nullptr);
        QCOMPARE((*pools)["kind"], Json("NodePool"));
        QCOMPARE((*pools)["namespaced"], Json(false));
        QVERIFY(itemNamed(resources.json["resources"], "nodepools/status") != nullptr);
        const Answer core = api.get(u"/api/v1"_s);
        QCOMPARE((*itemNamed(core.json["resources"], "configmaps"))["namespaced"], Json(true));
        const Answer aso = api.get(u"/apis/containerservice.azure.com"_s);
        QCOMPARE(aso.text("/preferredVersion/version"), u"v1api20240402preview"_s);
        QCOMPARE(api.get(u"/version"_s).code, 200);
    }

    void checkAggregatedDiscovery(ApiClient& api)
    {
        const Answer all = api.get(
            u"/apis"_s, "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json");
        QVERIFY(all.contentType.contains("as=APIGroupDiscoveryList"));
        QCOMPARE(all.text("/kind"), u"APIGroupDiscoveryList"_s);
        for (const Json& group : all.json["items"]) {
            if (textAt(group, "/metadata/name") != u"karpenter.sh")
                continue;
            const Json* pools = itemNamed(valueAt(group, "/versions/0/resources"), "nodepools", "resource");
            QVERIFY(pools != nullptr);
            QCOMPARE(textAt(*pools, "/scope"), u"Cluster"_s);
            QCOMPARE(textAt(*pools, "/responseKind/kind"), u"NodePool"_s);
            return;
        }
        QFAIL("karpenter.sh is not listed");
    }

    void checkUnauthorized(ApiClient& api)
    {
        const Answer answer = api.getAsNobody(u"/api/v1/namespaces"_s);
        QCOMPARE(answer.code, 401);
        QCOMPARE(answer.text("/reason"), u"Unauthorized"_s);
        QCOMPARE(answer.text("/kind"), u"Status"_s);
    }

    void checkNotFound(ApiClient& api)
    {
        const Answer object = api.get(kNodePools + u"/absent"_s);
        QCOMPARE(object.code, 404);
        QCOMPARE(object.text("/message"), u"nodepools.karpenter.sh \"absent\" not found"_s);
        QCOMPARE(object.text("/details/kind"), u"nodepools"_s);
        const Answer kind = api.get(u"/apis/karpenter.sh/v1beta1/nodepools"_s);
        QCOMPARE(kind.code, 404);
        QCOMPARE(kind.body.trimmed(), QByteArray("404 page not found"));
        QCOMPARE(api.get(u"/apis/karpenter.sh/v1/namespaces/default/nodepools/x"_s).code, 404);
        QCOMPARE(api.mergePatch(kNodePools + u"/absent"_s, {{"spec", Json::object()}}).code, 404);
        QCOMPARE(api.remove(kNodePools + u"/absent"_s).code, 404);
    }

    void checkLifeOfAnObject(ApiClient& api)
    {
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        const Answer created = api.post(path, configMap(u"a"_s, {{"k", "v"}}));
        QCOMPARE(created.code, 201);
        QVERIFY(!created.text("/metadata/uid").isEmpty());
        QVERIFY(!created.text("/metadata/resourceVersion").isEmpty());
        QCOMPARE(created.text("/metadata/namespace"), ns.name());
        const Answer read = api.get(path + u"/a");
        QVERIFY(sameJson(read.json, created.json));
        const Answer list = api.get(path);
        QCOMPARE(list.text("/kind"), u"ConfigMapList"_s);
        QCOMPARE(namesOf(list.json), QStringList{u"a"_s});
        const Answer removed = api.remove(path + u"/a");
        QCOMPARE(removed.code, 200);
        QCOMPARE(removed.text("/status"), u"Success"_s);
        QCOMPARE(api.get(path + u"/a").code, 404);
    }

    void checkConflicts(ApiClient& api)
    {
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        const Answer created = api.post(path, configMap(u"a"_s));
        const Answer again = api.post(path, configMap(u"a"_s));
        QCOMPARE(again.code, 409);
        QCOMPARE(again.text("/reason"), u"AlreadyExists"_s);
        QCOMPARE(again.text("/message"), u"configmaps \"a\" already exists"_s);
        Json object = created.json;
        object["data"] = {{"k", "1"}};
        QCOMPARE(api.put(path + u"/a", object).code, 200);
        object["data"] = {{"k", "2"}};
        const Answer stale = api.put(path + u"/a", object);
        QCOMPARE(stale.code, 409);
        QCOMPARE(stale.text("/reason"), u"Conflict"_s);
        QVERIFY(stale.text("/message").contains(u"the object has been modified"));
        QVERIFY(valueAt(stale.json, "/details/causes").is_null());
    }

    void checkInvalid(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const Cleanup cleanup(api, kNodePools + u'/' + name);
        Json missing = nodePool(name);
        missing["spec"]["template"]["spec"].erase("requirements");
        const Answer required = api.post(kNodePools, missing);
        QCOMPARE(required.code, 422);
        QCOMPARE(required.text("/reason"), u"Invalid"_s);
        QCOMPARE(required.text("/details/causes/0/field"), u"spec.template.spec.requirements"_s);
        QCOMPARE(required.text("/details/causes/0/reason"), u"FieldValueRequired"_s);
        Json range = nodePool(name);
        range["spec"]["weight"] = 1000;
        const Answer bounds = api.post(kNodePools, range);
        QCOMPARE(bounds.code, 422);
        QCOMPARE(bounds.text("/details/causes/0/field"), u"spec.weight"_s);
        QCOMPARE(api.post(kNodePools, nodePool(u"Not_A_Name"_s)).code, 422);
        QCOMPARE(api.get(kNodePools + u'/' + name).code, 404);
    }

    void checkFieldValidation(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const Cleanup cleanup(api, kNodePools + u'/' + name);
        Json object = nodePool(name);
        object["spec"]["color"] = "red";
        const Answer strict = api.post(kNodePools + u"?fieldValidation=Strict", object);
        QCOMPARE(strict.code, 400);
        QVERIFY(strict.text("/message").contains(u"strict decoding error: unknown field \"spec.color\""));
        const Answer warned = api.post(kNodePools + u"?fieldValidation=Warn", object);
        QCOMPARE(warned.code, 201);
        QVERIFY(warned.warning.contains("unknown field \\\"spec.color\\\""));
        QVERIFY(valueAt(warned.json, "/spec/color").is_null());
        const Answer applied = api.apply(kNodePools + u'/' + name + u"?fieldValidation=Ignore", object);
        QCOMPARE(applied.code, 500);
        QVERIFY(applied.text("/message").endsWith(u".spec.color: field not declared in schema"));
    }

    void checkDryRun(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const QString path = kNodePools + u'/' + name;
        const Cleanup cleanup(api, path);
        QCOMPARE(api.post(kNodePools + u"?dryRun=All", nodePool(name)).code, 201);
        const Answer applied = api.apply(path + u"?dryRun=All", nodePool(name));
        QCOMPARE(applied.code, 201);
        QCOMPARE(applied.text("/spec/template/spec/expireAfter"), u"720h"_s);
        QCOMPARE(api.get(path).code, 404);
        QCOMPARE(api.apply(path, nodePool(name)).code, 201);
        QCOMPARE(api.remove(path + u"?dryRun=All").code, 200);
        QCOMPARE(api.get(path).code, 200);
        QCOMPARE(api.apply(path + u"?dryRun=Some", nodePool(name)).code, 422);
    }

    void checkGenerateName(ApiClient& api)
    {
        const TestNamespace ns(api);
        Json object = configMap({});
        object["metadata"] = {{"generateName", "run-"}};
        const Answer created = api.post(ns.core(u"configmaps"_s), object);
        QCOMPARE(created.code, 201);
        QVERIFY(QRegularExpression(u"^run-[a-z0-9]{5}$"_s).match(created.text("/metadata/name")).hasMatch());
        object["metadata"] = Json::object();
        QCOMPARE(api.post(ns.core(u"configmaps"_s), object).code, 422);
    }

    void checkNamespaces(ApiClient& api)
    {
        const TestNamespace ns(api);
        const Answer nowhere =
            api.post(u"/api/v1/namespaces/%1/configmaps"_s.arg(uniqueName(u"absent"_s)), configMap(u"a"_s));
        QCOMPARE(nowhere.code, 404);
        Json elsewhere = configMap(u"a"_s);
        elsewhere["metadata"]["namespace"] = "elsewhere";
        const Answer mismatch = api.post(ns.core(u"configmaps"_s), elsewhere);
        QCOMPARE(mismatch.code, 400);
        QCOMPARE(mismatch.text("/message"),
            u"the namespace of the provided object does not match the namespace sent on the request"_s);
        const QString name = uniqueName(u"pool"_s);
        const Cleanup cleanup(api, kNodePools + u'/' + name);
        Json pool = nodePool(name);
        pool["metadata"]["namespace"] = "karpenter";
        const Answer created = api.apply(kNodePools + u'/' + name, pool);
        QCOMPARE(created.code, 201);
        QVERIFY(valueAt(created.json, "/metadata/namespace").is_null());
    }

    void checkPaging(ApiClient& api)
    {
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

    void checkSelectors(ApiClient& api)
    {
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

    void checkWatch(ApiClient& api)
    {
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

    void checkStreamingList(ApiClient& api)
    {
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

    void checkTable(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const Cleanup cleanup(api, kNodePools + u'/' + name);
        QCOMPARE(api.post(kNodePools, nodePool(name)).code, 201);
        const Answer table =
            api.get(kNodePools + u'/' + name, "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
        QCOMPARE(table.text("/kind"), u"Table"_s);
        const Json* column = itemNamed(table.json["columnDefinitions"], "NodeClass");
        QVERIFY(column != nullptr);
        const Json& cells = valueAt(table.json, "/rows/0/cells");
        QVERIFY(cells.is_array());
        QCOMPARE(cells[0], Json(name.toStdString()));
        QCOMPARE(cells[static_cast<size_t>(column - &table.json["columnDefinitions"][0])], Json("heron"));
        QCOMPARE(table.text("/rows/0/object/metadata/name"), name);
    }

    void checkFinalizers(ApiClient& api)
    {
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s) + u"/held";
        Json object = configMap(u"held"_s);
        object["metadata"]["finalizers"] = {"example.com/hold"};
        QCOMPARE(api.post(ns.core(u"configmaps"_s), object).code, 201);
        const Answer deleted = api.remove(path);
        QCOMPARE(deleted.code, 200);
        QCOMPARE(deleted.text("/kind"), u"ConfigMap"_s);
        QVERIFY(!deleted.text("/metadata/deletionTimestamp").isEmpty());
        const Answer added =
            api.mergePatch(path, {{"metadata", {{"finalizers", {"example.com/hold", "example.com/more"}}}}});
        QCOMPARE(added.code, 422);
        QVERIFY(added.text("/message").contains(u"no new finalizers can be added if the object is being deleted"));
        QCOMPARE(api.mergePatch(path, {{"metadata", {{"finalizers", nullptr}}}}).code, 200);
        QCOMPARE(api.get(path).code, 404);
    }

    void checkStatus(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const QString path = kNodePools + u'/' + name;
        const Cleanup cleanup(api, path);
        Json object = nodePool(name);
        object["status"] = {{"nodes", 5}};
        const Answer created = api.post(kNodePools, object);
        QVERIFY(valueAt(created.json, "/status/nodes").is_null());
        QCOMPARE(valueAt(created.json, "/metadata/generation"), Json(1));
        const Answer status =
            api.mergePatch(path + u"/status", {{"status", {{"nodes", 2}}}, {"spec", {{"weight", 7}}}});
        QCOMPARE(status.code, 200);
        QCOMPARE(valueAt(status.json, "/status/nodes"), Json(2));
        QVERIFY(valueAt(status.json, "/spec/weight").is_null());
        QCOMPARE(valueAt(status.json, "/metadata/generation"), Json(1));
        const Answer spec = api.mergePatch(path, {{"status", {{"nodes", 9}}}, {"spec", {{"weight", 7}}}});
        QCOMPARE(valueAt(spec.json, "/status/nodes"), Json(2));
        QCOMPARE(valueAt(spec.json, "/spec/weight"), Json(7));
        QCOMPARE(valueAt(spec.json, "/metadata/generation"), Json(2));
        const TestNamespace ns(api);
        const QString workflows = ns.path(u"argoproj.io/v1alpha1"_s, u"workflows"_s);
        const Json workflow = {{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"},
            {"metadata", {{"name", "w"}}}, {"spec", {{"workflowTemplateRef", {{"name", "t"}}}}}};
        QCOMPARE(api.post(workflows, workflow).code, 201);
        QCOMPARE(api.mergePatch(workflows + u"/w/status", {{"status", {{"phase", "Running"}}}}).code, 404);
        const Answer phase = api.mergePatch(workflows + u"/w", {{"status", {{"phase", "Running"}}}});
        QCOMPARE(phase.text("/status/phase"), u"Running"_s);
    }

    void checkBrokenApplies(ApiClient& api)
    {
        const QString name = uniqueName(u"pool"_s);
        const QString path = kNodePools + u'/' + name;
        const Cleanup cleanup(api, path);
        const Answer nobody = api.patch(path, nodePool(name), "application/apply-patch+yaml");
        QCOMPARE(nobody.code, 422);
        QVERIFY(nobody.text("/message").contains(u"fieldManager: Required value: is required for apply patch"));
        const Answer misnamed = api.apply(path, nodePool(u"other"_s));
        QCOMPARE(misnamed.code, 400);
        QCOMPARE(misnamed.text("/message"),
            u"the name of the object (other) does not match the name on the URL (%1)"_s.arg(name));
        Json version = nodePool(name);
        version["apiVersion"] = "karpenter.sh/v2";
        const Answer wrong = api.apply(path, version);
        QCOMPARE(wrong.code, 400);
        QCOMPARE(wrong.text("/message"), u"invalid object type: karpenter.sh/v2, Kind=NodePool"_s);
        QCOMPARE(api.patch(path, nodePool(name), "application/nonsense").code, 415);
    }

    void checkDeletePreconditions(ApiClient& api)
    {
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        const Answer created = api.post(path, configMap(u"a"_s));
        const Json wrong = {{"kind", "DeleteOptions"}, {"apiVersion", "v1"}, {"preconditions", {{"uid", "other"}}}};
        QCOMPARE(api.remove(path + u"/a", wrong).code, 409);
        const Json right = {{"kind", "DeleteOptions"}, {"apiVersion", "v1"},
            {"preconditions", {{"uid", created.text("/metadata/uid").toStdString()}}}};
        QCOMPARE(api.remove(path + u"/a", right).code, 200);
    }

    void checkDeleteCollection(ApiClient& api)
    {
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        for (const char* name : {"a", "b"}) {
            Json object = configMap(QString::fromLatin1(name));
            object["metadata"]["labels"] = {{"which", name}};
            QCOMPARE(api.post(path, object).code, 201);
        }
        QCOMPARE(api.remove(path + u"?labelSelector=which%3Da").code, 200);
        QCOMPARE(namesOf(api.get(path).json), QStringList{u"b"_s});
    }

    void checkReviews(ApiClient& api)
    {
        const Answer access = api.post(u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s,
            {{"apiVersion", "authorization.k8s.io/v1"}, {"kind", "SelfSubjectAccessReview"},
                {"spec",
                    {{"resourceAttributes",
                        {{"verb", "create"}, {"resource", "nodepools"}, {"group", "karpenter.sh"}}}}}});
        QCOMPARE(access.code, 201);
        QCOMPARE(valueAt(access.json, "/status/allowed"), Json(true));
        const Answer self = api.post(u"/apis/authentication.k8s.io/v1/selfsubjectreviews"_s,
            {{"apiVersion", "authentication.k8s.io/v1"}, {"kind", "SelfSubjectReview"}});
        QCOMPARE(self.code, 201);
        QVERIFY(!self.text("/status/userInfo/username").isEmpty());
    }

    Servers m_servers;
};

QTEST_GUILESS_MAIN(TestContractApiServer)
#include "tst_contract_apiserver.moc"
