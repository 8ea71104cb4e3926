// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/discovery.h>
#include <argosy/kube/json.h>

namespace argosy::test {

/// The API server that the contract suite runs against, and what a test needs to talk to it.
class ApiServer final
{
public:
    /// Why there is none, as a reason to skip; null where there is one.
    [[nodiscard]] static const char* absence();

    /// Connects by the kubeconfig, or by one beside it, e.g. "nobody.kubeconfig".
    [[nodiscard]] static Result<Endpoint> endpoint(const QString& sibling = {});

    ApiServer();
    /// Deletes what was created through it.
    ~ApiServer();

    [[nodiscard]] Connection& connection() { return *m_connection; }
    /// Waits for the answer.
    [[nodiscard]] Result<ApiResponse> ask(const ApiRequest& request);
    /// Applies for good and remembers to delete.
    [[nodiscard]] Result<ApiResponse> apply(
        const ApiResource& resource, const Json& object, const ApplyOptions& options = {});
    [[nodiscard]] Result<ServerInfo> discover();
    /// A name that no other run uses.
    [[nodiscard]] QString unique(const QString& stem) const;

private:
    struct Made
    {
        ApiResource resource;
        QString nameSpace;
        QString name;
        bool operator==(const Made&) const = default;
    };
    std::unique_ptr<Connection> m_connection;
    QList<Made> m_made;
};

/// A NodePool that a server with Karpenter's CRDs accepts.
[[nodiscard]] Json nodePool(const QString& name);
[[nodiscard]] const ApiResource& nodePools();
[[nodiscard]] Json nameSpace(const QString& name);
[[nodiscard]] const ApiResource& namespaces();

} // namespace argosy::test
