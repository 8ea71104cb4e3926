// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy.h"

#include <QHostAddress>

#include <array>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

struct Scheme
{
    QLatin1StringView name;
    QNetworkProxy::ProxyType type;
    int port;
    bool overTls = false;
};

constexpr std::array kSchemes{
    Scheme{"http"_L1, QNetworkProxy::HttpProxy, 80},
    Scheme{"https"_L1, QNetworkProxy::HttpProxy, 443, true},
    Scheme{"socks5"_L1, QNetworkProxy::Socks5Proxy, 1080},
    Scheme{"socks5h"_L1, QNetworkProxy::Socks5Proxy, 1080},
};

QString variable(const char* lower, const char* upper)
{
    const QString value = qEnvironmentVariable(lower);
    return value.isEmpty() ? qEnvironmentVariable(upper) : value;
}

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

/// One entry of NO_PROXY: `*`, a domain with or without its leading dot, an address, or an address range.
bool excludes(const QString& entry, const QString& host)
{
    if (entry == "*"_L1 || entry.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    if (entry.contains(u'/')) {
        const auto range = QHostAddress::parseSubnet(entry);
        const QHostAddress address(host);
        return !address.isNull() && range.second >= 0 && address.isInSubnet(range);
    }
    const QString domain = entry.startsWith(u'.') ? entry : u'.' + entry;
    return host.endsWith(domain, Qt::CaseInsensitive);
}

bool isExcluded(const QString& host, const QString& noProxy)
{
    if (isLoopback(host))
        return true;
    const QStringList entries = noProxy.split(u',', Qt::SkipEmptyParts);
    return std::ranges::any_of(entries, [&host](const QString& entry) { return excludes(entry.trimmed(), host); });
}

QString chosenProxy(const QUrl& server, const ProxySettings& settings)
{
    if (!settings.fromKubeconfig.isEmpty())
        return settings.fromKubeconfig;
    if (isExcluded(server.host(), settings.noProxy))
        return {};
    return server.scheme() == "https"_L1 ? settings.httpsProxy : settings.httpProxy;
}

} // namespace

ProxySettings ProxySettings::fromEnvironment(const QString& fromKubeconfig)
{
    return {.fromKubeconfig = fromKubeconfig,
        .httpsProxy = variable("https_proxy", "HTTPS_PROXY"),
        .httpProxy = variable("http_proxy", "HTTP_PROXY"),
        .noProxy = variable("no_proxy", "NO_PROXY")};
}

Result<ProxyRoute> proxyFor(const QUrl& server, const ProxySettings& settings)
{
    const QString chosen = chosenProxy(server, settings);
    if (chosen.isEmpty())
        return ProxyRoute{QNetworkProxy(QNetworkProxy::NoProxy)};
    const QUrl url(chosen.contains("://"_L1) ? chosen : "http://"_L1 + chosen);
    const auto scheme = std::ranges::find(kSchemes, url.scheme(), &Scheme::name);
    if (!url.isValid() || url.host().isEmpty() || scheme == std::end(kSchemes))
        return fail(ErrorKind::Invalid,
            message("client", "The proxy %1 cannot be used: Argosy reaches proxies by http://, https:// and socks5://.",
                {url.toDisplayString(QUrl::RemoveUserInfo)}));
    return ProxyRoute{QNetworkProxy(scheme->type, url.host(), static_cast<quint16>(url.port(scheme->port)),
                          url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)),
        scheme->overTls};
}

} // namespace argosy
