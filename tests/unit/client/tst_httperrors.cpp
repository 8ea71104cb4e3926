// SPDX-License-Identifier: GPL-3.0-or-later
#include "httperrors.h"

#include "testprint.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QByteArray status(const char* reason, const char* text, const char* details = "{}")
{
    return toCompactJson(
        Json{{"kind", "Status"}, {"reason", reason}, {"message", text}, {"details", Json::parse(details)}});
}

const ErrorContext kWhere{
    .verb = u"get"_s, .resource = u"nodepools.karpenter.sh"_s, .name = u"gpu"_s, .host = u"https://api.example:6443"_s};

} // namespace

class TestHttpErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersHaveKindsAndSentences_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("401") << 401 << status("Unauthorized", "Unauthorized") << ErrorKind::Unauthenticated
                             << u"does not accept the credentials"_s;
        QTest::newRow("403") << 403 << status("Forbidden", "no RBAC") << ErrorKind::Forbidden
                             << u"You may not get nodepools.karpenter.sh/gpu: no RBAC"_s;
        QTest::newRow("object is missing") << 404 << status("NotFound", "x", R"({"name":"gpu","kind":"nodepools"})")
                                           << ErrorKind::NotFound << u"nodepools.karpenter.sh/gpu does not exist."_s;
        QTest::newRow("namespace is missing")
            << 404 << status("NotFound", "namespaces \"x\" not found", R"({"name":"x","kind":"namespaces"})")
            << ErrorKind::NotFound << u"The namespace x does not exist."_s;
        QTest::newRow("kind is not served") << 404 << QByteArray("404 page not found\n") << ErrorKind::NotFound
                                            << u"does not serve nodepools.karpenter.sh"_s;
        QTest::newRow("field conflict")
            << 409
            << status("Conflict", "Apply failed",
                   R"({"causes":[{"reason":"FieldManagerConflict","message":"conflict with a","field":".spec.x"}]})")
            << ErrorKind::Conflict << u".spec.x"_s;
        QTest::newRow("changed meanwhile") << 409 << status("Conflict", "the object has been modified; please apply")
                                           << ErrorKind::Conflict << u"was changed by somebody else"_s;
        QTest::newRow("exists already") << 409 << status("AlreadyExists", "x") << ErrorKind::Conflict
                                        << u"exists already"_s;
        QTest::newRow("410") << 410 << status("Expired", "too old") << ErrorKind::Gone << u"too old"_s;
        QTest::newRow("413") << 413 << status("RequestEntityTooLarge", "limit is 3145728") << ErrorKind::Invalid
                             << u"limit is 3145728"_s;
        QTest::newRow("422")
            << 422
            << status("Invalid", "bad",
                   R"({"causes":[{"reason":"FieldValueRequired","message":"Required value","field":"spec.a"}]})")
            << ErrorKind::Invalid << u"spec.a: Required value"_s;
        QTest::newRow("429") << 429 << status("TooManyRequests", "x") << ErrorKind::Throttled << u"busy"_s;
        QTest::newRow("500 of an undeclared field")
            << 500
            << status("",
                   "failed to create typed patch object (/gpu; karpenter.sh/v1, Kind=NodePool): .spec.x: field not "
                   "declared in schema")
            << ErrorKind::Invalid << u"spec.x: field not declared in schema"_s;
        QTest::newRow("another 500") << 500 << status("InternalError", "boom") << ErrorKind::Unavailable << u"boom"_s;
        QTest::newRow("503 of a load balancer")
            << 503 << QByteArray("upstream gone\nmore") << ErrorKind::Unavailable << u"upstream gone"_s;
        QTest::newRow("504") << 504 << status("Timeout", "slow") << ErrorKind::Timeout << u"slow"_s;
        QTest::newRow("406") << 406 << status("NotAcceptable", "media") << ErrorKind::Protocol << u"406"_s;
    }

    void answersHaveKindsAndSentences()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(QString, sentence);
        const Error error = errorFromAnswer({.code = code, .body = body}, kWhere);
        QTEST(error.kind, "kind");
        QVERIFY2(error.message.english().contains(sentence), qPrintable(error.message.english()));
        QCOMPARE(error.status->code, code);
        QCOMPARE(error.status->body, body);
        QCOMPARE(error.where, kWhere);
    }

    void retryAfterIsKept_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("none") << QByteArray() << qint64(0);
        QTest::newRow("a date is left to our own backoff") << QByteArray("Fri, 31 Dec 2027 23:59:59 GMT") << qint64(0);
        QTest::newRow("nonsense") << QByteArray("-3") << qint64(0);
    }

    void retryAfterIsKept()
    {
        QFETCH(QByteArray, header);
        const Error error = errorFromAnswer({.code = 429, .body = {}, .retryAfter = header}, kWhere);
        QTEST(qint64(error.retryAfter.count()), "milliseconds");
    }

    void redirectsAreRefusedAndNamedWithoutTheirQuery()
    {
        const Error error =
            errorFromAnswer({.code = 302, .location = "https://u:pw@login.example/start?token=canary"}, kWhere);
        QCOMPARE(error.kind, ErrorKind::Protocol);
        const QString text = error.message.english();
        QVERIFY(text.contains(u"https://login.example/start"_s));
        QVERIFY(!text.contains(u"canary"_s));
        QVERIFY(!text.contains(u"pw"_s));
    }
};

QTEST_GUILESS_MAIN(TestHttpErrors)
#include "tst_httperrors.moc"
