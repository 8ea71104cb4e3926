// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>

#include <QTimer>

namespace argosy {

/**
 * Notices a network that went away without a word while watches, which may be silent for minutes, wait for it: after a
 * quiet moment it asks the server for its version.
 */
class Heartbeat final : public QObject
{
    Q_OBJECT
public:
    explicit Heartbeat(Connection& connection);

    void setTiming(HeartbeatTiming timing) { m_timing = timing; }
    /// Something waits for the server, or nothing does any more.
    void setNeeded(bool needed);
    /// The server gave a sign of life.
    void touch();

Q_SIGNALS:
    void missed(const argosy::Error& error);

private:
    void probe();

    Connection& m_connection;
    HeartbeatTiming m_timing;
    bool m_needed = false;
    QTimer m_quiet;
    RequestHandle m_probe;
};

} // namespace argosy
