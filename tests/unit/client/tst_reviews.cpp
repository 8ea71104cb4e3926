// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/reviews.h>

#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;

class TestReviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void questionsAreAskedInTheApisWords_data()
    {
        QTest::addColumn<ApiRequest>("request");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("who we are")
            << requests::selfReview(u"v1beta1"_s) << u"/apis/authentication.k8s.io/v1beta1/selfsubjectreviews"_s
            << QByteArray(R"({"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1beta1"})");
        const QString access = u"/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"_s;
        QTest::newRow("a resource")
            << requests::accessReview({.verb = u"get"_s,
                   .group = u"apps"_s,
                   .resource = u"deployments"_s,
                   .subresource = u"scale"_s,
                   .nameSpace = u"team"_s,
                   .name = u"web"_s})
            << access
            << QByteArray(
                   R"({"kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"verb":"get","group":"apps",)"
                   R"("resource":"deployments","subresource":"scale","namespace":"team","name":"web"}},)"
                   R"("apiVersion":"authorization.k8s.io/v1"})");
        QTest::newRow("a path") << requests::accessReview({.verb = u"get"_s, .url = u"/healthz"_s}) << access
                                << QByteArray(
                                       R"({"kind":"SelfSubjectAccessReview","spec":{"nonResourceAttributes":{)"
                                       R"("verb":"get","path":"/healthz"}},"apiVersion":"authorization.k8s.io/v1"})");
        QTest::newRow("a namespace")
            << requests::rulesReview(u"team"_s) << u"/apis/authorization.k8s.io/v1/selfsubjectrulesreviews"_s
            << QByteArray(
                   R"({"kind":"SelfSubjectRulesReview","spec":{"namespace":"team"},"apiVersion":"authorization.k8s.io/v1"})");
    }

    void questionsAreAskedInTheApisWords()
    {
        QFETCH(ApiRequest, request);
        QTEST(request.path, "path");
        QTEST(request.body, "body");
        QCOMPARE(request.method, "POST");
        QVERIFY(!isWrite(request));
    }

    void answersAreRead()
    {
        const auto self = decodeSelfReview(
            R"({"kind":"SelfSubjectReview","status":{"userInfo":{"username":"bob","uid":"7","groups":["a","b"],)"
            R"("extra":{"scopes":["x"]}}}})");
        QVERIFY_RESULT(self);
        QCOMPARE(*self, (SelfIdentity{u"bob"_s, u"7"_s, {u"a"_s, u"b"_s}, {{u"scopes"_s, {u"x"_s}}}}));
        const auto access = decodeAccessReview(
            R"({"kind":"SelfSubjectAccessReview","status":{"allowed":false,"reason":"no","evaluationError":"half"}})");
        QVERIFY_RESULT(access);
        QCOMPARE(*access, (AccessAnswer{false, u"no"_s, u"half"_s}));
        const auto rules = decodeRulesReview(
            R"({"kind":"SelfSubjectRulesReview","status":{"incomplete":true,"evaluationError":"webhook",)"
            R"("resourceRules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"],"resourceNames":["a"]}],)"
            R"("nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}})");
        QVERIFY_RESULT(rules);
        QVERIFY(rules->incomplete);
        QCOMPARE(rules->evaluationError, u"webhook"_s);
        const AccessRule pods{.verbs = {u"get"_s}, .groups = {QString()}, .resources = {u"pods"_s}, .names = {u"a"_s}};
        const AccessRule health{.verbs = {u"get"_s}, .urls = {u"/healthz"_s}};
        QCOMPARE(rules->rules, (QList<AccessRule>{pods, health}));
    }

    void anythingElseIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("another kind") << QByteArray(R"({"kind":"Status","status":{"allowed":true}})");
        QTest::newRow("without a status") << QByteArray(R"({"kind":"SelfSubjectAccessReview","spec":{}})");
        QTest::newRow("a status of another type")
            << QByteArray(R"({"kind":"SelfSubjectAccessReview","status":"Success"})");
    }

    void anythingElseIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(decodeAccessReview(body).error().kind, ErrorKind::Protocol);
    }

    void onlyTrueIsYes()
    {
        const auto answer =
            decodeAccessReview(R"({"kind":"SelfSubjectAccessReview","status":{"allowed":"true","denied":false}})");
        QVERIFY_RESULT(answer);
        QVERIFY(!answer->allowed);
    }

    void rulesOfOneResourceBecomeOne()
    {
        const AccessRule broad{
            .verbs = {u"get"_s, u"list"_s}, .groups = {QString()}, .resources = {u"pods"_s, u"nodes"_s}};
        const AccessRule narrow{.verbs = {u"watch"_s, u"get"_s}, .groups = {QString()}, .resources = {u"pods"_s}};
        const AccessRule one{.verbs = {u"get"_s}, .groups = {QString()}, .resources = {u"pods"_s}, .names = {u"a"_s}};
        QList<AccessRule> expected{
            {.verbs = {u"get"_s, u"list"_s, u"watch"_s}, .groups = {QString()}, .resources = {u"pods"_s}},
            {.verbs = {u"get"_s, u"list"_s}, .groups = {QString()}, .resources = {u"nodes"_s}}, one};
        QCOMPARE(simplified({broad, narrow, one}), expected);
    }
};

QTEST_GUILESS_MAIN(TestReviews)
#include "tst_reviews.moc"
