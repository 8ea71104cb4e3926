// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiclient.h"

#include <argosy/client/discovery.h>
#include <argosy/demo/demoserver.h>
#include <argosy/ops/planner.h>

#include <QString>

#include <memory>

namespace argosy {

/// The API server that a contract test runs against: the embedded one, or the one that ARGOSY_TEST_KUBECONFIG names.
class ServerUnderTest final
{
public:
    /// "embedded" and "real".
    [[nodiscard]] static QStringList names();
    /// The rows of a test that runs against both: column "server".
    static void addRows();
    /// Empty, or why the row's server cannot be used here. With ARGOSY_TEST_REQUIRED set a missing server is no excuse.
    [[nodiscard]] static QString reasonToSkip(const QString& server);

    /// Starts or finds the server and asks what it serves; fails the process's test by qFatal where that does not work.
    explicit ServerUnderTest(const QString& server, const DemoOptions& options = {});
    ~ServerUnderTest();

    [[nodiscard]] bool isEmbedded() const { return m_demo != nullptr; }
    [[nodiscard]] DemoServer& demo() { return *m_demo; }
    [[nodiscard]] Connection& connection() { return *m_connection; }
    /// The same server without Argosy's own client.
    [[nodiscard]] ApiClient& wire() { return *m_wire; }
    [[nodiscard]] const ServerInfo& info() const { return m_info; }
    [[nodiscard]] const ApiCatalog& catalog() const { return m_info.catalog; }
    [[nodiscard]] const Kubeconfig& kubeconfig() const { return m_config; }
    [[nodiscard]] Targets targets() { return {{ClusterId::management(), {m_connection.get(), m_info.catalog}}}; }

    /// Sends and waits for the answer.
    [[nodiscard]] Result<ApiResponse> ask(const ApiRequest& request);
    /// The same, as JSON.
    [[nodiscard]] Result<Json> send(const ApiRequest& request);
    /// The object as the server has it now.
    [[nodiscard]] Result<Json> read(const ObjectRef& ref);
    /// The resource of a kind in the version that the platform would choose.
    [[nodiscard]] ApiResource resource(const GroupKind& kind) const;
    /// Deletes an object and waits until it is gone; one that is not there is fine. Finalizers are taken off where
    /// nobody else would.
    void remove(const ObjectRef& ref);
    /// A name that no other run uses.
    [[nodiscard]] static QString uniqueName(const QString& prefix);

private:
    std::unique_ptr<DemoServer> m_demo;
    Kubeconfig m_config;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ApiClient> m_wire;
    ServerInfo m_info;
};

} // namespace argosy
