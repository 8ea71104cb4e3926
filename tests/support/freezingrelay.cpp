// SPDX-License-Identifier: GPL-3.0-or-later
#include "freezingrelay.h"

#include <QTcpSocket>

namespace argosy::test {

FreezingRelay::FreezingRelay(QString host, quint16 port)
    : m_host(std::move(host))
    , m_port(port)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("the relay cannot listen");
}

void FreezingRelay::freeze()
{
    m_frozen = m_connections;
}

void FreezingRelay::incomingConnection(qintptr descriptor)
{
    auto* client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    auto* server = new QTcpSocket(client);
    server->connectToHost(m_host, m_port);
    const int number = m_connections++;
    const auto passing = [this, number](QTcpSocket* from, QTcpSocket* to) {
        connect(from, &QTcpSocket::readyRead, to, [this, number, from, to] {
            const QByteArray bytes = from->readAll();
            if (number >= m_frozen)
                to->write(bytes);
        });
        connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    };
    passing(client, server);
    passing(server, client);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

} // namespace argosy::test
