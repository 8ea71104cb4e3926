// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault.h"
#include "responsereader.h"
#include "scriptedserver.h"

#include <QSslSocket>

namespace argosy::test {

/// A server that a relay speaks to, by TLS if the address says https.
struct RelayedServer
{
    QString url; ///< scheme, host and port
    QByteArray authority; ///< PEM of the only one that is trusted
    QByteArray certificate; ///< PEM of what the relay shows; may be empty
    QByteArray key; ///< PEM, RSA
};

/**
 * Passes one request on and its answer back, in chunks, with one fault. Belongs to the client's socket and goes with
 * it. Each request has a connection of its own to the server.
 */
class Relay final : public QObject
{
    Q_OBJECT
public:
    Relay(const RelayedServer& server, ScriptedRequest request, QTcpSocket& client, const Fault& fault);

    [[nodiscard]] static bool isWatch(const ScriptedRequest& request);
    void start();
    /// Passes nothing back any more; the connections stay.
    void mute() { m_over = true; }

Q_SIGNALS:
    /// The fault strikes now. Refuse and Silence are the receiver's to carry out.
    void struck(const argosy::test::Fault& fault);

private:
    void ask();
    void onBytes();
    void onServerGone();
    void passHead();
    void passBody(const QByteArray& bytes);
    void pass(const QByteArray& piece);
    void strike(const QByteArray& piece);
    void hold(const QByteArray& piece);
    void send(const QByteArray& piece);
    void end();
    void hangUp();

    RelayedServer m_server;
    ScriptedRequest m_request;
    QTcpSocket& m_client;
    Fault m_fault;
    QSslSocket m_socket;
    ResponseReader m_answer;
    QByteArray m_body; ///< an event that has not come whole, or all of a list
    QByteArray m_held; ///< an event that waits for the next one
    int m_passed = 0;
    bool m_headPassed = false;
    bool m_over = false;
};

} // namespace argosy::test
