// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "certificates.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace argosy::test {

struct ScriptedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query as they came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case; values of one name are joined by line feeds
    QByteArray body;
};

/// An HTTP/1.1 server, with TLS if it is given a certificate, that answers with whatever bytes the test writes.
class ScriptedServer final : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<void(const ScriptedRequest&, QTcpSocket&)>;

    explicit ScriptedServer(Handler handler, const std::optional<Certificate>& certificate = {});
    ~ScriptedServer() override;

    /// Asks clients for a certificate of this authority and refuses those that have none.
    void demandClientCertificate(const Certificate& authority);
    [[nodiscard]] QString url() const;
    [[nodiscard]] const QList<ScriptedRequest>& requests() const { return m_requests; }
    /// Subject of the certificate that the last client showed.
    [[nodiscard]] const QString& clientName() const { return m_clientName; }
    [[nodiscard]] int connections() const { return m_connections; }
    void closeAll();

    /// A whole answer with its length; `headers` are lines that end with CRLF.
    [[nodiscard]] static QByteArray answer(int code, const QByteArray& body, const QByteArray& headers = {});
    /// The start of an answer in chunks, and one chunk.
    [[nodiscard]] static QByteArray streamHead();
    [[nodiscard]] static QByteArray chunk(const QByteArray& bytes);

protected:
    void incomingConnection(qintptr handle) override;

private:
    void onData(QTcpSocket* socket);

    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<ScriptedRequest> m_requests;
    QString m_clientName;
    int m_connections = 0;
};

} // namespace argosy::test
