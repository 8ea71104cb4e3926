// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsrelay.h"

#include <QSslKey>
#include <QSslSocket>

namespace argosy {

namespace {

constexpr qint64 kMaxBuffered = qint64{256} * 1024;

/// As much as the other side has room for; the rest waits for its bytesWritten().
void pump(QAbstractSocket& from, QAbstractSocket& to)
{
    while (from.isOpen() && from.bytesAvailable() > 0 && to.bytesToWrite() < kMaxBuffered)
        to.write(from.read(kMaxBuffered));
}

void pumpAll(QAbstractSocket& from, QAbstractSocket& to)
{
    from.setReadBufferSize(kMaxBuffered);
    const auto more = [&from, &to] { pump(from, to); };
    QObject::connect(&from, &QIODevice::readyRead, &to, more);
    QObject::connect(&to, &QIODevice::bytesWritten, &from, more);
    QObject::connect(&from, &QAbstractSocket::disconnected, &to, [&from, &to] {
        if (from.isOpen() && to.isOpen())
            to.write(from.readAll());
        to.disconnectFromHost();
    });
}

} // namespace

TlsRelay::TlsRelay(QString host, quint16 port, const QSslConfiguration& tls)
    : m_host(std::move(host))
    , m_port(port)
    , m_tls(tls)
{
    m_tls.setLocalCertificateChain({});
    m_tls.setPrivateKey({});
    m_tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    listen(QHostAddress::LocalHost);
}

void TlsRelay::incomingConnection(qintptr handle)
{
    auto* near = new QTcpSocket(this);
    near->setSocketDescriptor(handle);
    auto* far = new QSslSocket(near);
    far->setSslConfiguration(m_tls);
    pumpAll(*near, *far);
    pumpAll(*far, *near);
    connect(far, &QAbstractSocket::errorOccurred, near, [near] { near->disconnectFromHost(); });
    connect(near, &QAbstractSocket::disconnected, near, &QObject::deleteLater);
    far->connectToHostEncrypted(m_host, m_port);
}

} // namespace argosy
