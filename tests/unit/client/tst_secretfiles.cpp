// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/secretfiles.h>

#include "testprint.h"

#include <QFile>
#include <QTemporaryDir>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestSecretFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersMayNotRead_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("word"); // of the warning; empty: none
        const auto row = [](const char* mode, const QString& word) {
            QTest::newRow(mode) << QByteArray(mode).toInt(nullptr, 8) << word;
        };
        row("600", {});
        row("400", {});
        row("611", {}); // what cannot be read is no secret
        row("622", {});
        row("640", u"group-readable"_s);
        row("644", u"world-readable"_s);
        row("604", u"world-readable"_s);
        row("777", u"world-readable"_s);
    }

    void othersMayNotRead()
    {
        QFETCH(int, mode);
        QFETCH(QString, word);
        // Qt has a hexadecimal digit for each of owner, group and others.
        const auto permissions = QFileDevice::Permissions(((mode & 0700) << 6) | ((mode & 0070) << 1) | (mode & 0007));
        const QString warning = exposureOf(u"/home/a/.kube/config"_s, permissions).english();
        QCOMPARE(warning.isEmpty(), word.isEmpty());
        QVERIFY2(warning.contains(word), qPrintable(warning));
        QCOMPARE(warning.contains(u"/home/a/.kube/config"_s), !word.isEmpty());
    }

    void keysAndTokensAreSecretsToo()
    {
        Kubeconfig config{.files = {u"/config"_s}};
        config.users = {{.name = u"a"_s, .clientCertificate = u"/a.crt"_s, .clientKey = u"/a.key"_s},
            {.name = u"b"_s, .clientKey = u"/a.key"_s, .tokenFile = u"/b.token"_s}, {.name = u"c"_s}};
        QCOMPARE(secretFiles(config), (QStringList{u"/config"_s, u"/a.key"_s, u"/b.token"_s}));
    }

    void whatIsOnTheDiskCounts()
    {
        const QTemporaryDir folder;
        const QString open = folder.filePath(u"open"_s);
        const QString closed = folder.filePath(u"closed"_s);
        for (const QString& file : {open, closed})
            QVERIFY_RESULT(writeFileAtomically(file, "x"));
        QVERIFY(QFile::setPermissions(open, QFile::ReadOwner | QFile::ReadGroup));
        QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner));
        const QList<Message> warnings =
            exposedSecretFiles({.files = {closed, open, folder.filePath(u"missing"_s), folder.path()}});
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.constFirst().english().startsWith(open));
    }
};

QTEST_GUILESS_MAIN(TestSecretFiles)
#include "tst_secretfiles.moc"
