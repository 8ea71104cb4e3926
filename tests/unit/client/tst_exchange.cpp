// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"
#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

/// One request and its answer, at the moments between Qt's signals.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatHasFailedCanBeGivenUp_data()
    {
        QTest::addColumn<bool>("isDestroyed");
        QTest::newRow("with an error") << false;
        QTest::newRow("in silence") << true;
    }

    /// Qt says that a reply has failed before it says that it has finished.
    void whatHasFailedCanBeGivenUp()
    {
        QFETCH(bool, isDestroyed);
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) { socket.abort(); });
        const auto manager = std::make_shared<QNetworkAccessManager>();
        auto exchange = std::make_unique<Exchange>(manager,
            ExchangePlan{
                .request = QNetworkRequest(QUrl(server.url())), .method = "GET", .timeout = std::chrono::seconds(20)});
        QSignalSpy finished(exchange.get(), &Exchange::finished);
        const auto* reply = manager->findChild<QNetworkReply*>();
        connect(reply, &QNetworkReply::errorOccurred, this, [&exchange, isDestroyed] {
            if (isDestroyed)
                exchange.reset();
            else
                exchange->giveUp({.kind = ErrorKind::Timeout, .message = message("test", "Too late.")});
        });
        const QSignalSpy gone(reply, &QObject::destroyed);
        if (isDestroyed) {
            QTRY_COMPARE(gone.size(), 1);
            QCOMPARE(finished.size(), 0);
            return;
        }
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.at(0).at(0).value<Result<ApiResponse>>().error().kind, ErrorKind::Timeout);
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
