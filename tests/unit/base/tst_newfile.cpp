// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/base/newfile.h>

#include "testprint.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestNewFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void hasItsNameOnceItIsWhole()
    {
        NewFile file(path(u"a"_s), NewFile::Existing::Keep);
        QVERIFY_RESULT(file.open());
        file.device().write("content");
        QVERIFY(!files().contains(u"a"_s));
        QVERIFY_RESULT(file.finish());
        QCOMPARE(files(), QStringList{u"a"_s});
        QCOMPARE(readFile(path(u"a"_s)).value(), "content");
        QCOMPARE(QFile::permissions(path(u"a"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void nothingStaysOfWhatIsGivenUp()
    {
        {
            NewFile file(path(u"a"_s), NewFile::Existing::Replace);
            QVERIFY_RESULT(file.open());
            file.device().write("content");
        }
        QCOMPARE(files(), QStringList());
    }

    void whatExistsIsKept()
    {
        QVERIFY_RESULT(writeFileAtomically(path(u"a"_s), "old"));
        const auto opened = NewFile(path(u"a"_s), NewFile::Existing::Keep).open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Io);
    }

    void whatAppearedMeanwhileIsKept()
    {
        {
            NewFile file(path(u"a"_s), NewFile::Existing::Keep);
            QVERIFY_RESULT(file.open());
            QVERIFY_RESULT(writeFileAtomically(path(u"a"_s), "somebody else's"));
            QVERIFY(!file.finish());
        }
        QCOMPARE(readFile(path(u"a"_s)).value(), "somebody else's");
        QCOMPARE(files(), QStringList{u"a"_s});
    }

    void whatIsToBeReplacedIs()
    {
        QVERIFY_RESULT(writeFileAtomically(path(u"a"_s), "old"));
        QVERIFY(QFile::link(path(u"a"_s), path(u"link"_s)));
        NewFile file(path(u"link"_s), NewFile::Existing::Replace);
        QVERIFY_RESULT(file.open());
        file.device().write("new");
        QCOMPARE(readFile(path(u"a"_s)).value(), "old");
        QVERIFY_RESULT(file.finish());
        QCOMPARE(readFile(path(u"a"_s)).value(), "new");
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
        QCOMPARE(files(), QStringList({u"a"_s, u"link"_s}));
    }

    void whatIsNoFileIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("folder") << QDir::tempPath();
        QTest::newRow("device") << u"/dev/null"_s;
        QTest::newRow("no folder") << u"/nonexistent/a"_s;
    }

    void whatIsNoFileIsRefused()
    {
        QFETCH(QString, path);
        const auto opened = NewFile(path, NewFile::Existing::Replace).open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Io);
        QVERIFY(opened.error().message.english().contains(path));
    }
};

QTEST_GUILESS_MAIN(TestNewFile)
#include "tst_newfile.moc"
