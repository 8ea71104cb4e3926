// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls.h"

namespace argosy {

/**
 * Notices that a connection died without a word while watches, which may be silent for minutes, wait on it. After a
 * quiet moment it asks the server for its version over the same connection, and without an answer over a new one: that
 * tells a dead connection from a server that is away.
 *
 * Over HTTP/1.1 a manager asks over another of its connections, so there only a server that is away is noticed; that a
 * watch's own connection died is for its owner to notice (WatchStream::opened).
 */
class Heartbeat final : public QObject
{
    Q_OBJECT
public:
    Heartbeat(Sender& sender, Calls& calls, const ManagerPtr& manager, HeartbeatTiming timing);

    /// The server gave a sign of life on this connection.
    void touch();
    void setTiming(HeartbeatTiming timing);

Q_SIGNALS:
    void stalled(); ///< the server answers, but not here
    void missed(const argosy::Error& error); ///< the server does not answer

private:
    void askHere();
    void askAnew();

    Sender& m_sender;
    Calls& m_calls;
    std::weak_ptr<QNetworkAccessManager> m_manager; ///< a share would count as a watch
    HeartbeatTiming m_timing;
    QTimer m_quiet;
    std::unique_ptr<Exchange> m_here;
    std::shared_ptr<PendingCall> m_anew;
};

} // namespace argosy
