// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "followedkinds.h"
#include "objects.h"
#include "signinscript.h"
#include "testprint.h"

#include <QLoggingCategory>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Fault::Kind;
using Request = Fault::Request;

namespace {

constexpr int kPatience = 40'000;
constexpr auto kSlack = 5s; // of a busy machine
/// More than a client asks by itself before it says that something is wrong.
constexpr int kLasting = 50;

/// A kind of trouble, and what the store says of it; nothing of what is over at once.
struct Trouble
{
    QList<Fault> plan;
    std::optional<ErrorKind> reason;
};

Trouble passing(const Fault& fault)
{
    return {.plan = {fault, fault}, .reason = {}}; // for both kinds
}

Trouble lasting(const Fault& fault, ErrorKind reason)
{
    return {.plan = QList<Fault>(kLasting, fault), .reason = reason};
}

Fault onList(Kind kind, std::chrono::milliseconds lasts = 0ms)
{
    return {.kind = kind, .on = Request::List, .lasts = lasts};
}

Fault onWatch(Kind kind, std::chrono::milliseconds lasts = 0ms)
{
    return {.kind = kind, .on = Request::Watch, .after = 1, .lasts = lasts};
}

Fault answers(Request on, int code, int retryAfter = 0)
{
    return {.kind = Kind::Answer, .on = on, .code = code, .retryAfter = retryAfter};
}

Fault endsBy(int code)
{
    return {.kind = Kind::Fail, .on = Request::Watch, .after = 1, .code = code};
}

void addRow(const char* name, const Trouble& trouble)
{
    for (const QString& server : ServerUnderTest::names())
        QTest::addRow("%s, %s", name, qPrintable(server)) << server << trouble;
}

void addListRows()
{
    addRow("list delayed", passing(onList(Kind::Delay, 300ms)));
    addRow("list of 20 MB", passing(onList(Kind::Bloat)));
    addRow("list, then the connection closed", passing(onList(Kind::Close)));
    addRow("list refused", lasting(onList(Kind::Refuse, 300ms), ErrorKind::Unreachable));
    addRow("list cut in its head", lasting(onList(Kind::CutHead), ErrorKind::Unreachable));
    addRow("list cut in a chunk", lasting(onList(Kind::CutChunk), ErrorKind::Unreachable));
    addRow("list cut in an object", lasting(onList(Kind::CutObject), ErrorKind::Protocol));
    addRow("list that is no JSON", lasting(onList(Kind::Garble), ErrorKind::Protocol));
    addRow("list throttled", lasting(answers(Request::List, 429), ErrorKind::Throttled));
    addRow("list throttled for a second", lasting(answers(Request::List, 429, 1), ErrorKind::Throttled));
    addRow("list unavailable", lasting(answers(Request::List, 503), ErrorKind::Unavailable));
    addRow("list unavailable for a second", lasting(answers(Request::List, 503, 1), ErrorKind::Unavailable));
    addRow("list that stalls", lasting(onList(Kind::Stall), ErrorKind::Timeout));
    addRow("list refused by 401", lasting(answers(Request::List, 401), ErrorKind::Unauthenticated));
    addRow("list too old", lasting(answers(Request::List, 410), ErrorKind::Gone));
}

void addWatchRows()
{
    addRow("watch delayed", passing(onWatch(Kind::Delay, 300ms)));
    addRow("event of 20 MB", passing(onWatch(Kind::Bloat)));
    addRow("event twice", passing(onWatch(Kind::Repeat)));
    addRow("events out of order", passing(onWatch(Kind::Swap)));
    addRow("watch cut in an object", passing(onWatch(Kind::CutObject)));
    addRow("watch ended", passing(onWatch(Kind::End)));
    addRow("watch ended by 410", passing(endsBy(410)));
    addRow("watch ended by 401", passing(endsBy(401)));
    addRow("watch too old", passing(answers(Request::Watch, 410)));
    addRow("event that is no JSON", lasting(onWatch(Kind::Garble), ErrorKind::Protocol));
    addRow("watch refused", lasting(onWatch(Kind::Refuse, 300ms), ErrorKind::Unreachable));
    addRow("watch cut in its head", lasting(onWatch(Kind::CutHead), ErrorKind::Unreachable));
    addRow("watch cut in a chunk", lasting(onWatch(Kind::CutChunk), ErrorKind::Unreachable));
    addRow("watch refused by 401", lasting(answers(Request::Watch, 401), ErrorKind::Unauthenticated));
    addRow("watch throttled", lasting(answers(Request::Watch, 429), ErrorKind::Throttled));
    addRow("watch throttled for a second", lasting(answers(Request::Watch, 429, 1), ErrorKind::Throttled));
    addRow("watch unavailable", lasting(answers(Request::Watch, 503), ErrorKind::Unavailable));
    addRow("watch unavailable for a second", lasting(answers(Request::Watch, 503, 1), ErrorKind::Unavailable));
}

} // namespace

/// What a store does when its network or its server fails: it says so, and is what the server is once that is over.
class TestFaults : public ContractTest
{
    Q_OBJECT

    std::unique_ptr<TestNamespace> m_namespace;
    std::unique_ptr<FollowedKinds> m_followed;
    Contents m_served;

