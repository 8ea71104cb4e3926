// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport.h"

#include "tlsconfiguration.h"

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// Two of the six connections stay free for what a manager does besides.
constexpr long kWatchesPerManager = 4;

QUrl serverUrl(const QString& text)
{
    QUrl url(text.contains("://"_L1) ? text : "https://"_L1 + text);
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

QUrl requestUrl(const QUrl& server, const ApiRequest& request)
{
    QUrl url = server;
    url.setPath(server.path() + request.path, QUrl::DecodedMode);
    if (!request.query.isEmpty()) {
        // A server reads a bare plus as a space.
        const QString query = request.query.toString(QUrl::FullyEncoded).replace(u'+', "%2B"_L1);
        url.setQuery(query, QUrl::StrictMode);
    }
    return url;
}

void setPolicies(QNetworkRequest& made)
{
    // Qt would send Authorization to whatever host it is redirected to.
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
}

/// Several headers of one name, which the API server does not take as one with commas. Qt keeps one value a name, but
/// writes it as it is: over HTTP/1.1 further headers fit in. The values have no line breaks of their own (whyUnusable).
void setHeaders(QNetworkRequest& made, const HeaderValues& header)
{
    if (header.values.size() > 1)
        made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setRawHeader(header.name, header.values.join("\r\n" + header.name + ": "));
}

} // namespace

Transport::Transport(const Endpoint& endpoint)
    : m_endpoint(endpoint)
    , m_impersonation(impersonationHeaders(endpoint.user.impersonate))
    , m_server(serverUrl(endpoint.server.server))
{
    const ErrorContext where{.cluster = endpoint.cluster.toString(), .host = host()};
    const bool isHttp = m_server.scheme() == "https"_L1 || m_server.scheme() == "http"_L1;
    if (!m_server.isValid() || m_server.host().isEmpty() || !isHttp) {
        m_problem = Error{.kind = ErrorKind::Invalid,
            .message = message("client", "“%1” is not the address of a server.", {endpoint.server.server}),
            .where = where};
        return;
    }
    const Result<ProxyRoute> route = proxyFor(m_server, ProxySettings::fromEnvironment(endpoint.server.proxyUrl));
    const Result<> ready = route ? setUp({}) : fail(route.error());
    if (!ready) {
        m_problem = ready.error();
        m_problem->where.cluster = where.cluster;
        m_problem->where.host = where.host;
        return;
    }
    takeRoute(*route);
}

void Transport::takeRoute(const ProxyRoute& route)
{
    m_proxy = route.proxy;
    if (!route.overTls)
        return;
    m_relay = std::make_unique<TlsRelay>(m_proxy.hostName(), m_proxy.port(), m_tls);
    m_proxy.setHostName(m_relay->serverAddress().toString());
    m_proxy.setPort(m_relay->serverPort());
}

Result<> Transport::setUp(const Credential& credential)
{
    const Result<QSslConfiguration> tls = tlsConfiguration(m_endpoint, credential);
    if (!tls)
        return fail(tls.error());
    m_tls = *tls;
    m_identity = credential;
    // A manager goes on using a connection whatever certificate the next request has.
    retireAll();
    return {};
}

QString Transport::host() const
{
    return m_server.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Result<QNetworkRequest> Transport::networkRequest(const ApiRequest& request, const Credential& credential)
{
    if (credential.certificate != m_identity.certificate || credential.key != m_identity.key) {
        if (const Result<> ready = setUp(credential); !ready)
            return fail(ready.error());
    }
    QNetworkRequest made(requestUrl(m_server, request));
    setPolicies(made);
    made.setSslConfiguration(m_tls);
    const KubeCluster& server = m_endpoint.server;
    if (!server.tlsServerName.isEmpty())
        made.setPeerVerifyName(server.tlsServerName);
    made.setRawHeader("User-Agent", "argosy/" ARGOSY_VERSION);
    made.setRawHeader("Accept", request.accept);
    // Said by us, so that Qt leaves the unpacking to Exchange.
    made.setRawHeader("Accept-Encoding", server.disableCompression ? "identity" : "gzip");
    if (!request.contentType.isEmpty())
        made.setRawHeader("Content-Type", request.contentType);
    if (!credential.authorization.isEmpty())
        made.setRawHeader("Authorization", credential.authorization.reveal());
    for (const HeaderValues& header : m_impersonation)
        setHeaders(made, header);
    return made;
}

ManagerPtr Transport::newManager() const
{
    ManagerPtr manager(new QNetworkAccessManager, [](QNetworkAccessManager* done) { done->deleteLater(); });
    manager->setProxy(m_proxy);
    manager->setAutoDeleteReplies(false);
    return manager;
}

ManagerPtr Transport::forRequest()
{
    if (!m_requests)
        m_requests = newManager();
    return m_requests;
}

ManagerPtr Transport::forWatch()
{
    // One share is ours; the others belong to running watches.
    const auto free = std::ranges::find_if(
        m_watches, [](const ManagerPtr& manager) { return manager.use_count() - 1 < kWatchesPerManager; });
    if (free != m_watches.end())
        return *free;
    m_watches.append(newManager());
    return m_watches.last();
}

void Transport::retire(const ManagerPtr& manager)
{
    if (m_requests == manager)
        m_requests.reset();
    m_watches.removeAll(manager);
}

void Transport::retireAll()
{
    m_requests.reset();
    m_watches.clear();
}

} // namespace argosy
