// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "relay.h"

#include <QThread>

namespace argosy::test {

/**
 * Stands between a client and a real server, passes requests on, and lets happen what a plan says: what "keeps up"
 * means is proved with it.
 *
 * Towards the client it speaks HTTP/1.1, plain or by TLS with a certificate of the test's. It offers no ALPN, so that a
 * client which would take HTTP/2 from the server speaks HTTP/1.1 here, and it asks the server for uncompressed
 * bodies: a fault can strike between any two bytes. What the client shows in headers is passed on; a client
 * certificate that the server wants is the proxy's own.
 *
 * It has a thread of its own, so that the test's may block. Its functions belong to the test's thread and return when
 * what they ask for is done.
 */
class FaultProxy final
{
public:
    explicit FaultProxy(const RelayedServer& server, const std::optional<Certificate>& certificate = {});
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] QString url() const;
    /// From now on each request meets the first fault left that may strike it; without one it goes well. What has begun
    /// goes on.
    void setPlan(const QList<Fault>& plan);
    /// The faults that have struck, in order.
    [[nodiscard]] QList<Fault> struck() const;

private:
    class Worker;

    QThread m_thread;
    Worker* m_worker; ///< lives in the thread and goes with it
};

} // namespace argosy::test
