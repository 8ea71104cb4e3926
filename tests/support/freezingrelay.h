// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace argosy::test {

/// Passes bytes between clients and a server without looking at them, and can let connections die as a firewall that
/// forgets them does: nothing passes any more, and nobody is told.
class FreezingRelay final : public QTcpServer
{
    Q_OBJECT
public:
    FreezingRelay(QString host, quint16 port);

    /// Lets what is connected now die; who connects later is served.
    void freeze();
    [[nodiscard]] int connections() const { return m_connections; } ///< made so far

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QString m_host;
    quint16 m_port;
    int m_connections = 0;
    int m_frozen = 0; ///< the first so many connections
};

} // namespace argosy::test
