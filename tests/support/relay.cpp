// SPDX-License-Identifier: GPL-3.0-or-later
#include "relay.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTimer>
#include <QUrl>

namespace argosy::test {

using namespace Qt::StringLiterals;

namespace {

using Kind = Fault::Kind;

constexpr qsizetype kBloat = qsizetype{20} * 1024 * 1024;
constexpr std::chrono::milliseconds kHoldsAtMost{200};

constexpr int kTooOld = 410;

QByteArray errorEvent(int code)
{
    return R"({"type":"ERROR","object":)" + failureStatus(code) + "}\n";
}

/// Headers that are the connection's, and the one that would have the body compressed.
bool isPassedOn(const QByteArray& name)
{
    static const QList<QByteArray> kOwn{"host", "connection", "keep-alive", "upgrade", "http2-settings",
        "accept-encoding", "content-length", "transfer-encoding"};
    return !kOwn.contains(name);
}

QByteArray bytesOf(const ScriptedRequest& request, const QByteArray& host)
{
    QByteArray bytes =
        request.method + ' ' + request.target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header) {
        if (!isPassedOn(header.key()))
            continue;
        for (const QByteArray& value : header.value().split('\n'))
            bytes += header.key() + ": " + value + "\r\n";
    }
    return bytes + "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n\r\n" + request.body;
}

QByteArray bloated(QByteArray piece)
{
    const QByteArray fields = "\"managedFields\":[";
    const qsizetype at = piece.indexOf(fields);
    return at < 0 ? piece : piece.insert(at + fields.size(), "{\"manager\":\"" + QByteArray(kBloat, 'x') + "\"},");
}

QByteArray garbled(const QByteArray& piece)
{
    return piece.endsWith('\n') ? "{\"type\":\"ADDED\",\"object\":<html>\n" : "{\"items\":[<html>";
}

} // namespace

Relay::Relay(const RelayedServer& server, ScriptedRequest request, QTcpSocket& client, const Fault& fault)
    : QObject(&client)
    , m_server(server)
    , m_request(std::move(request))
    , m_client(client)
    , m_fault(fault)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(server.authority));
    if (!server.certificate.isEmpty()) {
        tls.setLocalCertificate(QSslCertificate(server.certificate));
        tls.setPrivateKey(QSslKey(server.key, QSsl::Rsa));
    }
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::readyRead, this, &Relay::onBytes);
    connect(&m_socket, &QSslSocket::disconnected, this, &Relay::onServerGone);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &Relay::onServerGone);
}

bool Relay::isWatch(const ScriptedRequest& request)
{
    return request.target.contains("watch=1") || request.target.contains("watch=true");
}

void Relay::start()
{
    if (m_fault.kind != Kind::Delay)
        return ask();
    Q_EMIT struck(m_fault);
    m_fault.kind = Kind::None;
    QTimer::singleShot(m_fault.lasts, this, &Relay::ask);
}

void Relay::ask()
{
    const QUrl url(m_server.url);
    const auto port = static_cast<quint16>(url.port());
    if (url.scheme() == "https"_L1)
        m_socket.connectToHostEncrypted(url.host(), port);
    else
        m_socket.connectToHost(url.host(), port);
    m_socket.write(bytesOf(m_request, url.authority().toLatin1()));
}

void Relay::onBytes()
{
    const QByteArray body = m_answer.feed(m_socket.readAll());
    if (m_answer.hasHead() && !std::exchange(m_headPassed, true))
        passHead();
    passBody(body);
    if (!m_answer.isComplete())
        return;
    if (!m_body.isEmpty())
        pass(std::exchange(m_body, {}));
    end();
}

void Relay::onServerGone()
{
    if (!m_answer.isComplete())
        hangUp();
}

void Relay::passHead()
{
    if (m_over)
        return;
    const QByteArray head = m_answer.head().join("\r\n") + "\r\nTransfer-Encoding: chunked\r\n";
    if (m_fault.kind == Kind::CutHead) {
        Q_EMIT struck(m_fault);
        m_client.write(head.first(head.size() / 2));
        return hangUp();
    }
    m_client.write(head + (m_fault.kind == Kind::Close ? "Connection: close\r\n\r\n" : "\r\n"));
}

void Relay::passBody(const QByteArray& bytes)
{
    m_body += bytes;
    if (!isWatch(m_request))
        return;
    for (qsizetype line = m_body.indexOf('\n') + 1; line > 0; line = m_body.indexOf('\n') + 1) {
        const QByteArray event = m_body.first(line);
        m_body.remove(0, line);
        pass(event);
        if (m_passed == m_fault.length)
            end();
    }
}

void Relay::pass(const QByteArray& piece)
{
    if (!m_held.isEmpty()) {
        send(piece + std::exchange(m_held, {}) + errorEvent(kTooOld));
        end();
    } else if (m_passed++ == m_fault.after) {
        strike(piece);
    } else {
        send(piece);
    }
}

void Relay::strike(const QByteArray& piece)
{
    if (m_over)
        return;
    const QByteArray half = piece.first(piece.size() / 2);
    Q_EMIT struck(m_fault);
    switch (m_fault.kind) {
    case Kind::CutChunk: m_client.write(QByteArray::number(piece.size(), 16) + "\r\n" + half); return hangUp();
    case Kind::CutObject: send(half); return end();
    case Kind::Stall: send(half); return mute();
    case Kind::End: return end();
    case Kind::Fail: send(errorEvent(m_fault.code)); return end();
    case Kind::Swap: return hold(piece);
    case Kind::Garble: return send(garbled(piece));
    case Kind::Bloat: return send(bloated(piece));
    case Kind::Repeat: return send(piece + piece);
    default: // whoever heard of it carries it out
        return send(piece);
    }
}

/// The next event may never come: without it the order stays.
void Relay::hold(const QByteArray& piece)
{
    m_held = piece;
    QTimer::singleShot(kHoldsAtMost, this, [this] {
        if (!m_held.isEmpty())
            pass({});
    });
}

void Relay::send(const QByteArray& piece)
{
    if (!m_over)
        m_client.write(ScriptedServer::chunk(piece));
}

void Relay::end()
{
    send({});
    if (!std::exchange(m_over, true) && m_fault.kind == Kind::Close)
        m_client.disconnectFromHost();
    m_socket.close();
    deleteLater();
}

void Relay::hangUp()
{
    if (!std::exchange(m_over, true))
        m_client.disconnectFromHost();
    m_socket.close();
}

} // namespace argosy::test
