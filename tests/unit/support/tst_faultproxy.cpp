// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultproxy.h"

#include <QSslSocket>
#include <QTest>

using namespace argosy::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Fault::Kind;
using Request = Fault::Request;

namespace {

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray kListHead = "HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray kEnd = "0\r\n\r\n";

/// A list of some bytes, or a watch of three events.
void answer(const ScriptedRequest& request, QTcpSocket& socket)
{
    if (!Relay::isWatch(request)) {
        socket.write(ScriptedServer::answer(200, "[\"a\",2]"));
        return;
    }
    socket.write(ScriptedServer::streamHead() + ScriptedServer::chunk("{\"a\":1}\n{\"b\"")
        + ScriptedServer::chunk(":2}\n{\"c\":3}\n") + ScriptedServer::chunk({}));
}

QByteArray events(const QByteArrayList& lines)
{
    QByteArray bytes = kHead;
    for (const QByteArray& line : lines)
        bytes += ScriptedServer::chunk(line + '\n');
    return bytes;
}

/// A client that says what it is told to and keeps what it hears.
class RawClient
{
public:
    explicit RawClient(const FaultProxy& proxy)
    {
        const QUrl url(proxy.url());
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        if (url.scheme() == "https"_L1)
            m_socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
        else
            m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    }
    void ask(const QByteArray& target)
    {
        m_socket.write("GET " + target + " HTTP/1.1\r\nAccept-Encoding: gzip\r\nX-Token: t\r\n\r\n");
    }
    [[nodiscard]] QByteArray heard() { return m_heard += m_socket.readAll(); }
    [[nodiscard]] bool waitForConnected() { return m_socket.waitForConnected(); }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    QSslSocket m_socket;
    QByteArray m_heard;
};

const QByteArray kList = "/things?limit=2";
const QByteArray kWatch = "/things?watch=1";

} // namespace

