// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "objects.h"

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

/// What is served, and who may ask. Over the wire; where the two servers differ, the embedded one is wrong.
class TestDiscoveryContract : public ContractTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsTheOldWay_data() { ServerUnderTest::addRows(); }
    void listsGroupsTheOldWay()
    {
        ApiClient& api = wire();
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

    void listsGroupsAtOnce_data() { ServerUnderTest::addRows(); }
    void listsGroupsAtOnce()
    {
        ApiClient& api = wire();
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

    void turnsStrangersAway_data() { ServerUnderTest::addRows(); }
    void turnsStrangersAway()
    {
        ApiClient& api = wire();
        const Answer answer = api.getAsNobody(u"/api/v1/namespaces"_s);
        QCOMPARE(answer.code, 401);
        QCOMPARE(answer.text("/reason"), u"Unauthorized"_s);
        QCOMPARE(answer.text("/kind"), u"Status"_s);
    }

    void answersReviews_data() { ServerUnderTest::addRows(); }
    void answersReviews()
    {
        ApiClient& api = wire();
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
};

QTEST_GUILESS_MAIN(TestDiscoveryContract)
#include "tst_contract_discovery.moc"
