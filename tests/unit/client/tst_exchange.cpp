// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"
#include "scriptedserver.h"
#include "testprint.h"

#include <QSignalSpy>

using namespace argosy;
using namespace argosy::test;
using namespace Qt::StringLiterals;

namespace {

/// Acts when an object is about to get its nth queued call.
class BeforeCall final : public QObject
{
public:
    BeforeCall(int number, std::function<void()> act)
        : m_left(number)
        , m_act(std::move(act))
    { }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::MetaCall && --m_left == 0)
            m_act();
        return false;
    }

private:
    int m_left;
    std::function<void()> m_act;
};

} // namespace

/// One request and its answer, at the moments between what Qt says.
class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatFailsCanBeGivenUpAtAnyTime_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("isDestroyed");
        for (int number = 1; number <= 5; ++number) {
            QTest::addRow("with an error, before call %d", number) << number << false;
            QTest::addRow("in silence, before call %d", number) << number << true;
        }
    }

    /// Its thread tells a reply one after the other that it has connected, failed and finished.
    void whatFailsCanBeGivenUpAtAnyTime()
    {
        QFETCH(int, number);
        QFETCH(bool, isDestroyed);
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) { socket.abort(); });
        const auto manager = std::make_shared<QNetworkAccessManager>();
        auto exchange = std::make_unique<Exchange>(manager,
            ExchangePlan{
                .request = QNetworkRequest(QUrl(server.url())), .method = "GET", .timeout = std::chrono::seconds(20)});
        QSignalSpy finished(exchange.get(), &Exchange::finished);
        auto* reply = manager->findChild<QNetworkReply*>();
        const QSignalSpy gone(reply, &QObject::destroyed);
        BeforeCall before(number, [&exchange, isDestroyed] {
            if (isDestroyed)
                exchange.reset();
            else
                exchange->giveUp({.kind = ErrorKind::Timeout, .message = message("test", "Too late.")});
        });
        reply->installEventFilter(&before);
        QTRY_VERIFY(!finished.isEmpty() || !exchange);
        exchange.reset();
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(finished.size() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
