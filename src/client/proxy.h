// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QNetworkProxy>
#include <QUrl>

namespace argosy {

/// What decides about a proxy; the variables in the spelling that is set, lower case first.
struct ProxySettings
{
    QString fromKubeconfig; ///< proxy-url
    QString httpsProxy;
    QString httpProxy;
    QString noProxy;

    [[nodiscard]] static ProxySettings fromEnvironment(const QString& fromKubeconfig);
};

/// A way to a server.
struct ProxyRoute
{
    QNetworkProxy proxy;
    bool overTls = false; ///< the proxy itself is spoken to by TLS, which QNetworkProxy does not do (TlsRelay)
};

/// The way to `server`: the kubeconfig's proxy, else the environment's unless NO_PROXY or a loopback address rules it
/// out, else none. Fails with Invalid for a scheme that is none of http, https and socks5; a password in it is never
/// repeated.
[[nodiscard]] Result<ProxyRoute> proxyFor(const QUrl& server, const ProxySettings& settings);

} // namespace argosy
