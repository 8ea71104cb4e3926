// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshotstep.h"
#include "testprint.h"

#include <argosy/client/request.h>

#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

ApiResource resource(const Gvk& gvk, const QString& plural, const QString& verb = u"list"_s)
{
    return {.gvk = gvk, .plural = plural, .verbs = {u"get"_s, verb}};
}

const ApiResource kEvents = resource({{}, u"v1"_s, u"Event"_s}, u"events"_s);
const ApiResource kSameEvents = resource({u"events.k8s.io"_s, u"v1"_s, u"Event"_s}, u"events"_s);
const ApiResource kOldClusters =
    resource({u"containerservice.azure.com"_s, u"v1api20231001"_s, u"ManagedCluster"_s}, u"managedclusters"_s);
const ApiResource kClusters =
    resource({u"containerservice.azure.com"_s, u"v1api20250801"_s, u"ManagedCluster"_s}, u"managedclusters"_s);
const ApiResource kReviews =
    resource({u"authorization.k8s.io"_s, u"v1"_s, u"SelfSubjectReview"_s}, u"selfsubjectreviews"_s, u"create"_s);

Error serverSaid(ErrorKind kind, int code)
{
    return {.kind = kind, .message = {}, .status = ApiStatus{.code = code}};
}

} // namespace

class TestSnapshotStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindIsReadOnce()
    {
        const auto kinds = snapshotKinds(ApiCatalog({kEvents, kSameEvents, kOldClusters, kClusters, kReviews}), {});
        QVERIFY_RESULT(kinds);
        QCOMPARE(*kinds, QList<ApiResource>({kEvents, kClusters}));
        QCOMPARE(snapshotKinds(ApiCatalog({kSameEvents}), {}).value(), QList<ApiResource>{kSameEvents});
    }

    void kindsAreNamedAsPeopleDo()
    {
        const ApiCatalog catalog({kEvents, kOldClusters, kClusters, kReviews});
        const auto kinds = snapshotKinds(catalog, {u"ManagedCluster"_s, u"events"_s, u"managedclusters"_s});
        QVERIFY_RESULT(kinds);
        QCOMPARE(*kinds, QList<ApiResource>({kClusters, kEvents}));
        for (const QString& name : {u"birds"_s, u"selfsubjectreviews"_s}) {
            const auto unknown = snapshotKinds(catalog, {u"events"_s, name});
            QVERIFY(!unknown);
            QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
            QVERIFY(unknown.error().message.english().contains(name));
        }
    }

    void aFailureConcernsAPageAKindOrEverything_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<int>("restarts");
        QTest::addColumn<int>("pageSize");
        QTest::addColumn<QString>("continueToken");
        QTest::addColumn<AfterFailure>("expected");
        const auto row = [](const char* name, const Error& error, AfterFailure expected) {
            QTest::newRow(name) << error << 0 << 500 << u"c"_s << expected;
        };
        const Error expired = serverSaid(ErrorKind::Gone, 410);
        const Error tooLarge{.kind = ErrorKind::TooLarge, .message = {}};
        row("expired", expired, AfterFailure::StartOver);
        QTest::newRow("expired again and again") << expired << 3 << 500 << u"c"_s << AfterFailure::LeaveOut;
        QTest::newRow("gone at once") << expired << 0 << 500 << QString() << AfterFailure::LeaveOut;
        row("too large", tooLarge, AfterFailure::AskForLess);
        row("unreadable", {.kind = ErrorKind::Protocol, .message = {}}, AfterFailure::AskForLess);
        QTest::newRow("an object that is too large") << tooLarge << 0 << 1 << u"c"_s << AfterFailure::LeaveOut;
        row("forbidden", serverSaid(ErrorKind::Forbidden, 403), AfterFailure::LeaveOut);
        row("not served any more", serverSaid(ErrorKind::NotFound, 404), AfterFailure::LeaveOut);
        row("its API is down", serverSaid(ErrorKind::Unavailable, 503), AfterFailure::LeaveOut);
        row("its API does not answer", serverSaid(ErrorKind::Timeout, 504), AfterFailure::LeaveOut);
        row("the server does not answer", {.kind = ErrorKind::Timeout, .message = {}}, AfterFailure::GiveUp);
        row("the network is down", {.kind = ErrorKind::Unreachable, .message = {}}, AfterFailure::GiveUp);
        row("signed out", serverSaid(ErrorKind::Unauthenticated, 401), AfterFailure::GiveUp);
        row("the disk is full", {.kind = ErrorKind::Io, .message = {}}, AfterFailure::GiveUp);
    }

    void aFailureConcernsAPageAKindOrEverything()
    {
        QFETCH(Error, error);
        QFETCH(int, restarts);
        QFETCH(int, pageSize);
        QFETCH(QString, continueToken);
        QFETCH(AfterFailure, expected);
        const KindProgress progress{.pageSize = pageSize, .restarts = restarts, .continueToken = continueToken};
        QCOMPARE(afterFailure(error, progress), expected);
    }

    void pagesGetSmallerDownToOneObject()
    {
        QList<int> sizes{500};
        while (sizes.constLast() > 1)
            sizes.append(smallerPage(sizes.constLast()));
        QCOMPARE(sizes, QList<int>({500, 50, 5, 1}));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotStep)
#include "tst_snapshotstep.moc"
