// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// Creating, changing and deleting. Over the wire; where the two servers differ, the embedded one is wrong.
class TestWriteContract : public ContractTest
{
    Q_OBJECT

private Q_SLOTS:
    void createsReadsAndDeletes_data() { ServerUnderTest::addRows(); }
    void createsReadsAndDeletes()
    {
        ApiClient& api = wire();
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

    void refusesWhatIsStaleOrThere_data() { ServerUnderTest::addRows(); }
    void refusesWhatIsStaleOrThere()
    {
        ApiClient& api = wire();
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

    void refusesWhatIsInvalid_data() { ServerUnderTest::addRows(); }
    void refusesWhatIsInvalid()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const Cleanup cleanup(api, nodePoolPath(name));
        Json missing = nodePool(name);
        missing["spec"]["template"]["spec"].erase("requirements");
        const Answer required = api.post(nodePoolPath(), missing);
        QCOMPARE(required.code, 422);
        QCOMPARE(required.text("/reason"), u"Invalid"_s);
        QCOMPARE(required.text("/details/causes/0/field"), u"spec.template.spec.requirements"_s);
        QCOMPARE(required.text("/details/causes/0/reason"), u"FieldValueRequired"_s);
        Json range = nodePool(name);
        range["spec"]["weight"] = 1000;
        const Answer bounds = api.post(nodePoolPath(), range);
        QCOMPARE(bounds.code, 422);
        QCOMPARE(bounds.text("/details/causes/0/field"), u"spec.weight"_s);
        QCOMPARE(api.post(nodePoolPath(), nodePool(u"Not_A_Name"_s)).code, 422);
        QCOMPARE(api.get(nodePoolPath(name)).code, 404);
    }

    void validatesFieldsAsAsked_data() { ServerUnderTest::addRows(); }
    void validatesFieldsAsAsked()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const Cleanup cleanup(api, nodePoolPath(name));
        Json object = nodePool(name);
        object["spec"]["color"] = "red";
        const Answer strict = api.post(nodePoolPath() + u"?fieldValidation=Strict", object);
        QCOMPARE(strict.code, 400);
        QVERIFY(strict.text("/message").contains(u"strict decoding error: unknown field \"spec.color\""));
        const Answer warned = api.post(nodePoolPath() + u"?fieldValidation=Warn", object);
        QCOMPARE(warned.code, 201);
        QVERIFY(warned.warning.contains("unknown field \\\"spec.color\\\""));
        QVERIFY(valueAt(warned.json, "/spec/color").is_null());
        const Answer applied = api.apply(nodePoolPath(name) + u"?fieldValidation=Ignore", object);
        QCOMPARE(applied.code, 500);
        QVERIFY(applied.text("/message").endsWith(u".spec.color: field not declared in schema"));
    }

    void dryRunsStoreNothing_data() { ServerUnderTest::addRows(); }
    void dryRunsStoreNothing()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const QString path = nodePoolPath(name);
        const Cleanup cleanup(api, path);
        QCOMPARE(api.post(nodePoolPath() + u"?dryRun=All", nodePool(name)).code, 201);
        const Answer applied = api.apply(path + u"?dryRun=All", nodePool(name));
        QCOMPARE(applied.code, 201);
        QCOMPARE(applied.text("/spec/template/spec/expireAfter"), u"720h"_s);
        QCOMPARE(api.get(path).code, 404);
        QCOMPARE(api.apply(path, nodePool(name)).code, 201);
        QCOMPARE(api.remove(path + u"?dryRun=All").code, 200);
        QCOMPARE(api.get(path).code, 200);
        QCOMPARE(api.apply(path + u"?dryRun=Some", nodePool(name)).code, 422);
    }

    void makesUpNames_data() { ServerUnderTest::addRows(); }
    void makesUpNames()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        Json object = configMap({});
        object["metadata"] = {{"generateName", "run-"}};
        const Answer created = api.post(ns.core(u"configmaps"_s), object);
        QCOMPARE(created.code, 201);
        QVERIFY(QRegularExpression(u"^run-[a-z0-9]{5}$"_s).match(created.text("/metadata/name")).hasMatch());
        object["metadata"] = Json::object();
        QCOMPARE(api.post(ns.core(u"configmaps"_s), object).code, 422);
    }

    void keepsNamespacesApart_data() { ServerUnderTest::addRows(); }
    void keepsNamespacesApart()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const Answer nowhere =
            api.post(u"/api/v1/namespaces/%1/configmaps"_s.arg(unique(u"absent"_s)), configMap(u"a"_s));
        QCOMPARE(nowhere.code, 404);
        Json elsewhere = configMap(u"a"_s);
        elsewhere["metadata"]["namespace"] = "elsewhere";
        const Answer mismatch = api.post(ns.core(u"configmaps"_s), elsewhere);
        QCOMPARE(mismatch.code, 400);
        QCOMPARE(mismatch.text("/message"),
            u"the namespace of the provided object does not match the namespace sent on the request"_s);
        const QString name = unique(u"pool"_s);
        const Cleanup cleanup(api, nodePoolPath(name));
        Json pool = nodePool(name);
        pool["metadata"]["namespace"] = "karpenter";
        const Answer created = api.apply(nodePoolPath(name), pool);
        QCOMPARE(created.code, 201);
        QVERIFY(valueAt(created.json, "/metadata/namespace").is_null());
    }

    void finalizersHoldObjects_data() { ServerUnderTest::addRows(); }
    void finalizersHoldObjects()
    {
        ApiClient& api = wire();
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

    void statusHasItsOwnDoor_data() { ServerUnderTest::addRows(); }
    void statusHasItsOwnDoor()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const QString path = nodePoolPath(name);
        const Cleanup cleanup(api, path);
        Json object = nodePool(name);
        object["status"] = {{"nodes", 5}};
        const Answer created = api.post(nodePoolPath(), object);
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

    void refusesBrokenApplies_data() { ServerUnderTest::addRows(); }
    void refusesBrokenApplies()
    {
        ApiClient& api = wire();
        const QString name = unique(u"pool"_s);
        const QString path = nodePoolPath(name);
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

    void deletesOnConditions_data() { ServerUnderTest::addRows(); }
    void deletesOnConditions()
    {
        ApiClient& api = wire();
        const TestNamespace ns(api);
        const QString path = ns.core(u"configmaps"_s);
        const Answer created = api.post(path, configMap(u"a"_s));
        const Json wrong = {{"kind", "DeleteOptions"}, {"apiVersion", "v1"}, {"preconditions", {{"uid", "other"}}}};
        QCOMPARE(api.remove(path + u"/a", wrong).code, 409);
        const Json right = {{"kind", "DeleteOptions"}, {"apiVersion", "v1"},
            {"preconditions", {{"uid", created.text("/metadata/uid").toStdString()}}}};
        QCOMPARE(api.remove(path + u"/a", right).code, 200);
    }

    void deletesCollections_data() { ServerUnderTest::addRows(); }
    void deletesCollections()
    {
        ApiClient& api = wire();
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
};

QTEST_GUILESS_MAIN(TestWriteContract)
#include "tst_contract_writes.moc"
