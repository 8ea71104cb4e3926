// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinstate.h"
#include "testprint.h"

using namespace argosy;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime kNow({2026, 1, 10}, {9, 0}, Qt::UTC);

Credential token(const QByteArray& text, const std::optional<QDateTime>& expires = {})
{
    return {.authorization = Secret(text), .expires = expires};
}

Error error(const char* text)
{
    return {.kind = ErrorKind::Unauthenticated, .message = message("test", text)};
}

/// With this credential just given.
SignInState after(const Credential& given)
{
    SignInState state;
    state.started();
    state.finished(given, kNow);
    return state;
}

} // namespace

class TestSignInState : public QObject
{
    Q_OBJECT

    using Step = SignInState::Step;

private Q_SLOTS:
    void renewalComesBeforeTheEnd_data()
    {
        QTest::addColumn<std::optional<QDateTime>>("expires");
        QTest::addColumn<std::optional<QDateTime>>("renewal");
        const auto at = [](qint64 seconds) { return std::optional(kNow.addSecs(seconds)); };
        const std::optional<QDateTime> never;
        QTest::newRow("no end") << never << never;
        QTest::newRow("an hour") << at(3600) << at(3540);
        QTest::newRow("five minutes") << at(300) << at(240);
        QTest::newRow("ten seconds") << at(10) << at(8);
        QTest::newRow("just now") << at(0) << never;
        QTest::newRow("long ago") << at(-3600) << never;
    }

    void renewalComesBeforeTheEnd()
    {
        QFETCH(std::optional<QDateTime>, expires);
        QFETCH(std::optional<QDateTime>, renewal);
        QVERIFY(renewalTime(token("t", expires), kNow) == renewal);
    }

    void oneRunServesAllUntilRenewal()
    {
        SignInState state;
        QCOMPARE(state.next(kNow), Step::Run);
        state.started();
        QCOMPARE(state.next(kNow), Step::Wait);
        state.finished(token("t", kNow.addSecs(600)), kNow);
        QCOMPARE(state.next(kNow.addSecs(539)), Step::Use);
        QCOMPARE(state.next(kNow.addSecs(540)), Step::Run);
    }

    void aFailureStaysUntilSomebodyRetries()
    {
        SignInState state;
        state.started();
        state.finished(fail(error("no")), kNow);
        QCOMPARE(state.next(kNow.addDays(1)), Step::Fail);
        QCOMPARE(state.failure(), error("no"));
        QVERIFY(!state.refused(token("t"), error("401")));
        state.retry();
        QCOMPARE(state.next(kNow), Step::Run);
    }

    void aRefusalLeadsToOneMoreRun()
    {
        SignInState state = after(token("old"));
        QVERIFY(state.refused(token("old"), error("401")));
        QCOMPARE(state.next(kNow), Step::Run);
        state.started();
        QVERIFY(state.refused(token("old"), error("401"))); // another request, on its way meanwhile
        state.finished(token("new"), kNow);
        QVERIFY(state.refused(token("old"), error("401"))); // and one that was slow
        QCOMPARE(state.next(kNow), Step::Use);
        QVERIFY(!state.refused(token("new"), error("401")));
        QCOMPARE(state.next(kNow), Step::Fail);
    }

    void acceptanceForgivesARefusal()
    {
        SignInState state = after(token("a"));
        QVERIFY(state.refused(token("a"), error("401")));
        state.started();
        state.finished(token("b"), kNow);
        state.accepted(token("a")); // an old answer says nothing of the new one
        state.accepted(token("b"));
        QVERIFY(state.refused(token("b"), error("401")));
        QCOMPARE(state.next(kNow), Step::Run);
    }

    void retryWaitsForTheRunningCommand()
    {
        SignInState state;
        state.started();
        state.retry();
        QCOMPARE(state.next(kNow), Step::Wait);
    }
};

QTEST_GUILESS_MAIN(TestSignInState)
#include "tst_signinstate.moc"
