// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"
#include "tls.h"

#include <argosy/base/result.h>

#include <memory>
#include <thread>

namespace argosy::demo {

/**
 * HTTPS on 127.0.0.1, HTTP/1.1 with a thread for each connection, because every watch holds one. The handler is called
 * from those threads.
 */
class Listener final
{
public:
    explicit Listener(HttpHandler handler);
    ~Listener();

    /// Port 0 picks a free one. Fails with Io where the port is taken.
    [[nodiscard]] Result<> start(const ServerIdentity& identity, int port);
    /// Breaks all connections and returns when their threads have ended.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_server != nullptr; }
    [[nodiscard]] int port() const { return m_port; }

private:
    class Server;

    HttpHandler m_handler;
    std::unique_ptr<Server> m_server;
    std::thread m_thread;
    int m_port = 0;
};

} // namespace argosy::demo
