// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/journal.h>

#include "fakeclock.h"
#include "journalentries.h"
#include "testprint.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intentIsThereBeforeTheOutcome()
    {
        const QTemporaryDir folder;
        FakeClock clock;
        Journal journal(folder.path(), clock);
        const auto id = journal.begin(applyIntent(u"gpu"_s));
        QVERIFY_RESULT(id);
        QVERIFY(!journal.entries().value().constFirst().outcome);
        clock.advance(std::chrono::seconds(2));
        QVERIFY_RESULT(
            journal.end(*id, {.ok = true, .uid = u"u"_s, .resourceVersion = u"7"_s, .name = u"gpu"_s, .code = 200}));

        const JournalEntry entry = journal.entries().value().constFirst();
        QCOMPARE(entry.intent.object.display(), u"NodePool/gpu"_s);
        QCOMPARE(entry.time, FakeClock().now());
        QVERIFY(entry.outcome && entry.outcome->ok && entry.outcome->resourceVersion == u"7");
        QCOMPARE(journal.body(entry.bodyHash).value(), QByteArray(R"({"kind":"NodePool"})"));
        QCOMPARE(textAt(toJson(entry), "/outcome/uid"), u"u"_s);
    }

    void everyFieldOfAnIntentComesBack()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Journal journal(folder.path(), clock);
        WriteIntent intent = createIntent(u"provision-"_s);
        intent.resourceVersion = u"7"_s;
        intent.checked = clock.now();
        intent.force = true;
        QVERIFY_RESULT(journal.begin(intent));
        const WriteIntent read = journal.entries().value().constFirst().intent;
        QCOMPARE(read.verb, intent.verb);
        QCOMPARE(read.object, intent.object);
        QCOMPARE(read.apiVersion, intent.apiVersion);
        QCOMPARE(read.server, intent.server);
        QCOMPARE(read.fieldManager, intent.fieldManager);
        QCOMPARE(read.force, intent.force);
        QCOMPARE(read.generateName, intent.generateName);
        QCOMPARE(read.resourceVersion, intent.resourceVersion);
        QCOMPARE(read.checked, intent.checked);
    }

    void anAnswerStandsAgainstVerdicts()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Journal journal(folder.path(), clock);
        const QString first = journal.begin(applyIntent(u"a"_s)).value();
        const QString second = journal.begin(applyIntent(u"b"_s)).value();
        const WriteOutcome verdict{.verdict = Verdict::NotApplied};
        const WriteOutcome answer{.ok = true, .code = 200};
        QVERIFY_RESULT(journal.end(first, verdict));
        QCOMPARE(journal.entries().value().constFirst().outcome->verdict, Verdict::NotApplied);
        QVERIFY_RESULT(journal.end(first, answer));
        QVERIFY_RESULT(journal.end(second, answer));
        QVERIFY_RESULT(journal.end(second, verdict));
        const QList<JournalEntry> entries = journal.entries().value();
        for (const JournalEntry& entry : entries)
            QVERIFY(entry.outcome->ok && !entry.outcome->verdict);
    }

    void whatHasNoNameYetShowsWhatItIsToBeMadeOf()
    {
        JournalEntry entry{
            .id = {}, .time = {}, .intent = createIntent(u"provision-"_s), .bodyHash = {}, .outcome = {}};
        QCOMPARE(writtenObject(entry).name, u"provision-…"_s);
        entry.outcome = WriteOutcome{.ok = true, .name = u"provision-x1"_s};
        QCOMPARE(writtenObject(entry).name, u"provision-x1"_s);
    }

    void outcomeInTheNextMonthFindsItsIntent()
    {
        const QTemporaryDir folder;
        FakeClock clock(QDateTime({2026, 1, 31}, {23, 59, 59}, Qt::UTC));
        Journal journal(folder.path(), clock);
        const QString id = journal.begin(applyIntent(u"gpu"_s)).value();
        clock.advance(std::chrono::seconds(2));
        QVERIFY_RESULT(journal.end(id, {.ok = false, .error = u"no"_s, .code = 422}));
        QCOMPARE(journal.entries().value().constFirst().outcome->code, 422);
    }

    void twoProgramsShareOneJournal()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Journal first(folder.path(), clock);
        Journal second(folder.path(), clock);
        QVERIFY_RESULT(first.begin(applyIntent(u"a"_s)));
        QVERIFY_RESULT(second.begin(applyIntent(u"b"_s)));
        QCOMPARE(first.entries().value().size(), 2);
    }

    void damagedLinesAreSkipped()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Journal journal(folder.path(), clock);
        QVERIFY_RESULT(journal.begin(applyIntent(u"a"_s)));
        QFile file(folder.filePath(u"2026-01.jsonl"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write("{not json}\n");
        file.close();
        QVERIFY_RESULT(journal.begin(applyIntent(u"b"_s)));
        QCOMPARE(journal.entries().value().size(), 2);
    }

    void secretsNeverReachTheDisk()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        Journal journal(folder.path(), clock);
        WriteIntent intent = applyIntent(u"s"_s);
        intent.object = {ClusterId::management(), {}, u"Secret"_s, u"ns"_s, u"s"_s};
        intent.body =
            R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"stringData":{"k":"canary"},"data":{"d":"Y2FuYXJ5"}})";
        QVERIFY_RESULT(journal.begin(intent));
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("canary") && !bytes.contains("Y2FuYXJ5"), qPrintable(file.fileName()));
            ++seen;
        }
        QCOMPARE(seen, 2);
    }

    void aJournalThatCannotBeWrittenStopsTheWrite()
    {
        const FakeClock clock;
        Journal journal(u"/proc/argosy"_s, clock);
        QCOMPARE(journal.begin(applyIntent(u"a"_s)).error().kind, ErrorKind::Io);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
