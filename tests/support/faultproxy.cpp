// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultproxy.h"

#include <QTimer>

namespace argosy::test {

namespace {

using Kind = Fault::Kind;
using Request = Fault::Request;

constexpr auto kSilent = "silent"; ///< a connection on which no more requests are heard

bool mayStrike(const Fault& fault, const ScriptedRequest& request)
{
    switch (fault.on) {
    case Request::Any: return true;
    case Request::List: return request.target.contains("limit=");
    case Request::Watch: return Relay::isWatch(request);
    }
    return false;
}

QByteArray refusal(const Fault& fault)
{
    QByteArray headers = "Content-Type: application/json\r\n";
    if (fault.retryAfter > 0)
        headers += "Retry-After: " + QByteArray::number(fault.retryAfter) + "\r\n";
    return ScriptedServer::answer(fault.code, failureStatus(fault.code), headers);
}

} // namespace

class FaultProxy::Worker final : public QObject
{
public:
    Worker(RelayedServer server, std::optional<Certificate> certificate)
        : m_server(std::move(server))
        , m_certificate(std::move(certificate))
    { }

    void open()
    {
        m_front = std::make_unique<ScriptedServer>(
            [this](const ScriptedRequest& request, QTcpSocket& client) { serve(request, client); }, m_certificate);
    }
    [[nodiscard]] QString url() const { return m_front->url(); }

    QList<Fault> plan;
    QList<Fault> struck;

private:
    Fault takeFault(const ScriptedRequest& request);
    void serve(const ScriptedRequest& request, QTcpSocket& client);
    void onStruck(const Fault& fault);
    void refuse(std::chrono::milliseconds lasts);
    void silence(std::chrono::milliseconds lasts);

    RelayedServer m_server;
    std::optional<Certificate> m_certificate;
    std::unique_ptr<ScriptedServer> m_front;
    bool m_silence = false; ///< for new connections too
};

Fault FaultProxy::Worker::takeFault(const ScriptedRequest& request)
{
    const auto fault = std::ranges::find_if(plan, [&request](const Fault& next) { return mayStrike(next, request); });
    return fault == plan.end() ? Fault{} : plan.takeAt(fault - plan.begin());
}

void FaultProxy::Worker::serve(const ScriptedRequest& request, QTcpSocket& client)
{
    if (m_silence)
        client.setProperty(kSilent, true);
    if (client.property(kSilent).toBool())
        return;
    const Fault fault = takeFault(request);
    if (fault.kind == Kind::Answer) {
        onStruck(fault);
        client.write(refusal(fault));
        return;
    }
    auto* relay = new Relay(m_server, request, client, fault);
    connect(relay, &Relay::struck, this, [this, &client](const Fault& struckNow) {
        if (struckNow.kind == Kind::Stall)
            client.setProperty(kSilent, true);
        onStruck(struckNow);
    });
    relay->start();
}

void FaultProxy::Worker::onStruck(const Fault& fault)
{
    if (fault.kind != Kind::None)
        struck.append(fault);
    if (fault.kind == Kind::Refuse)
        refuse(fault.lasts);
    else if (fault.kind == Kind::Silence)
        silence(fault.lasts);
}

void FaultProxy::Worker::refuse(std::chrono::milliseconds lasts)
{
    if (!m_front->isListening())
        return;
    const quint16 port = m_front->serverPort();
    m_front->close();
    for (Relay* relay : m_front->findChildren<Relay*>())
        relay->mute();
    m_front->closeAll();
    QTimer::singleShot(lasts, this, [this, port] { m_front->listen(QHostAddress::LocalHost, port); });
}

void FaultProxy::Worker::silence(std::chrono::milliseconds lasts)
{
    for (Relay* relay : m_front->findChildren<Relay*>())
        relay->mute();
    for (QTcpSocket* client : m_front->findChildren<QTcpSocket*>())
        client->setProperty(kSilent, true);
    m_silence = true;
    QTimer::singleShot(lasts, this, [this] { m_silence = false; });
}

FaultProxy::FaultProxy(const RelayedServer& server, const std::optional<Certificate>& certificate)
    : m_worker(new Worker(server, certificate))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->open(); }, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QString FaultProxy::url() const
{
    QString url;
    QMetaObject::invokeMethod(
        m_worker, [this] { return m_worker->url(); }, Qt::BlockingQueuedConnection, &url);
    return url;
}

void FaultProxy::setPlan(const QList<Fault>& plan)
{
    QMetaObject::invokeMethod(
        m_worker, [this, &plan] { m_worker->plan = plan; }, Qt::BlockingQueuedConnection);
}

QList<Fault> FaultProxy::struck() const
{
    QList<Fault> struck;
    QMetaObject::invokeMethod(
        m_worker, [this] { return m_worker->struck; }, Qt::BlockingQueuedConnection, &struck);
    return struck;
}

} // namespace argosy::test
