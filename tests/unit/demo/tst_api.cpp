// SPDX-License-Identifier: GPL-3.0-or-later
#include "apifixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace argosy;
using namespace argosy::demo;
using namespace Qt::StringLiterals;

namespace {

const auto kPools = u"/apis/karpenter.sh/v1/nodepools"_s;
const auto kMaps = u"/api/v1/namespaces/default/configmaps"_s;
constexpr auto kApply = "application/apply-patch+yaml";
constexpr auto kMerge = "application/merge-patch+json";

} // namespace

class TestApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_api = std::make_unique<ApiFixture>();
    }

    void tokenIsAsked()
    {
        HttpRequest request = m_api->request("GET", kPools);
        request.authorization = u"Bearer other"_s;
        QCOMPARE(m_api->api.answer(request).code, 401);
        request.authorization.clear();
        QCOMPARE(m_api->api.answer(request).code, 401);
    }

    void discoveryNamesKindsInBothForms()
    {
        QCOMPARE(m_api->send("GET", u"/apis/karpenter.sh"_s).text("/preferredVersion/version"), u"v1"_s);
        QCOMPARE(m_api->send("GET", u"/api/v1"_s).text("/kind"), u"APIResourceList"_s);
        m_api->accept = u"application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"_s;
        const auto groups = m_api->send("GET", u"/apis"_s);
        QCOMPARE(groups.text("/kind"), u"APIGroupDiscoveryList"_s);
        QVERIFY(groups.response.contentType.contains("as=APIGroupDiscoveryList"));
        for (const Json& group : valueAt(groups.body, "/items")) {
            if (textAt(group, "/metadata/name") == u"containerservice.azure.com")
                QCOMPARE(textAt(group, "/versions/0/version"), u"v1api20240402preview"_s);
        }
    }

    void openApiDescribesWritesForClients()
    {
        const auto document = m_api->send("GET", u"/openapi/v3/apis/karpenter.sh/v1"_s);
        const Json& patch =
            member(valueAt(document.body, "/paths"), "/apis/karpenter.sh/v1/nodepools/{name}").at("patch");
        QSet<QString> names;
        for (const Json& parameter : member(patch, "parameters"))
            names.insert(textAt(parameter, "/name"));
        QVERIFY(names.contains(QSet<QString>{u"dryRun"_s, u"fieldValidation"_s, u"force"_s}));
        const Json& schema = valueAt(document.body, "/components/schemas/sh.karpenter.v1.NodePool");
        QCOMPARE(textAt(schema, "/x-kubernetes-group-version-kind/0/kind"), u"NodePool"_s);
    }

    void statuses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const QByteArray json = "application/json";
        const QByteArray merge = kMerge;
        const QByteArray apply = kApply;
        QTest::newRow("no such object") << "GET"_ba << kPools + u"/zzz" << ""_ba << json << 404
                                        << u"nodepools.karpenter.sh \"zzz\" not found"_s;
        QTest::newRow("no such namespace")
            << "POST"_ba << u"/api/v1/namespaces/nope/configmaps"_s << R"({"metadata":{"name":"a"}})"_ba << json << 404
            << u"namespaces \"nope\" not found"_s;
        QTest::newRow("taken name") << "POST"_ba << kPools << ApiFixture::pool("there") << json << 409
                                    << u"nodepools.karpenter.sh \"there\" already exists"_s;
        QTest::newRow("unknown field, strict")
            << "POST"_ba << kPools + u"?fieldValidation=Strict" << ApiFixture::pool("a", R"("x":1,)") << json << 400
            << u"NodePool in version \"v1\" cannot be handled as a NodePool: strict decoding error: unknown field \"spec.x\""_s;
        QTest::newRow("other version")
            << "POST"_ba << kPools << R"({"apiVersion":"karpenter.sh/v2","kind":"NodePool"})"_ba << json << 400
            << u"the API version in the data (karpenter.sh/v2) does not match the expected API version (karpenter.sh/v1)"_s;
        QTest::newRow("other kind")
            << "POST"_ba << kPools << R"({"apiVersion":"karpenter.sh/v1","kind":"Pool","metadata":{"name":"x"}})"_ba
            << json << 422 << u"Pool.karpenter.sh \"x\" is invalid: kind: Invalid value: \"Pool\": must be NodePool"_s;
        QTest::newRow("out of bounds")
            << "PATCH"_ba << kPools + u"/there" << R"({"spec":{"weight":3000}})"_ba << merge << 422
            << u"NodePool.karpenter.sh \"there\" is invalid: spec.weight: Invalid value: 3000: spec.weight in body should be less than or equal to 100"_s;
        QTest::newRow("stale revision")
            << "PATCH"_ba << kPools + u"/there" << R"({"metadata":{"resourceVersion":"1"}})"_ba << merge << 409
            << u"Operation cannot be fulfilled on nodepools.karpenter.sh \"there\": the object has been modified; please apply your changes to the latest version and try again"_s;
        QTest::newRow("name and URL differ")
            << "PATCH"_ba << kPools + u"/there" << R"({"metadata":{"name":"other"}})"_ba << merge << 400
            << u"the name of the object (other) does not match the name on the URL (there)"_s;
        QTest::newRow("strategic merge of a custom resource")
            << "PATCH"_ba << kPools + u"/there" << "{}"_ba
            << "application/strategic-merge-patch+json"_ba << 415
            << u"the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"_s;
        QTest::newRow("apply without a manager")
            << "PATCH"_ba << kPools + u"/there" << ApiFixture::pool("there") << apply << 422
            << u"PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch"_s;
        QTest::newRow("apply of an unknown field")
            << "PATCH"_ba << kPools + u"/there?fieldManager=m" << ApiFixture::pool("there", R"("x":1,)") << apply << 500
            << u"failed to create typed patch object (/there; karpenter.sh/v1, Kind=NodePool): .spec.x: field not declared in schema"_s;
        QTest::newRow("apply with managedFields")
            << "PATCH"_ba << kPools + u"/there?fieldManager=m"
            << R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"there","managedFields":[{"manager":"x"}]}})"_ba
            << apply << 400 << u"metadata.managedFields must be nil"_s;
        QTest::newRow("dry run of another kind")
            << "POST"_ba << kPools + u"?dryRun=x" << ApiFixture::pool("a") << json << 422
            << u"CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: [\"x\"]: supported values: \"All\""_s;
        QTest::newRow("wrong type in a built-in kind")
            << "POST"_ba << kMaps
            << R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"x":1}})"_ba << json << 400
            << u"ConfigMap in version \"v1\" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string"_s;
        QTest::newRow("CRDs are read-only")
            << "DELETE"_ba << u"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/nodepools.karpenter.sh"_s
            << ""_ba << json << 405
            << u"delete is not supported on resources of kind \"customresourcedefinitions.apiextensions.k8s.io\""_s;
    }
    void statuses()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, target);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, code);
        QFETCH(QString, message);
        QCOMPARE(m_api->send("POST", kPools, ApiFixture::pool("there")).code, 201);
        const auto answer = m_api->send(method.constData(), target, body, type.constData());
        QCOMPARE(answer.text("/message"), message);
        QCOMPARE(answer.code, code);
        QCOMPARE(valueAt(answer.body, "/code"), Json(code));
    }

    void unknownFieldsAreDroppedWithAWarning()
    {
        const auto answer = m_api->send("POST", kPools, ApiFixture::pool("a", R"("x":1,)"));
        QCOMPARE(answer.code, 201);
        QVERIFY(valueAt(answer.body, "/spec/x").is_null());
        const std::pair<QByteArray, QByteArray> warning{"Warning", "299 - \"unknown field \\\"spec.x\\\"\""};
        QVERIFY(answer.response.headers.contains(warning));
    }

    void defaultsAreFilledInAndStatusIsNotTaken()
    {
        const auto answer = m_api->send("POST", kPools, ApiFixture::pool("a").chopped(1) + R"(,"status":{"nodes":9}})");
        QCOMPARE(answer.code, 201);
        QCOMPARE(answer.text("/spec/disruption/consolidationPolicy"), u"WhenEmptyOrUnderutilized"_s);
        QVERIFY(valueAt(answer.body, "/status").is_null());
    }

    void statusHasItsOwnDoor()
    {
        m_api->send("POST", kPools, ApiFixture::pool("a"));
        const QByteArray both = R"({"spec":{"weight":5},"status":{"nodes":2}})";
        const auto status = m_api->send("PATCH", kPools + u"/a/status", both, kMerge);
        QCOMPARE(valueAt(status.body, "/status/nodes"), Json(2));
        QVERIFY(valueAt(status.body, "/spec/weight").is_null());
        const auto object =
            m_api->send("PATCH", kPools + u"/a", R"({"spec":{"weight":5},"status":{"nodes":3}})", kMerge);
        QCOMPARE(valueAt(object.body, "/status/nodes"), Json(2));
        QCOMPARE(valueAt(object.body, "/spec/weight"), Json(5));
    }

    void applyCreatesAndThenOwns()
    {
        const auto created =
            m_api->send("PATCH", kPools + u"/a?fieldManager=one", ApiFixture::pool("a", R"("weight":3,)"), kApply);
        QCOMPARE(created.code, 201);
        QCOMPARE(created.text("/metadata/managedFields/0/operation"), u"Apply"_s);
        const auto conflict =
            m_api->send("PATCH", kPools + u"/a?fieldManager=two", ApiFixture::pool("a", R"("weight":4,)"), kApply);
        QCOMPARE(conflict.code, 409);
        QCOMPARE(conflict.text("/details/causes/0/field"), u".spec.weight"_s);
        QCOMPARE(conflict.text("/details/causes/0/reason"), u"FieldManagerConflict"_s);
        const auto forced = m_api->send(
            "PATCH", kPools + u"/a?fieldManager=two&force=true", ApiFixture::pool("a", R"("weight":4,)"), kApply);
        QCOMPARE(forced.code, 200);
        QCOMPARE(valueAt(forced.body, "/spec/weight"), Json(4));
    }

    void appliedYamlIsRead()
    {
        const QByteArray yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: y\ndata:\n  a: b\n";
        QCOMPARE(m_api->send("PATCH", kMaps + u"/y?fieldManager=m", yaml, kApply).text("/data/a"), u"b"_s);
    }

    void dryRunsLeaveNothing()
    {
        QCOMPARE(
            m_api->send("PATCH", kPools + u"/a?fieldManager=m&dryRun=All", ApiFixture::pool("a"), kApply).code, 201);
        QCOMPARE(m_api->send("GET", kPools + u"/a").code, 404);
    }

    void pagesShowOneState()
    {
        for (const char* name : {"a", "b", "c"})
            m_api->send("POST", kPools, ApiFixture::pool(name));
        const auto first = m_api->send("GET", kPools + u"?limit=2");
        QCOMPARE(valueAt(first.body, "/items").size(), 2U);
        QCOMPARE(valueAt(first.body, "/metadata/remainingItemCount"), Json(1));
        m_api->send("DELETE", kPools + u"/c");
        const auto second = m_api->send("GET", kPools + u"?limit=2&continue=" + first.text("/metadata/continue"));
        QCOMPARE(valueAt(second.body, "/items").size(), 1U);
        QCOMPARE(second.text("/items/0/metadata/name"), u"c"_s);
        QCOMPARE(second.text("/metadata/resourceVersion"), first.text("/metadata/resourceVersion"));
        QCOMPARE(m_api->send("GET", kPools + u"?continue=abc").code, 400);
    }

    void tablesHaveTheColumnsOfTheKind()
    {
        m_api->send("POST", kPools, ApiFixture::pool("a", R"("weight":3,)"));
        m_api->accept = u"application/json;as=Table;v=v1;g=meta.k8s.io,application/json"_s;
        const auto table = m_api->send("GET", kPools);
        QStringList names;
        for (const Json& column : valueAt(table.body, "/columnDefinitions"))
            names.append(textAt(column, "/name"));
        QCOMPARE(names.mid(0, 2), QStringList({u"Name"_s, u"NodeClass"_s}));
        QVERIFY(names.contains(u"Age"_s));
        QCOMPARE(table.text("/rows/0/cells/0"), u"a"_s);
        QCOMPARE(table.text("/rows/0/object/kind"), u"PartialObjectMetadata"_s);
    }

    void kindsAreServedInAllTheirVersions()
    {
        const QByteArray body = R"({"apiVersion":"containerservice.azure.com/v1api20250801","kind":"ManagedCluster",
            "metadata":{"name":"m","namespace":"default"},"spec":{"location":"uksouth","owner":{"name":"rg"}}})";
        const auto path = u"/apis/containerservice.azure.com/%1/namespaces/default/managedclusters"_s;
        QCOMPARE(m_api->send("POST", path.arg(u"v1api20250801"_s), body).code, 201);
        const auto other = m_api->send("GET", path.arg(u"v1api20240901"_s) + u"/m");
        QCOMPARE(other.text("/apiVersion"), u"containerservice.azure.com/v1api20240901"_s);
        QCOMPARE(other.text("/spec/location"), u"uksouth"_s);
    }

    void secretsAreStoredAsData()
    {
        const QByteArray body = R"({"metadata":{"name":"s"},"stringData":{"p":"q"}})";
        const auto secret = m_api->send("POST", u"/api/v1/namespaces/default/secrets"_s, body);
        QCOMPARE(secret.text("/data/p"), u"cQ=="_s);
        QCOMPARE(secret.text("/type"), u"Opaque"_s);
        QVERIFY(valueAt(secret.body, "/stringData").is_null());
    }

    void finalizersCannotBeAddedLate()
    {
        m_api->send("POST", kPools, ApiFixture::pool("a"));
        m_api->send("PATCH", kPools + u"/a", R"({"metadata":{"finalizers":["a/b"]}})", kMerge);
        QCOMPARE(m_api->send("DELETE", kPools + u"/a").text("/kind"), u"NodePool"_s);
        QCOMPARE(
            m_api->send("PATCH", kPools + u"/a", R"({"metadata":{"finalizers":["a/b","c/d"]}})", kMerge).code, 422);
        QCOMPARE(m_api->send("PATCH", kPools + u"/a", R"({"metadata":{"finalizers":null}})", kMerge).code, 200);
        QCOMPARE(m_api->send("GET", kPools + u"/a").code, 404);
    }

    void protobufOfTypedClientsIsRead()
    {
        const auto field = [](char number, const QByteArray& bytes) -> QByteArray {
            return QByteArray(1, static_cast<char>(number << 3 | 2)) + static_cast<char>(bytes.size()) + bytes;
        };
        const QByteArray label = field(11, field(1, "a") + field(2, "b"));
        const QByteArray body = QByteArray("k8s\0", 4) + field(1, field(1, "v1") + field(2, "Namespace"))
            + field(2, field(1, field(1, "typed") + label));
        constexpr auto kType = "application/vnd.kubernetes.protobuf";
        const auto answer = m_api->send("POST", u"/api/v1/namespaces"_s, body, kType);
        QCOMPARE(answer.code, 201);
        QCOMPARE(answer.text("/metadata/name"), u"typed"_s);
        QCOMPARE(answer.text("/metadata/labels/a"), u"b"_s);
        QCOMPARE(m_api->send("POST", u"/api/v1/namespaces"_s, body.chopped(1), kType).code, 415);
    }

    void reviewsAlwaysAllow()
    {
        const QByteArray body =
            R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{}})";
        const auto review = m_api->send("POST", u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s, body);
        QCOMPARE(review.code, 201);
        QCOMPARE(valueAt(review.body, "/status/allowed"), Json(true));
    }

    void logsAreAnAnnotation()
    {
        const QByteArray body =
            R"({"metadata":{"name":"p","annotations":{"argosy/log":"one\ntwo\n"}},"spec":{"containers":[{"name":"c","image":"i"}]}})";
        QCOMPARE(m_api->send("POST", u"/api/v1/namespaces/default/pods"_s, body).code, 201);
        const auto path = u"/api/v1/namespaces/default/pods/p/log"_s;
        QCOMPARE(m_api->send("GET", path).response.body, "one\ntwo\n"_ba);
        QCOMPARE(m_api->send("GET", path + u"?tailLines=1").response.body, "two\n"_ba);
    }

private:
    std::unique_ptr<ApiFixture> m_api;
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
