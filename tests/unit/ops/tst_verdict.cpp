// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalentries.h"
#include "verdict.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

/// An object as the server has it: its resourceVersion, and a manager with the time of its last write.
Json live(const QString& resourceVersion, const QString& manager, const QString& operation, const QString& time)
{
    return {{"metadata",
        {{"name", "gpu"}, {"uid", "u-1"}, {"resourceVersion", resourceVersion.toStdString()},
            {"managedFields",
                {{{"manager", manager.toStdString()}, {"operation", operation.toStdString()},
                    {"time", time.toStdString()}}}}}}};
}

Json workflow(const QString& uid, const QString& generateName, const QString& created)
{
    Json made = live(u"9"_s, u"argosy"_s, u"Update"_s, created);
    made["metadata"]["uid"] = uid.toStdString();
    made["metadata"]["name"] = QString(generateName + uid).toStdString();
    made["metadata"]["generateName"] = generateName.toStdString();
    made["metadata"]["creationTimestamp"] = created.toStdString();
    return made;
}

JournalEntry entryOf(const QString& id, const WriteIntent& intent, const std::optional<WriteOutcome>& outcome = {})
{
    return {.id = id,
        .time = QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC),
        .intent = intent,
        .bodyHash = {},
        .outcome = outcome};
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnObjectSaysOfAnApply_data()
    {
        const QString before = u"2026-01-10T08:59:59Z"_s;
        const QString then = u"2026-01-10T09:00:00Z"_s;
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, const Json& object, Verdict verdict) {
            QTest::newRow(name) << toCompactJson(object) << verdict;
        };
        row("ours is dated anew", live(u"8"_s, u"argosy"_s, u"Apply"_s, then), Verdict::Applied);
        row("nothing changed at all", live(u"7"_s, u"argosy"_s, u"Apply"_s, then), Verdict::NotApplied);
        row("only others changed it", live(u"8"_s, u"argosy"_s, u"Apply"_s, before), Verdict::NotApplied);
        row("ours is an update, not an apply", live(u"8"_s, u"argosy"_s, u"Update"_s, then), Verdict::NotApplied);
        row("somebody else applied", live(u"8"_s, u"flux"_s, u"Apply"_s, then), Verdict::NotApplied);
        row("it is gone", Json(), Verdict::CannotTell);
    }

    void whatAnObjectSaysOfAnApply()
    {
        QFETCH(QByteArray, object);
        const WriteOutcome outcome = outcomeOfApply(applyIntent(u"gpu"_s), parseJson(object).value());
        QTEST(outcome.verdict.value(), "verdict");
        QCOMPARE(outcome.ok, outcome.verdict == Verdict::Applied);
        QCOMPARE(outcome.uid, outcome.ok ? u"u-1"_s : QString());
    }

    void whatWasToBeMadeAndIsNotThereWasNotApplied()
    {
        WriteIntent intent = applyIntent(u"gpu"_s);
        intent.resourceVersion.clear();
        QCOMPARE(outcomeOfApply(intent, Json()).verdict, Verdict::NotApplied);
    }

    void theSubresourcesOfAnObjectSayNothing()
    {
        Json object = live(u"8"_s, u"argosy"_s, u"Apply"_s, u"2026-01-10T09:00:00Z"_s);
        object["metadata"]["managedFields"][0]["subresource"] = "status";
        QCOMPARE(outcomeOfApply(applyIntent(u"gpu"_s), object).verdict, Verdict::NotApplied);
    }

    void withoutTheServersTimeNobodyCanTell()
    {
        WriteIntent intent = applyIntent(u"gpu"_s);
        intent.checked = {};
        const Json object = live(u"8"_s, u"argosy"_s, u"Apply"_s, u"2026-01-10T09:00:00Z"_s);
        QCOMPARE(outcomeOfApply(intent, object).verdict, Verdict::CannotTell);
    }

    void anotherApplyHidesTheFirst()
    {
        const JournalEntry first = entryOf(u"1"_s, applyIntent(u"gpu"_s));
        const JournalEntry other = entryOf(u"2"_s, applyIntent(u"cpu"_s));
        const JournalEntry refused = entryOf(u"3"_s, applyIntent(u"gpu"_s), WriteOutcome{.code = 422});
        QVERIFY(!isAppliedAgain(first, {first, other, refused}));
        QVERIFY(isAppliedAgain(first, {first, entryOf(u"4"_s, applyIntent(u"gpu"_s), WriteOutcome{.ok = true})}));
        QVERIFY(isAppliedAgain(first, {first, entryOf(u"5"_s, applyIntent(u"gpu"_s))}));
        JournalEntry elsewhere = entryOf(u"6"_s, applyIntent(u"gpu"_s));
        elsewhere.intent.server = u"https://another.invalid"_s;
        QVERIFY(!isAppliedAgain(first, {first, elsewhere}));
    }

    void whatAListSaysOfACreate_data()
    {
        const QString then = u"2026-01-10T09:00:01Z"_s;
        const Json ours = workflow(u"a"_s, u"provision-heron-"_s, then);
        Json theirs = ours;
        theirs["metadata"]["managedFields"][0]["manager"] = "kubectl";
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, const Json& items, Verdict verdict) {
            QTest::newRow(name) << toCompactJson(items) << verdict;
        };
        row("one of the name", Json::array({workflow(u"b"_s, u"other-"_s, then), ours}), Verdict::Applied);
        row("none at all", Json::array(), Verdict::NotApplied);
        row("made by somebody else", Json::array({theirs}), Verdict::NotApplied);
        row("made long before", Json::array({workflow(u"a"_s, u"provision-heron-"_s, u"2026-01-10T08:50:00Z"_s)}),
            Verdict::NotApplied);
        row("of another write", Json::array({workflow(u"known"_s, u"provision-heron-"_s, then)}), Verdict::NotApplied);
        row("two of the name", Json::array({ours, workflow(u"c"_s, u"provision-heron-"_s, then)}), Verdict::CannotTell);
    }

    void whatAListSaysOfACreate()
    {
        QFETCH(QByteArray, items);
        const JournalEntry entry = entryOf(u"1"_s, createIntent(u"provision-heron-"_s));
        const JournalEntry known =
            entryOf(u"2"_s, createIntent(u"provision-heron-"_s), WriteOutcome{.ok = true, .uid = u"known"_s});
        const WriteOutcome outcome = outcomeOfCreate(entry, parseJson(items).value(), {entry, known});
        QTEST(outcome.verdict.value(), "verdict");
        QCOMPARE(outcome.name, outcome.ok ? u"provision-heron-a"_s : QString());
    }

    void anObjectWithANameOfItsOwnIsFoundByIt()
    {
        WriteIntent intent = createIntent({});
        intent.object.name = u"heron-a"_s;
        const Json items = Json::array({workflow(u"a"_s, u"heron-"_s, u"2026-01-10T09:00:01Z"_s)});
        QCOMPARE(outcomeOfCreate(entryOf(u"1"_s, intent), items, {}).verdict, Verdict::Applied);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
