// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/redaction.h>

#include "testprint.h"

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const Gvk kSecret{{}, u"v1"_s, u"Secret"_s};
const Gvk kDeployment{u"apps"_s, u"v1"_s, u"Deployment"_s};

QByteArray listOf(const QByteArray& items)
{
    return R"({"kind":"List","metadata":{"resourceVersion":"9","continue":"c"},"items":[)" + items + "]}";
}

/// The only object of a page.
Json onlyObject(const Gvk& kind, const QByteArray& item)
{
    const auto page = redactedPage({}, listOf(item), kind);
    if (!page || page->objects.size() != 1)
        return {};
    return parseJson(page->objects.constFirst()).value_or(Json());
}

} // namespace

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreKeptWhole()
    {
        const QByteArray metadata =
            R"("metadata":{"name":"heron","uid":"u","managedFields":[{"manager":"m","fieldsV1":{"f:spec":{}}}],)"
            R"("ownerReferences":[{"name":"o","uid":"u0"}],"finalizers":["x/y"],)"
            R"("annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}})";
        const QByteArray rest = R"("spec":{"name":"TOKENS","replicas":1.50},"status":{"phase":"Ready"})";
        const auto page = redactedPage({}, listOf('{' + metadata + ", " + rest + '}'), kDeployment);
        QVERIFY_RESULT(page);
        QCOMPARE(page->position.resourceVersion, u"9"_s);
        QCOMPARE(page->position.continueToken, u"c"_s);
        QCOMPARE(page->objects,
            QList<QByteArray>{R"({"apiVersion":"apps/v1","kind":"Deployment",)" + metadata + ',' + rest + '}'});
    }

    void secretsKeepKeysAndLengths()
    {
        const Json secret = onlyObject(kSecret,
            R"({"metadata":{"name":"s","managedFields":[{"manager":"m"}],"annotations":{)"
            R"("kubectl.kubernetes.io/last-applied-configuration":"canary","other":"kept"}},"type":"Opaque",)"
            R"("data":{"key":"Y2FuYXJ5LTE="},"stringData":{"k2":"canary"}})");
        const QByteArray expected = R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s",)"
                                    R"("managedFields":[{"manager":"m"}],"annotations":{"other":"kept"}},)"
                                    R"("type":"Opaque","data":{"key":"<8 bytes>"},"stringData":{"k2":"<6 bytes>"}})";
        QCOMPARE(toCompactJson(secret), expected);
    }

    void settingsWithTellingNamesAreRedacted_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isRedacted");
        for (const char* name : {"KUBELET_BOOTSTRAP_TOKEN", "clientSecret", "db-password", "Authorization",
                 "AZURE_STORAGE_ACCESS_KEY", "API-KEY"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char* name : {"CLUSTER_NAME", "KEYBOARD", "LOG_LEVEL"})
            QTest::newRow(name) << QByteArray(name) << false;
    }

    void settingsWithTellingNamesAreRedacted()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isRedacted);
        const Json deployment = onlyObject(kDeployment,
            R"({"metadata":{"name":"d","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"canary"}},)"
            R"("spec":{"template":{"spec":{"containers":[{"env":[{"name":"A","value":"b"},{"name":")"
                + name + R"(","value":"canary"}]}]}}}})");
        QCOMPARE(textAt(deployment, "/spec/template/spec/containers/0/env/0/value"), u"b"_s);
        QCOMPARE(textAt(deployment, "/spec/template/spec/containers/0/env/1/value"),
            isRedacted ? u"<6 bytes>"_s : u"canary"_s);
        QCOMPARE(
            member(valueAt(deployment, "/metadata/annotations"), "kubectl.kubernetes.io/last-applied-configuration")
                .is_null(),
            isRedacted);
    }

    void pagesThatBreakOffAreRefused()
    {
        const QByteArray whole = listOf(R"({"metadata":{"name":"a"}})");
        QVERIFY_RESULT(redactedPage({}, whole, kSecret));
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!redactedPage({}, whole.first(length), kSecret), whole.first(length).constData());
    }

    void anItemWithoutANameIsNotLeftOutSilently()
    {
        const auto page = redactedPage({}, listOf(R"({"metadata":{"name":"a"}},{"metadata":{}})"), kSecret);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Protocol);
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
