// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/journal.h>

#include "fakeclock.h"
#include "testprint.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

WriteIntent applyIntent(const QString& name)
{
    return {.verb = u"apply"_s,
        .object = {ClusterId::management(), u"karpenter.sh"_s, u"NodePool"_s, {}, name},
        .apiVersion = u"karpenter.sh/v1"_s,
        .server = u"https://example.invalid:6443"_s,
        .fieldManager = u"argosy"_s,
        .body = R"({"kind":"NodePool"})"};
}

} // namespace

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
        QCOMPARE(journal.unfinished().value().size(), 1);
        clock.advance(std::chrono::seconds(2));
        QVERIFY_RESULT(
            journal.end(*id, {.ok = true, .uid = u"u"_s, .resourceVersion = u"7"_s, .name = u"gpu"_s, .code = 200}));
        QCOMPARE(journal.unfinished().value().size(), 0);

        const JournalEntry entry = journal.entries().value().constFirst();
        QCOMPARE(entry.intent.object.display(), u"NodePool/gpu"_s);
        QCOMPARE(entry.time, FakeClock().now());
        QVERIFY(entry.outcome && entry.outcome->ok && entry.outcome->resourceVersion == u"7");
        QCOMPARE(journal.body(entry.bodyHash).value(), QByteArray(R"({"kind":"NodePool"})"));
        QCOMPARE(textAt(toJson(entry), "/outcome/uid"), u"u"_s);
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
