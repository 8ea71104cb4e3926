// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprint.h"

#include <argosy/demo/demoserver.h>

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTest>

#include <httplib.h>

#include <thread>

using namespace argosy;
using namespace Qt::StringLiterals;

namespace {

QByteArray valueOf(const QByteArray& kubeconfig, const QByteArray& key)
{
    const qsizetype at = kubeconfig.indexOf(QByteArray(key + ": ")) + key.size() + 2;
    return kubeconfig.mid(at, kubeconfig.indexOf('\n', at) - at);
}

} // namespace

class TestDemoServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_server = std::make_unique<DemoServer>(DemoOptions{.controllers = false});
        QVERIFY_RESULT(m_server->start());
        QVERIFY(m_ca.open());
        m_ca.resize(0);
        m_ca.write(QByteArray::fromBase64(valueOf(m_server->kubeconfig(), "certificate-authority-data")));
        m_ca.close();
    }

    void certificateIsTrustedThroughTheKubeconfig()
    {
        for (const char* host : {"127.0.0.1", "localhost"}) {
            const auto client = connectTo(host);
            const auto answer = client->Get("/version");
            QVERIFY2(answer, host);
            QCOMPARE(answer->status, 200);
        }
    }

    void strangersGetNothing()
    {
        httplib::SSLClient client("127.0.0.1", m_server->port());
        client.enable_server_certificate_verification(false);
        const auto answer = client.Get("/api/v1/namespaces");
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
    }

    void connectionsAreKept()
    {
        const auto client = connectTo("127.0.0.1");
        client->set_keep_alive(true);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client->Get("/api/v1/namespaces")->status, 200);
    }

    void manyWatchesRunAtOnce()
    {
        constexpr int kWatches = 40;
        std::atomic<int> open = 0;
        std::vector<std::thread> watches;
        watches.reserve(kWatches);
        for (int i = 0; i < kWatches; ++i)
            watches.emplace_back([&] { watchUntilCut(open); });
        QTRY_COMPARE_WITH_TIMEOUT(open.load(), kWatches, 20000);
        const auto client = connectTo("127.0.0.1");
        QCOMPARE(client->Get("/healthz")->status, 200);
        QElapsedTimer timer;
        timer.start();
        m_server->stop();
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        for (std::thread& watch : watches)
            watch.join();
    }

    void interruptionKeepsTheObjects()
    {
        const int port = m_server->port();
        const auto client = connectTo("127.0.0.1");
        QCOMPARE(
            client->Post("/api/v1/namespaces", R"({"metadata":{"name":"kept"}})", "application/json")->status, 201);
        m_server->interrupt(true);
        QVERIFY(!connectTo("127.0.0.1")->Get("/healthz"));
        m_server->interrupt(false);
        QCOMPARE(m_server->port(), port);
        QCOMPARE(connectTo("127.0.0.1")->Get("/api/v1/namespaces/kept")->status, 200);
    }

    void takenPortIsRefused()
    {
        DemoServer second({.port = m_server->port(), .controllers = false});
        const auto started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Io);
    }

    void anotherRunHasOtherKeys()
    {
        const QByteArray before = m_server->kubeconfig();
        m_server->stop();
        QVERIFY_RESULT(m_server->start());
        QVERIFY(valueOf(m_server->kubeconfig(), "token") != valueOf(before, "token"));
    }

private:
    std::unique_ptr<httplib::SSLClient> connectTo(const char* host)
    {
        auto client = std::make_unique<httplib::SSLClient>(host, m_server->port());
        client->set_ca_cert_path(m_ca.fileName().toUtf8().constData());
        client->enable_server_certificate_verification(true);
        client->set_bearer_token_auth(valueOf(m_server->kubeconfig(), "token").toStdString());
        return client;
    }

    void watchUntilCut(std::atomic<int>& open)
    {
        const auto client = connectTo("127.0.0.1");
        client->set_read_timeout(60);
        bool counted = false;
        client->Get("/api/v1/namespaces?watch=1", [&](const char*, size_t) {
            open += counted ? 0 : 1;
            counted = true;
            return true;
        });
    }

    std::unique_ptr<DemoServer> m_server;
    QTemporaryFile m_ca;
};

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
