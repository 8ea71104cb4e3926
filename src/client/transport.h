// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>

#include "credential.h"
#include "impersonation.h"
#include "proxy.h"
#include "tlsrelay.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace argosy {

/// Kept alive by whoever has a reply of it; goes when the last of them has returned to the event loop.
using ManagerPtr = std::shared_ptr<QNetworkAccessManager>;

/**
 * The network managers of one endpoint, and how its requests look on the wire.
 *
 * A manager reuses its connections whatever happens to them, so one on which a request timed out is retired. Over
 * HTTP/1.1 it opens six connections a host and lets further requests wait: watches, which never end, get managers of
 * their own.
 */
class Transport final
{
public:
    explicit Transport(const Endpoint& endpoint);

    /// Why nothing can be sent at all: a certificate that cannot be read, a proxy that cannot be used.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    /// Scheme, host and port, for people.
    [[nodiscard]] QString host() const;
    /// The request without its body. Fails with Tls where the credential's certificate cannot be used; a new one ends
    /// the use of all connections made with the old one, or with none.
    [[nodiscard]] Result<QNetworkRequest> networkRequest(const ApiRequest& request, const Credential& credential);
    [[nodiscard]] ManagerPtr forRequest();
    [[nodiscard]] ManagerPtr forWatch();
    /// One that nobody else gets.
    [[nodiscard]] ManagerPtr newManager() const;
    /// The manager is not handed out again; requests that use it go on.
    void retire(const ManagerPtr& manager);
    void retireAll();

private:
    [[nodiscard]] Result<> setUp(const Credential& credential);
    void takeRoute(const ProxyRoute& route);

    Endpoint m_endpoint;
    Credential m_identity; ///< whose certificate is in m_tls
    QList<HeaderValues> m_impersonation;
    QUrl m_server;
    QSslConfiguration m_tls;
    QNetworkProxy m_proxy;
    std::unique_ptr<TlsRelay> m_relay; ///< where the proxy is spoken to by TLS
    std::optional<Error> m_problem;
    ManagerPtr m_requests;
    QList<ManagerPtr> m_watches;
};

} // namespace argosy
