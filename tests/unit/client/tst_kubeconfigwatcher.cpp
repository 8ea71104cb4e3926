// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/client/kubeconfigwatcher.h>

#include "testprint.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace argosy;
using namespace Qt::StringLiterals;

class TestKubeconfigWatcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KubeconfigWatcher> m_watcher;
    std::optional<Kubeconfig> m_seen;
    std::optional<Error> m_failure;

    QString file(const QString& name) const { return m_folder->filePath(name); }

    /// In place, as editors do that keep the file.
    static void overwrite(const QString& path, const QByteArray& text)
    {
        QFile target(path);
        QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        target.write(text);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        qunsetenv("KUBECONFIG");
        m_folder = std::make_unique<QTemporaryDir>();
        m_seen.reset();
        m_failure.reset();
        m_watcher = std::make_unique<KubeconfigWatcher>();
        connect(
            m_watcher.get(), &KubeconfigWatcher::changed, this, [this](const Kubeconfig& config) { m_seen = config; });
        connect(m_watcher.get(), &KubeconfigWatcher::failed, this, [this](const Error& error) { m_failure = error; });
    }

    void aChangedFileIsReadAgain_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced") << true;
    }

    void aChangedFileIsReadAgain()
    {
        QFETCH(bool, replaced);
        const QString path = file(u"config"_s);
        overwrite(path, "current-context: a\n");
        QVERIFY_RESULT(m_watcher->open(path));
        for (const QByteArray& name : {QByteArray("b"), QByteArray("c")}) { // a replaced file is followed too
            if (replaced)
                QVERIFY_RESULT(writeFileAtomically(path, "current-context: " + name + '\n'));
            else
                overwrite(path, "current-context: " + name + '\n');
            QTRY_VERIFY(m_seen && m_seen->currentContext == QString::fromLatin1(name));
        }
    }

    void filesThatComeAndGoCount()
    {
        overwrite(file(u"one"_s), "current-context: one\n");
        qputenv("KUBECONFIG", QString(file(u"new"_s) + u':' + file(u"one"_s)).toUtf8());
        QVERIFY_RESULT(m_watcher->open());
        overwrite(file(u"new"_s), "current-context: new\n");
        QTRY_VERIFY(m_seen && m_seen->currentContext == u"new"_s);
        QVERIFY(QFile::remove(file(u"new"_s)));
        QTRY_VERIFY(m_seen->currentContext == u"one"_s);
    }

    void aBrokenFileChangesNothing()
    {
        const QString path = file(u"config"_s);
        overwrite(path, "current-context: a\n");
        QVERIFY_RESULT(m_watcher->open(path));
        overwrite(path, "clusters: [\n");
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_failure->kind, ErrorKind::Parse);
        QVERIFY(!m_seen);
        overwrite(path, "current-context: b\n");
        QTRY_VERIFY(m_seen && m_seen->currentContext == u"b"_s);
    }

    void aFileThatCannotBeOpenedIsNotFollowed()
    {
        QVERIFY(!m_watcher->open(file(u"missing"_s)));
        overwrite(file(u"missing"_s), "current-context: a\n");
        overwrite(file(u"config"_s), "current-context: b\n");
        QVERIFY_RESULT(m_watcher->open(file(u"config"_s)));
        overwrite(file(u"config"_s), "current-context: c\n");
        QTRY_VERIFY(m_seen && m_seen->currentContext == u"c"_s);
    }
};

QTEST_GUILESS_MAIN(TestKubeconfigWatcher)
#include "tst_kubeconfigwatcher.moc"