class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void withoutAPlanAllGoesWell()
    {
        ScriptedServer server(&answer);
        const FaultProxy proxy({.url = server.url()});
        RawClient client(proxy);
        client.ask(kList);
        QTRY_COMPARE(client.heard(), kListHead + ScriptedServer::chunk("[\"a\",2]") + kEnd);
        client.ask(kWatch);
        const QByteArray whole = events({"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"}) + kEnd;
        QTRY_VERIFY(client.heard().endsWith(whole));
        QVERIFY(client.isConnected());
        QCOMPARE(server.requests().first().headers.value("x-token"), "t");
        QVERIFY(!server.requests().first().headers.contains("accept-encoding"));
        QVERIFY(proxy.struck().isEmpty());
    }

    void aFaultStrikesOnce_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("heard");
        QTest::addColumn<bool>("staysOpen");
        const QByteArrayList all{"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"};
        const auto row = [](const Fault& fault, const QByteArray& target, const QByteArray& heard, bool staysOpen) {
            QTest::addRow("%s %s", toWord(fault.kind).constData(), target.constData())
                << fault << target << heard << staysOpen;
        };
        row({.kind = Kind::Delay, .lasts = 20ms}, kWatch, events(all) + kEnd, true);
        row({.kind = Kind::CutHead}, kWatch, "HTTP/1.1 200 OK\r\nContent-Type: applica", false);
        row({.kind = Kind::CutHead}, kList, "HTTP/1.1 200 -\r\nTransf", false);
        row({.kind = Kind::CutChunk, .after = 1}, kWatch, events({all[0]}) + "8\r\n{\"b\"", false);
        row({.kind = Kind::CutChunk}, kList, kListHead + "7\r\n[\"a", false);
        row({.kind = Kind::CutObject, .after = 1}, kWatch, events({all[0]}) + "4\r\n{\"b\"\r\n" + kEnd, true);
        row({.kind = Kind::CutObject}, kList, kListHead + "3\r\n[\"a\r\n" + kEnd, true);
        row({.kind = Kind::Stall, .after = 2}, kWatch, events({all[0], all[1]}) + "4\r\n{\"c\"\r\n", true);
        row({.kind = Kind::End, .after = 1}, kWatch, events({all[0]}) + kEnd, true);
        row({.kind = Kind::Garble, .after = 1}, kWatch,
            events({all[0], "{\"type\":\"ADDED\",\"object\":<html>", all[2]}) + kEnd, true);
        row({.kind = Kind::Repeat, .after = 1}, kWatch, events({all[0], all[1] + '\n' + all[1], all[2]}) + kEnd, true);
        row({.kind = Kind::Close}, kList,
            "HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n7\r\n[\"a\",2]\r\n" + kEnd,
            false);
        row({.kind = Kind::Silence, .after = 2}, kWatch, events({all[0], all[1]}), true);
    }

    void aFaultStrikesOnce()
    {
        QFETCH(Fault, fault);
        QFETCH(QByteArray, target);
        ScriptedServer server(&answer);
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({fault});
        RawClient client(proxy);
        client.ask(target);
        QTRY_COMPARE(proxy.struck(), QList<Fault>{fault});
        // The proxy has nothing more to pass on once it is through with the server.
        QTRY_VERIFY(!server.requests().isEmpty() && server.findChildren<QTcpSocket*>().isEmpty());
        QFETCH(QByteArray, heard);
        QTRY_COMPARE(client.heard(), heard);
        QFETCH(bool, staysOpen);
        QTRY_COMPARE(client.isConnected(), staysOpen);
    }

    void answersOfItsOwnAreNotAskedOfTheServer()
    {
        ScriptedServer server(&answer);
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({{.kind = Kind::Answer, .on = Request::Watch, .code = 429, .retryAfter = 3},
            {.kind = Kind::Answer, .on = Request::List, .code = 503}});
        RawClient client(proxy);
        client.ask(kList);
        QTRY_VERIFY(client.heard().endsWith("\"code\":503}"));
        QVERIFY(!client.heard().contains("Retry-After"));
        client.ask(kWatch);
        QTRY_VERIFY(client.heard().endsWith("\"code\":429}"));
        QVERIFY(client.heard().contains("\r\nRetry-After: 3\r\n"));
        QVERIFY(server.requests().isEmpty());
    }

    void silenceIsForConnectionsThatExist()
    {
        ScriptedServer server(&answer);
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({{.kind = Kind::Silence}});
        RawClient old(proxy);
        old.ask(kList);
        QTRY_COMPARE(proxy.struck().size(), 1);
        RawClient fresh(proxy);
        fresh.ask(kList);
        old.ask(kList);
        QTRY_VERIFY(fresh.heard().endsWith(kEnd));
        QCOMPARE(old.heard(), kListHead);
    }

    void refusalEnds()
    {
        ScriptedServer server(&answer);
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({{.kind = Kind::Refuse, .lasts = 100ms}});
        RawClient refused(proxy);
        refused.ask(kList);
        QTRY_VERIFY(!proxy.struck().isEmpty() && !refused.isConnected());
        QTRY_VERIFY(RawClient(proxy).waitForConnected());
    }

    void anObjectGrows()
    {
        ScriptedServer server([](const ScriptedRequest&, QTcpSocket& socket) {
            socket.write(ScriptedServer::answer(200, "{\"managedFields\":[{}]}"));
        });
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({{.kind = Kind::Bloat}});
        RawClient client(proxy);
        client.ask(kList);
        QTRY_VERIFY(client.heard().endsWith(kEnd));
        QVERIFY(client.heard().size() > qint64{20} * 1024 * 1024);
    }

    void tlsTowardsTheClient()
    {
        ScriptedServer server(&answer);
        const FaultProxy proxy({.url = server.url()}, makeCertificate({.commonName = u"proxy"_s}));
        QVERIFY(proxy.url().startsWith("https://"_L1));
        RawClient client(proxy);
        client.ask(kList);
        QTRY_VERIFY(client.heard().endsWith(kEnd));
    }

    void aSeedIsAPlan()
    {
        const QList<Fault> plan = randomFaults(7, 1000);
        QCOMPARE(plan.size(), 1000);
        QCOMPARE(randomFaults(7, 1000), plan);
        QVERIFY(randomFaults(8, 1000) != plan);
    }

    void anEventOutOfOrderEndsInARelist()
    {
        ScriptedServer server(&answer);
        FaultProxy proxy({.url = server.url()});
        proxy.setPlan({{.kind = Kind::Swap, .after = 1}});
        RawClient client(proxy);
        client.ask(kWatch);
        QTRY_VERIFY(client.heard().endsWith(kEnd));
        QVERIFY(client.heard().contains("{\"c\":3}\n{\"b\":2}\n{\"type\":\"ERROR\""));
    }
};

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_faultproxy.moc"
