// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

namespace argosy {

/**
 * A way to a proxy that is spoken to by TLS, which Qt's proxies are not: a port on loopback whose bytes go to the proxy
 * through TLS. What the proxy must know of us, a name and password, is not added here but sent by who connects.
 */
class TlsRelay final : public QTcpServer
{
    Q_OBJECT
public:
    /// Trusts whom `tls` trusts; shows no certificate. It listens from here on; serverPort() is 0 where it cannot.
    TlsRelay(QString host, quint16 port, const QSslConfiguration& tls);

protected:
    void incomingConnection(qintptr handle) override;

private:
    QString m_host;
    quint16 m_port;
    QSslConfiguration m_tls;
};

} // namespace argosy
