// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>
#include <argosy/session/accessmodes.h>

#include "testprint.h"

#include <QTemporaryDir>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

const ContextIdentity kDev{u"dev"_s, u"https://dev.example:6443"_s};

} // namespace

class TestAccessModes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Paths m_paths;

    [[nodiscard]] QString file() const { return m_paths.config + "/access.json"_L1; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_paths = Paths::below(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
    }

    void whatIsSetIsKept()
    {
        for (const AccessMode mode : {AccessMode::ReadOnly, AccessMode::Guarded, AccessMode::Open}) {
            QVERIFY_RESULT(AccessModes(m_paths).setMode(kDev, mode));
            const auto kept = AccessModes(m_paths).modeOf(kDev);
            QVERIFY_RESULT(kept);
            QCOMPARE(*kept, mode);
        }
    }

    void anotherContextOrServerDoesNotInherit()
    {
        AccessModes modes(m_paths);
        QVERIFY_RESULT(modes.setMode(kDev, AccessMode::ReadOnly));
        QCOMPARE(*modes.modeOf({u"other"_s, kDev.server}), AccessMode::Open);
        QCOMPARE(*modes.modeOf({kDev.context, u"https://other.example"_s}), AccessMode::Open);
    }

    void namesOfProductionAreGuardedUntilAPersonDecides_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("guarded");
        const QString plain = u"https://10.0.0.1:443"_s;
        QTest::newRow("production") << u"Production-weu"_s << plain << true;
        QTest::newRow("within a name") << u"aksprod01"_s << plain << true;
        QTest::newRow("live") << u"team_live_1"_s << plain << true;
        QTest::newRow("part of another word") << u"delivery-olive"_s << plain << false;
        QTest::newRow("the server's name") << u"mine"_s << u"https://heron-prod.hcp.uksouth.azmk8s.io:443"_s << true;
        QTest::newRow("only the server's path") << u"mine"_s << u"https://proxy.example/prod"_s << false;
        QTest::newRow("development") << u"dev"_s << plain << false;
    }

    void namesOfProductionAreGuardedUntilAPersonDecides()
    {
        QFETCH(QString, context);
        QFETCH(QString, server);
        QFETCH(bool, guarded);
        AccessModes modes(m_paths);
        const ContextIdentity identity{context, server};
        QCOMPARE(*modes.modeOf(identity), guarded ? AccessMode::Guarded : AccessMode::Open);
        QVERIFY_RESULT(modes.setMode(identity, AccessMode::ReadOnly));
        QCOMPARE(*modes.modeOf(identity), AccessMode::ReadOnly);
    }

    void whatCannotBeReadAllowsNothingAndIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("[");
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("a mode of a later day")
            << QByteArray(R"([{"context": "a", "server": "b", "mode": "supervised"}])");
    }

    void whatCannotBeReadAllowsNothingAndIsLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY_RESULT(writeFileAtomically(file(), bytes));
        AccessModes modes(m_paths);
        QCOMPARE(modes.modeOf(kDev).error().kind, ErrorKind::Parse);
        QVERIFY(!modes.setMode(kDev, AccessMode::Open));
        QCOMPARE(*readFile(file()), bytes);
    }
};

QTEST_GUILESS_MAIN(TestAccessModes)
#include "tst_accessmodes.moc"
