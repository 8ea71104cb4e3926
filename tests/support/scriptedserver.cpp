// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace argosy::test {

using namespace Qt::StringLiterals;

namespace {

/// Takes one whole request off the front of the buffer.
std::optional<ScriptedRequest> takeRequest(QByteArray& buffer)
{
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    ScriptedRequest request;
    QList<QByteArray> lines = buffer.first(headEnd).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        QByteArray& value = request.headers[line.first(colon).toLower()];
        value += (value.isEmpty() ? "" : "\n") + line.sliced(colon + 1).trimmed();
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return {};
    request.body = buffer.sliced(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

ScriptedServer::ScriptedServer(Handler handler, const std::optional<Certificate>& certificate)
    : m_handler(std::move(handler))
{
    if (certificate) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate->certificate));
        tls.setPrivateKey(QSslKey(certificate->key, QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_tls = tls;
    }
    listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer()
{
    closeAll();
}

void ScriptedServer::demandClientCertificate(const Certificate& authority)
{
    m_tls->setCaCertificates({QSslCertificate(authority.certificate)});
    m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
}

QString ScriptedServer::url() const
{
    return (m_tls ? u"https"_s : u"http"_s) + "://127.0.0.1:"_L1 + QString::number(serverPort());
}

void ScriptedServer::closeAll()
{
    const QList<QTcpSocket*> sockets = m_buffers.keys(); // an aborted one leaves the hash
    for (QTcpSocket* socket : sockets)
        socket->abort();
}

void ScriptedServer::incomingConnection(qintptr handle)
{
    ++m_connections;
    QTcpSocket* socket = nullptr;
    if (m_tls) {
        auto* secure = new QSslSocket(this);
        secure->setSocketDescriptor(handle);
        secure->setSslConfiguration(*m_tls);
        connect(secure, &QSslSocket::encrypted, this, [this, secure] {
            m_clientName = secure->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
        });
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
    }
    m_buffers.insert(socket, {});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onData(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        socket->deleteLater();
    });
}

void ScriptedServer::onData(QTcpSocket* socket)
{
    m_buffers[socket].append(socket->readAll());
    while (const std::optional<ScriptedRequest> request = takeRequest(m_buffers[socket])) {
        m_requests.append(*request);
        m_handler(*request, *socket);
        if (!m_buffers.contains(socket))
            return;
    }
}

QByteArray ScriptedServer::answer(int code, const QByteArray& body, const QByteArray& headers)
{
    return "HTTP/1.1 " + QByteArray::number(code) + " -\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + headers + "\r\n" + body;
}

QByteArray ScriptedServer::streamHead()
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
}

QByteArray ScriptedServer::chunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace argosy::test