    [[nodiscard]] QStringList namespaces() const { return {m_namespace->name()}; }
    [[nodiscard]] QStringList collections() const
    {
        return {m_namespace->core(u"configmaps"_s), m_namespace->path(u"argoproj.io/v1alpha1"_s, u"workflows"_s)};
    }
    void make(const QString& name)
    {
        QCOMPARE(wire().post(collections().at(0), configMap(name)).code, 201);
        QCOMPARE(wire().post(collections().at(1), workflow(name)).code, 201);
    }
    void changeAll()
    {
        for (const QString& collection : collections()) {
            const Json label{{"metadata", {{"labels", {{"changed", "yes"}}}}}};
            QCOMPARE(wire().mergePatch(collection + "/first"_L1, label).code, 200);
            QCOMPARE(wire().remove(collection + "/second"_L1).code, 200);
        }
        make(u"third"_s);
        make(u"fourth"_s);
    }
    /// Both kinds are live, then connections die, and what is written meanwhile is not heard of.
    void fallSilent(const QList<Fault>& plan)
    {
        m_followed->proxy().setPlan(plan);
        m_followed->follow();
        QTRY_VERIFY_WITH_TIMEOUT(m_followed->isLive() && m_followed->isComplete(), kPatience);
        changeAll();
        m_served = m_followed->served(namespaces());
        QTRY_COMPARE(m_followed->proxy().struck(), plan);
    }
    /// A busy machine may take its time.
    [[nodiscard]] bool saysNothingElse() const
    {
        return std::ranges::all_of(
            m_followed->reasons(), [](ErrorKind reason) { return reason == ErrorKind::Timeout; });
    }
    [[nodiscard]] bool says(ErrorKind reason) const { return m_followed->reasons().contains(reason); }

    void prepare() override
    {
        m_namespace = std::make_unique<TestNamespace>(wire());
        m_followed = std::make_unique<FollowedKinds>(server());
        make(u"first"_s);
        make(u"second"_s);
    }
    void finish() override
    {
        m_followed.reset();
        m_namespace.reset();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Events that are no JSON are warned of.
        QLoggingCategory::setFilterRules(u"argosy.live.watch.warning=false"_s);
    }

    void theStoreSaysSoAndRecovers_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<Trouble>("trouble");
        addListRows();
        addWatchRows();
    }

    void theStoreSaysSoAndRecovers()
    {
        QFETCH(Trouble, trouble);
        m_followed->proxy().setPlan(trouble.plan);
        m_followed->follow();
        QTRY_VERIFY_WITH_TIMEOUT(m_followed->isComplete() || (trouble.reason && says(*trouble.reason)), kPatience);
        changeAll();
        const Contents served = m_followed->served(namespaces());
        if (trouble.reason)
            QTRY_VERIFY_WITH_TIMEOUT(says(*trouble.reason), kPatience);
        else
            QTRY_COMPARE_WITH_TIMEOUT(m_followed->proxy().struck(), trouble.plan, kPatience);
        m_followed->proxy().setPlan({});
        QTRY_COMPARE_WITH_TIMEOUT(m_followed->missing(namespaces(), served), QByteArray(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_followed->isLive(), kPatience);
        QVERIFY(trouble.reason || saysNothingElse());
    }

    void credentialsThatAreRefusedAreFetchedAnewOnce_data() { ServerUnderTest::addRows(); }
    void credentialsThatAreRefusedAreFetchedAnewOnce()
    {
        const Kubeconfig& config = server().kubeconfig();
        const QByteArray token = config.user(config.context(config.currentContext)->user)->token.reveal();
        const SignInScript script(printsToken(token.isEmpty() ? "not-looked-at" : token));
        m_followed = std::make_unique<FollowedKinds>(server(), script.plugin());
        fallSilent({endsBy(401), endsBy(401), answers(Request::Watch, 401)});
        QTRY_COMPARE_WITH_TIMEOUT(m_followed->missing(namespaces(), m_served), QByteArray(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_followed->isLive(), kPatience);
        QVERIFY(saysNothingElse());
        QCOMPARE(script.runs(), 2);
    }

    void aSilentNetworkIsNotCalledLive_data() { ServerUnderTest::addRows(); }
    void aSilentNetworkIsNotCalledLive()
    {
        fallSilent({onWatch(Kind::Silence, 2500ms)});
        constexpr auto kTiming = FollowedKinds::kTiming;
        QTRY_VERIFY_WITH_TIMEOUT(
            says(ErrorKind::Timeout), static_cast<int>((kTiming.quiet + 2 * kTiming.patience + kSlack) / 1ms));
        QTRY_COMPARE_WITH_TIMEOUT(m_followed->missing(namespaces(), m_served), QByteArray(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_followed->isLive(), kPatience);
    }

    void aDeadConnectionIsReplaced_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QList<Fault>>("plan");
        for (const QString& server : ServerUnderTest::names()) {
            QTest::addRow("all that there are, %s", qPrintable(server)) << server << QList{onWatch(Kind::Silence)};
            QTest::addRow("the watches', %s", qPrintable(server))
                << server << QList{onWatch(Kind::Stall), onWatch(Kind::Stall)};
        }
    }

    void aDeadConnectionIsReplaced()
    {
        QFETCH(QList<Fault>, plan);
        fallSilent(plan);
        QTRY_COMPARE_WITH_TIMEOUT(m_followed->missing(namespaces(), m_served), QByteArray(),
            static_cast<int>((FollowedKinds::kSilence + kSlack) / 1ms));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
