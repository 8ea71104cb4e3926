// SPDX-License-Identifier: GPL-3.0-or-later
#include "retry.h"

#include "inflight.h"
#include "sleepwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace argosy;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Error answered(ErrorKind kind, int code, const QString& reason = {}, std::chrono::milliseconds retryAfter = 0ms)
{
    return {.kind = kind, .message = {}, .status = ApiStatus{.code = code, .reason = reason}, .retryAfter = retryAfter};
}

} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentAgain_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<int>("times");
        const Error busy = answered(ErrorKind::Throttled, 429);
        const Error notBegun = answered(ErrorKind::Throttled, 429, u"TooManyRequests"_s, 1s);
        QTest::newRow("read, 429") << busy << false << kMaxRetries;
        QTest::newRow("read, 503") << answered(ErrorKind::Unavailable, 503) << false << kMaxRetries;
        QTest::newRow("read, 504") << answered(ErrorKind::Timeout, 504) << false << kMaxRetries;
        QTest::newRow("read, broken connection") << Error{.kind = ErrorKind::Unreachable} << false << 1;
        QTest::newRow("read, 500") << answered(ErrorKind::Unavailable, 500) << false << 0;
        QTest::newRow("read, 403") << answered(ErrorKind::Forbidden, 403) << false << 0;
        QTest::newRow("read, 401") << answered(ErrorKind::Unauthenticated, 401) << false << 0;
        QTest::newRow("read, no answer in time") << Error{.kind = ErrorKind::Timeout} << false << 0;
        QTest::newRow("read, asked to wait too long")
            << answered(ErrorKind::Throttled, 429, u"TooManyRequests"_s, 60s) << false << 0;
        QTest::newRow("write, the server has not begun it") << notBegun << true << kMaxRetries;
        QTest::newRow("write, 429 of a proxy") << busy << true << 0;
        QTest::newRow("write, 503") << answered(ErrorKind::Unavailable, 503, {}, 1s) << true << 0;
        QTest::newRow("write, 504") << answered(ErrorKind::Timeout, 504) << true << 0;
        QTest::newRow("write, broken connection") << Error{.kind = ErrorKind::Unreachable} << true << 0;
    }

    void whatIsSentAgain()
    {
        QFETCH(Error, error);
        QFETCH(bool, isWrite);
        QFETCH(int, times);
        ApiRequest request;
        request.method = isWrite ? "PATCH" : "GET";
        for (int retries = 0; retries <= kMaxRetries + 1; ++retries)
            QCOMPARE(delayBeforeRetry(request, error, retries, 0).has_value(), retries < times);
        request.isRetried = false;
        QVERIFY(!delayBeforeRetry(request, error, 0, 0));
    }

    void theDelayGrowsAndObeysTheServer()
    {
        const Error busy = answered(ErrorKind::Throttled, 429);
        QCOMPARE(*delayBeforeRetry({}, busy, 0, 0), 200ms);
        QCOMPARE(*delayBeforeRetry({}, busy, 3, 0), 1600ms);
        QCOMPARE(*delayBeforeRetry({}, busy, 0, 0.5), 300ms);
        const Error patient = answered(ErrorKind::Throttled, 429, {}, 5s);
        QCOMPARE(*delayBeforeRetry({}, patient, 0, 0.5), 5100ms);
    }

    void aBoundIsKeptAndNobodyForgotten()
    {
        InFlight inFlight(2);
        QList<int> begun;
        const auto ask = [&](int number) {
            const auto begin = [&inFlight, &begun, number] {
                inFlight.begin();
                begun.append(number);
            };
            inFlight.isFull() ? inFlight.wait(begin) : begin();
        };
        for (int number = 1; number <= 4; ++number)
            ask(number);
        inFlight.wait([] {}); // given up meanwhile: begins nothing and keeps no place
        ask(5);
        QCOMPARE(begun, (QList{1, 2}));
        inFlight.end();
        QCOMPARE(begun, (QList{1, 2, 3}));
        inFlight.end();
        inFlight.end();
        QCOMPARE(begun, (QList{1, 2, 3, 4, 5}));
        inFlight.wait([&] { begun.append(6); });
        inFlight.forgetWaiting();
        inFlight.end();
        QCOMPARE(begun.size(), 5);
    }

    void sleepIsNoticed_data()
    {
        QTest::addColumn<qint64>("monotonic");
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<bool>("slept");
        QTest::newRow("a second") << 1000LL << 1000LL << false;
        QTest::newRow("a busy machine") << 20'000LL << 20'001LL << false;
        QTest::newRow("an adjusted clock") << 1000LL << 1900LL << false;
        QTest::newRow("a clock set back") << 1000LL << -3'600'000LL << false;
        QTest::newRow("sleep") << 700LL << 600'000LL << true;
    }

    void sleepIsNoticed()
    {
        QFETCH(qint64, monotonic);
        QFETCH(qint64, wall);
        QFETCH(bool, slept);
        std::chrono::milliseconds monotonicNow = 5s;
        std::chrono::milliseconds wallNow = 9000s;
        SleepWatch watch({.monotonic = [&] { return monotonicNow; }, .wall = [&] { return wallNow; }});
        const QSignalSpy woke(&watch, &SleepWatch::woke);
        wallNow += 1h; // before anybody asked
        watch.setNeeded(true);
        monotonicNow += std::chrono::milliseconds(monotonic);
        wallNow += std::chrono::milliseconds(wall);
        watch.look();
        QCOMPARE(woke.count(), slept ? 1 : 0);
        watch.look();
        QCOMPARE(woke.count(), slept ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
