// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/appendlog.h>
#include <argosy/base/files.h>
#include <argosy/base/paths.h>
#include <argosy/base/secret.h>
#include <argosy/base/textdiff.h>

#include "testprint.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageFillsItsPlacesOnce()
    {
        const Message text = message("base", "%2 before %1", {u"%2"_s, u"b"_s});
        QCOMPARE(text.english(), u"b before %2"_s);
        QCOMPARE(text.translated(), u"b before %2"_s);
        QCOMPARE(message("base", "100% sure").english(), u"100% sure"_s);
    }

    void messageCounts()
    {
        QCOMPARE(messageN("base", "%n object(s) in %1", 1, {u"ns"_s}).english(), u"1 object in ns"_s);
        QCOMPARE(messageN("base", "%n object(s) in %1", 3, {u"ns"_s}).translated(), u"3 objects in ns"_s);
    }

    void secretLeavesCopiesAlone()
    {
        const QByteArray original("hunter2");
        {
            const Secret first(original);
            Secret second = first;
            second = Secret("other");
            QCOMPARE(first.reveal(), original);
        }
        QCOMPARE(original, "hunter2"_ba);
    }

    void pathsFollowTheEnvironment()
    {
        qputenv("XDG_STATE_HOME", "/tmp/state");
        qputenv("XDG_CONFIG_HOME", "relative");
        QCOMPARE(Paths::fromEnvironment().state, u"/tmp/state/argosy"_s);
        QCOMPARE(Paths::fromEnvironment().config, QDir::homePath() + u"/.config/argosy"_s);
    }

    void fileIsReplacedThroughALink()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"deep/target"_s);
        const QString link = folder.filePath(u"link"_s);
        QVERIFY_RESULT(writeFileAtomically(target, "one"));
        QVERIFY(QFile::link(target, link));
        QVERIFY_RESULT(writeFileAtomically(link, "two"));
        QCOMPARE(readFile(target).value(), "two"_ba);
        QVERIFY(QFileInfo(link).isSymLink());
    }

    void unreadableFilesSayWhy()
    {
        const QTemporaryDir folder;
        QCOMPARE(readFile(folder.path()).error().kind, ErrorKind::Io);
        QVERIFY(readFile(folder.filePath(u"missing"_s)).error().message.english().contains(u"missing"));
        QVERIFY_RESULT(writeFileAtomically(folder.filePath(u"big"_s), QByteArray(100, 'x')));
        QVERIFY(!readFile(folder.filePath(u"big"_s), 99));
        QVERIFY_RESULT(readFile(folder.filePath(u"big"_s), 100));
    }

    void noUpdateOfASharedFileIsLost()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/count"_s);
        constexpr int kTimes = 50;
        const auto count = [&path] {
            for (int i = 0; i < kTimes; ++i)
                QVERIFY_RESULT(updateFile(path, [](const QByteArray& bytes) -> Result<QByteArray> {
                    return QByteArray::number(bytes.toInt() + 1);
                }));
        };
        const std::unique_ptr<QThread> other(QThread::create(count));
        other->start();
        count();
        QVERIFY(other->wait());
        QCOMPARE(readFile(path).value().toInt(), 2 * kTimes);
    }

    void anUpdateThatFailsLeavesTheFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        QVERIFY_RESULT(writeFileAtomically(path, "one"));
        const Result<> updated = updateFile(path,
            [](const QByteArray&) -> Result<QByteArray> { return fail(ErrorKind::Parse, message("test", "no")); });
        QCOMPARE(updated.error().kind, ErrorKind::Parse);
        QCOMPARE(readFile(path).value(), "one"_ba);
    }

    void logSurvivesATornLine()
    {
        const QTemporaryDir folder;
        const AppendLog log(folder.filePath(u"j/log.jsonl"_s));
        QCOMPARE(log.read().value().size(), 0);
        QVERIFY_RESULT(log.append("one", AppendLog::Sync::Yes));
        QFile file(log.path());
        QVERIFY(file.open(QIODevice::Append));
        file.write("tor");
        file.close();
        QCOMPARE(log.read().value(), QList<QByteArray>({"one"}));
        QVERIFY_RESULT(log.append("two", AppendLog::Sync::No));
        QCOMPARE(log.read().value(), QList<QByteArray>({"one", "tor", "two"}));
    }

    void diffShowsOnlyWhatChanged()
    {
        const QString before = u"a\nb\nc\nd\ne\nf\ng\nh\ni\n"_s;
        QString after = before;
        after.replace(u"b\n"_s, u"B\n"_s).replace(u"i\n"_s, u"i\nj\n"_s);
        const QString expected = u"--- x\n+++ y\n"
                                 "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
                                 "@@ -9,1 +9,2 @@\n i\n+j\n"_s;
        QCOMPARE(unifiedDiff(before, after, u"x"_s, u"y"_s, 1), expected);
        QCOMPARE(diffLines(before, after, 10).size(), 1);
        QCOMPARE(unifiedDiff(before, before, u"x"_s, u"y"_s), QString());
    }

    void hunksThatTouchAreOne()
    {
        const QString before = u"a\nb\nc\nd\n"_s;
        const QString after = u"A\nb\nc\nD\n"_s;
        QCOMPARE(diffLines(before, after, 1).size(), 1);
        QCOMPARE(diffLines(before, after, 0).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
