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

/// The way to `server`: the kubeconfig's proxy, else the environment's unless NO_PROXY or a loopback address rules it
/// out, else none. Fails with Invalid for a proxy that is spoken to by TLS or an unknown scheme; a password in it is
/// never repeated.
[[nodiscard]] Result<QNetworkProxy> proxyFor(const QUrl& server, const ProxySettings& settings);

} // namespace argosy
