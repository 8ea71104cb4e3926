// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/outcome.h>

#include <QTest>

using namespace argosy;

class TestOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLeavesItOpen_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("unknown");
        QTest::newRow("no answer in time, or a 504") << ErrorKind::Timeout << true;
        QTest::newRow("the connection broke") << ErrorKind::Unreachable << true;
        QTest::newRow("half an answer") << ErrorKind::Protocol << true;
        QTest::newRow("nobody waited for the answer") << ErrorKind::Cancelled << true;
        QTest::newRow("another 5xx, perhaps of a proxy") << ErrorKind::Unavailable << true;
        QTest::newRow("refused: invalid") << ErrorKind::Invalid << false;
        QTest::newRow("refused: conflict") << ErrorKind::Conflict << false;
        QTest::newRow("refused: forbidden") << ErrorKind::Forbidden << false;
        QTest::newRow("refused: unauthenticated") << ErrorKind::Unauthenticated << false;
        QTest::newRow("never sent: no journal") << ErrorKind::Io << false;
    }

    void whatLeavesItOpen()
    {
        QFETCH(ErrorKind, kind);
        QTEST(isOutcomeUnknown({.kind = kind}), "unknown");
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
