// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/loginshell.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const QString kOwn = qEnvironmentVariable("PATH");

/// A shell that runs these lines as its profile, and then what it is asked to run.
class Shell final
{
public:
    explicit Shell(const QByteArray& profile)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly)
            || file.write("#!/bin/sh\necho run >> \"$0.runs\"\n[ \"$1\" = -l ] && [ \"$2\" = -c ] || exit 3\n" + profile
                   + "\neval \"$3\"\n")
                < 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("the shell cannot be written");
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"shell"_s); }
    [[nodiscard]] int runs() const
    {
        QFile file(path() + ".runs"_L1);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }

private:
    QTemporaryDir m_folder;
};

/// What is answered, once it is.
QString answerOf(const SearchPath& searchPath)
{
    std::optional<QString> path;
    searchPath([&path](const QString& answer) { path = answer; });
    if (!QTest::qWaitFor([&path] { return path.has_value(); }))
        return u"no answer"_s;
    return *path;
}

} // namespace

class TestLoginShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void pathsAreMerged_data()
    {
        QTest::addColumn<QString>("shells");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("merged");
        QTest::newRow("the shell's first") << u"/a:/usr/bin"_s << u"/usr/bin:/bin"_s << u"/a:/usr/bin:/bin"_s;
        QTest::newRow("the shell's order counts") << u"/b:/a"_s << u"/a:/b"_s << u"/b:/a"_s;
        QTest::newRow("only our own") << QString() << u"/usr/bin:/bin"_s << u"/usr/bin:/bin"_s;
        QTest::newRow("nothing at all") << QString() << QString() << QString();
        QTest::newRow("where one happens to be") << u".:/a::bin:~/bin"_s << u":/b:"_s << u"/a:/b"_s;
    }

    void pathsAreMerged()
    {
        QFETCH(QString, shells);
        QFETCH(QString, own);
        QTEST(mergedSearchPath(shells, own), "merged");
    }

    void shellsAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<bool>("said");
        QTest::newRow("plain") << QByteArray("PATH=/from/profile:$PATH") << true;
        QTest::newRow("greeting") << QByteArray("echo 'Welcome to /usr!'; echo warning >&2; PATH=/from/profile:$PATH")
                                  << true;
        QTest::newRow("without a newline") << QByteArray("PATH=/from/profile:$PATH; printf 'You have mail. '") << true;
        QTest::newRow("farewell") << QByteArray("trap 'echo bye; exit 1' EXIT; PATH=/from/profile:$PATH") << true;
        QTest::newRow("reads from nobody") << QByteArray("read answer; PATH=/from/profile:$PATH") << true;
        QTest::newRow("ends early") << QByteArray("PATH=/from/profile:$PATH; exit 0") << false;
    }

    void shellsAreUnderstood()
    {
        QFETCH(QByteArray, profile);
        QFETCH(bool, said);
        const Shell shell(profile);
        const QString path = answerOf(loginShellSearchPath(shell.path()));
        QCOMPARE(path, said ? mergedSearchPath(u"/from/profile"_s, kOwn) : mergedSearchPath({}, kOwn));
    }

    void whoeverAsksThereIsOneRun()
    {
        const Shell shell("PATH=/from/profile:$PATH");
        const SearchPath searchPath = loginShellSearchPath(shell.path());
        QStringList answers;
        const auto take = [&answers](const QString& path) { answers.append(path); };
        searchPath(take);
        searchPath(take);
        QVERIFY(answers.isEmpty());
        QTRY_COMPARE(answers.size(), 2);
        searchPath(take);
        QCOMPARE(answers.size(), 3);
        QCOMPARE(QSet<QString>(answers.cbegin(), answers.cend()).size(), 1);
        QCOMPARE(shell.runs(), 1);
    }

    void aShellThatHangsIsNotWaitedFor()
    {
        const Shell shell("sleep 60");
        QElapsedTimer time;
        time.start();
        QCOMPARE(
            answerOf(loginShellSearchPath(shell.path(), std::chrono::milliseconds(200))), mergedSearchPath({}, kOwn));
        QVERIFY(time.elapsed() < 30'000);
    }

    void withoutAShellThePathIsOurOwn()
    {
        QCOMPARE(answerOf(loginShellSearchPath(u"/no/such/shell"_s)), mergedSearchPath({}, kOwn));
        QCOMPARE(answerOf(loginShellSearchPath({})), mergedSearchPath({}, kOwn));
    }
};

QTEST_GUILESS_MAIN(TestLoginShell)
#include "tst_loginshell.moc"
