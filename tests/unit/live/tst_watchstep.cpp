// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprint.h"
#include "watchstep.h"

using namespace argosy;
using namespace argosy::watch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Phase = WatchState::Phase;
using Effects = QList<Effect>;
Q_DECLARE_METATYPE(argosy::watch::Input)

namespace {

Error error(ErrorKind kind)
{
    return {.kind = kind, .message = message("test", "Something.")};
}

Error throttled(std::chrono::milliseconds retryAfter)
{
    Error made = error(ErrorKind::Throttled);
    made.retryAfter = retryAfter;
    return made;
}

Error ahead()
{
    Error made = error(ErrorKind::Timeout);
    made.status = ApiStatus{.code = 504, .message = u"Too large resource version: 9, current: 3"_s};
    return made;
}

WatchState live(const QString& version, int failures = 0)
{
    return {.phase = Phase::Live, .resourceVersion = version, .failures = failures, .wasListed = true, .heard = true};
}

Ended ended(std::optional<Error> why, std::chrono::milliseconds lived)
{
    return {std::move(why), lived};
}

} // namespace

class TestWatchStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data()
    {
        QTest::addColumn<WatchState>("state");
        QTest::addColumn<Input>("input");
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("failures");
        QTest::addColumn<Effects>("effects");
        const WatchState listing;
        const WatchState watching = live(u"7"_s);
        const WatchState failing = live(u"7"_s, 2);
        WatchState silent = watching;
        silent.heard = false;
        WatchState relisted = watching;
        relisted.relisted = true;
        const QString none;
        const QString seven = u"7"_s;
        const Effects list{DiscardPages{}, ListPage{}};
        const Effects resume{OpenStream{seven}};

        QTest::newRow("begin with a list") << listing << Input(Begun{}) << Phase::Listing << none << 0 << list;
        QTest::newRow("a page leads to the next") << listing << Input(PageArrived{u"5"_s, u"t"_s}) << Phase::Listing
                                                  << none << 0 << Effects{ListPage{u"t"_s}};
        WatchState heavy;
        heavy.continueToken = u"t"_s;
        WatchState single = heavy;
        single.page = 1;
        QTest::newRow("a page that is too large is asked for in smaller ones")
            << heavy << Input(ListFailed{error(ErrorKind::TooLarge)}) << Phase::Listing << none << 0
            << Effects{ListPage{u"t"_s, 50}};
        QTest::newRow("an object that is too large is said") << single << Input(ListFailed{error(ErrorKind::TooLarge)})
                                                             << Phase::Waiting << none << 1 << Effects{Wait{800ms}};
        QTest::newRow("the next pages are small too") << single << Input(PageArrived{u"5"_s, u"u"_s}) << Phase::Listing
                                                      << none << 0 << Effects{ListPage{u"u"_s, 1}};
        QTest::newRow("the next list begins with full pages")
            << single << Input(WaitedEnough{}) << Phase::Listing << none << 0 << list;
        WatchState streaming;
        streaming.mayStream = true;
        WatchState initial = streaming;
        initial.isInitial = true;
        const Effects stream{DiscardPages{}, OpenStream{}};
        QTest::newRow("what exists may come as initial events")
            << streaming << Input(Begun{}) << Phase::Listing << none << 0 << stream;
        QTest::newRow("an open stream is not live before it has sent all")
            << initial << Input(Opened{}) << Phase::Listing << none << 0 << Effects();
        QTest::newRow("initial events have no version to go on from")
            << initial << Input(EventsSeen{seven}) << Phase::Listing << none << 0 << Effects();
        QTest::newRow("the end of the initial events swaps them in")
            << initial << Input(InitialEnded{seven}) << Phase::Live << seven << 0 << Effects{SwapPagesIn{}};
        QTest::newRow("a server that knows no initial events is listed")
            << initial << Input(ended(error(ErrorKind::Invalid), 0ms)) << Phase::Listing << none << 0 << list;
        QTest::newRow("a stream that breaks off before all has come begins anew after a while")
            << initial << Input(ended({}, 10s)) << Phase::Listing << none << 1 << Effects{Wait{800ms}};
        QTest::newRow("a server that is away while initial events come is waited for")
            << initial << Input(ended(error(ErrorKind::Unreachable), 10s)) << Phase::Waiting << none << 1
            << Effects{Wait{800ms}};
        QTest::newRow("the last page is swapped in and watched from")
            << listing << Input(PageArrived{seven, {}}) << Phase::Live << seven << 0
            << Effects{SwapPagesIn{}, OpenStream{seven}};
        QTest::newRow("a token that is too old starts the list again")
            << listing << Input(ListFailed{error(ErrorKind::Gone)}) << Phase::Listing << none << 0 << list;
        QTest::newRow("a list that fails waits") << listing << Input(ListFailed{error(ErrorKind::Unreachable)})
                                                 << Phase::Waiting << none << 1 << Effects{Wait{800ms}};
        QTest::newRow("a right that is missing is asked for slowly")
            << listing << Input(ListFailed{error(ErrorKind::Forbidden)}) << Phase::Unavailable << none << 0
            << Effects{Wait{60s}};
        QTest::newRow("a kind that is not served is forgotten")
            << listing << Input(ListFailed{error(ErrorKind::NotFound)}) << Phase::Unavailable << none << 0
            << Effects{Forget{}, Wait{60s}};
        QTest::newRow("credentials that are refused are tried slowly")
            << listing << Input(ListFailed{error(ErrorKind::Unauthenticated)}) << Phase::Waiting << none << 0
            << Effects{Wait{60s}};
        QTest::newRow("the server's own delay counts")
            << listing << Input(ListFailed{throttled(7s)}) << Phase::Waiting << none << 1 << Effects{Wait{7s}};
        QTest::newRow("a closed connection ends it")
            << watching << Input(ended(error(ErrorKind::Cancelled), 0ms)) << Phase::Ended << seven << 0 << Effects{};

        QTest::newRow("events move the version and forgive failures")
            << failing << Input(EventsSeen{u"9"_s}) << Phase::Live << u"9"_s << 0 << Effects{};
        QTest::newRow("a good stream that ends is resumed")
            << watching << Input(ended({}, 290s)) << Phase::Live << seven << 0 << resume;
        QTest::newRow("a good stream that is cut is resumed")
            << failing << Input(ended(error(ErrorKind::Unreachable), 10s)) << Phase::Live << seven << 0 << resume;
        QTest::newRow("a stream that never said anything is checked by a list")
            << silent << Input(Silent{}) << Phase::Live << none << 0 << list;
        QTest::newRow("a stream that has fallen silent is opened anew")
            << watching << Input(Silent{}) << Phase::Live << seven << 0 << resume;
        QTest::newRow("a stream that ends at once is not resumed at once")
            << watching << Input(ended({}, 10ms)) << Phase::Live << seven << 1 << Effects{Wait{800ms}};
        QTest::newRow("a stream that cannot be opened waits and keeps its version")
            << failing << Input(ended(error(ErrorKind::Unreachable), 10ms)) << Phase::Waiting << seven << 3
            << Effects{Wait{3200ms}};
        QTest::newRow("a silent stream waits and keeps its version")
            << watching << Input(ended(error(ErrorKind::Timeout), 295s)) << Phase::Waiting << seven << 1
            << Effects{Wait{800ms}};
        QTest::newRow("what was not understood is listed") << failing << Input(ended(error(ErrorKind::Protocol), 10ms))
                                                           << Phase::Waiting << none << 3 << Effects{Wait{3200ms}};
        QTest::newRow("a 401 within a stream is asked about at once")
            << watching << Input(ended(error(ErrorKind::Unauthenticated), 10ms)) << Phase::Live << seven << 0 << resume;
        QTest::newRow("a stream that is refused by 401 waits and keeps its version")
            << silent << Input(ended(error(ErrorKind::Unauthenticated), 10ms)) << Phase::Waiting << seven << 0
            << Effects{Wait{60s}};
        QTest::newRow("410 lists again at once")
            << failing << Input(ended(error(ErrorKind::Gone), 10ms)) << Phase::Listing << none << 2 << list;
        QTest::newRow("410 after a relist lists again later") << relisted << Input(ended(error(ErrorKind::Gone), 10ms))
                                                              << Phase::Waiting << none << 1 << Effects{Wait{800ms}};
        QTest::newRow("a version that the server has not reached lists again")
            << watching << Input(ended(ahead(), 10ms)) << Phase::Listing << none << 0 << list;
        QTest::newRow("a kind that has worked is not given up at once")
            << watching << Input(ended(error(ErrorKind::NotFound), 10ms)) << Phase::Waiting << seven << 1
            << Effects{Wait{800ms}};
        QTest::newRow("a right that is withdrawn for good")
            << live(seven, kDoubts) << Input(ended(error(ErrorKind::Forbidden), 10ms)) << Phase::Unavailable << none
            << kDoubts << Effects{Wait{60s}};
        QTest::newRow("a kind that is gone for good is forgotten")
            << live(seven, kDoubts) << Input(ended(error(ErrorKind::NotFound), 10ms)) << Phase::Unavailable << none
            << kDoubts << Effects{Forget{}, Wait{60s}};
        QTest::newRow("after waiting a watch goes on")
            << watching << Input(WaitedEnough{}) << Phase::Live << seven << 0 << resume;
        QTest::newRow("after waiting a list starts again")
            << listing << Input(WaitedEnough{}) << Phase::Listing << none << 0 << list;
    }

    void steps()
    {
        QFETCH(WatchState, state);
        QFETCH(Input, input);
        const WatchStep next = step(state, input, 0);
        QTEST(next.state.phase, "phase");
        QTEST(next.state.resourceVersion, "version");
        QTEST(next.state.failures, "failures");
        QTEST(next.effects, "effects");
        QCOMPARE(
            next.state.error.has_value(), next.state.phase == Phase::Waiting || next.state.phase == Phase::Unavailable);
    }

    void anEventForgivesARelist()
    {
        WatchState state = step(live(u"7"_s), ended(error(ErrorKind::Gone), 1ms), 0).state;
        QVERIFY(state.relisted);
        state = step(state, PageArrived{u"8"_s, {}}, 0).state;
        QVERIFY(state.relisted);
        QVERIFY(!step(state, EventsSeen{u"9"_s}, 0).state.relisted);
        QVERIFY(!step(state, ended({}, kGoodStream), 0).state.relisted);
    }

    void whyItWaitsIsShownUntilItWorks()
    {
        WatchState state = step({}, ListFailed{error(ErrorKind::Unreachable)}, 0).state;
        state = step(state, WaitedEnough{}, 0).state;
        QCOMPARE(state.phase, Phase::Waiting);
        QVERIFY(state.error);
        state = step(state, PageArrived{u"1"_s, {}}, 0).state;
        QCOMPARE(state.phase, Phase::Live);
        QVERIFY(!state.error);
    }

    void delaysDoubleUpToABound()
    {
        QCOMPARE(backoff(0, 0), 800ms);
        QCOMPARE(backoff(1, 0), 1600ms);
        QCOMPARE(backoff(5, 0), 25'600ms);
        QCOMPARE(backoff(6, 0), 30s);
        QCOMPARE(backoff(1000, 0), 30s);
        QCOMPARE(backoff(0, 0.5), 900ms);
        QVERIFY(backoff(1000, 0.999) < 37'500ms);
    }

    void delaysAreAsTheyAreWanted()
    {
        const RetryDelays delays{.first = 1ms, .longest = 3ms, .refused = 7ms};
        const auto delay = [&delays](ErrorKind kind, int failures) {
            return step(live({}, failures), ListFailed{error(kind)}, 0, delays).effects;
        };
        QCOMPARE(delay(ErrorKind::Unreachable, 1), Effects{Wait{2ms}});
        QCOMPARE(delay(ErrorKind::Unreachable, 2), Effects{Wait{3ms}});
        QCOMPARE(delay(ErrorKind::Unauthenticated, 0), Effects{Wait{7ms}});
    }
};

QTEST_GUILESS_MAIN(TestWatchStep)
#include "tst_watchstep.moc"
