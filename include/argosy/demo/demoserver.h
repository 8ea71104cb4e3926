// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QByteArray>
#include <QString>

#include <memory>

namespace argosy {

struct DemoOptions
{
    int port = 0; ///< 0 picks a free one
    double speed = 1.0; ///< of the simulated controllers; 100 makes seconds of them ten milliseconds
    bool controllers = true; ///< without them nothing reconciles, as on a bare API server
};

/**
 * A Kubernetes API server in this process: loopback, TLS with a certificate made at start, one bearer token. Threads of
 * its own; start, stop and the destructor are called from one thread. Nothing is written to disk.
 */
class DemoServer final
{
public:
    explicit DemoServer(DemoOptions options = {});
    ~DemoServer();
    /// Fails with Io where the port is taken.
    [[nodiscard]] Result<> start();
    /// Ends all connections, watches too; the objects are gone.
    void stop();
    [[nodiscard]] int port() const;
    /// A kubeconfig for it (context "embedded"), with the CA and the token inline.
    [[nodiscard]] QByteArray kubeconfig() const;
    /// For tests: breaks all connections and refuses new ones for a while, objects stay.
    void interrupt(bool interrupted);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
