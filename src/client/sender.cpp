// SPDX-License-Identifier: GPL-3.0-or-later
#include "sender.h"

#include "networkerrors.h"

namespace argosy {

Sender::Sender(Endpoint endpoint, SignInOptions signIn)
    : m_endpoint(std::move(endpoint))
    , m_signIn(std::move(signIn))
    , m_transport(m_endpoint)
{
    openSource();
}

void Sender::openSource()
{
    m_credentials = credentialSource(m_endpoint, m_signIn);
    connect(m_credentials.get(), &CredentialSource::ready, this, &Sender::serveWaiting);
    connect(m_credentials.get(), &CredentialSource::signInChanged, this, &Sender::signInChanged);
    connect(m_credentials.get(), &CredentialSource::spoke, this, &Sender::signInSpoke);
}

void Sender::setUser(KubeUser user)
{
    m_endpoint.user = std::move(user);
    m_transport = Transport(m_endpoint);
    openSource();
    const QPointer<Sender> alive(this);
    serveWaiting();
    if (alive)
        Q_EMIT signInChanged();
}

ErrorContext Sender::context(const ApiRequest& request) const
{
    ErrorContext where = request.where;
    where.cluster = m_endpoint.cluster.toString();
    where.host = m_transport.host();
    return where;
}

std::optional<Error> Sender::refusal(const ApiRequest& request) const
{
    if (m_endpoint.access == AccessMode::ReadOnly && isWrite(request))
        return readOnlyError(context(request));
    return m_transport.problem();
}

void Sender::withCredential(const Use& use)
{
    if (const auto credential = m_credentials->current())
        use(*credential);
    else
        m_waiting.append(use);
}

void Sender::serveWaiting()
{
    const QPointer<Sender> alive(this);
    for (const Use& use : std::exchange(m_waiting, {})) {
        withCredential(use);
        if (!alive)
            return;
    }
}

Result<ExchangePlan> Sender::plan(const ApiRequest& request, const Result<Credential>& credential)
{
    const ErrorContext where = context(request);
    const Result<QNetworkRequest> made =
        credential ? m_transport.networkRequest(request, *credential) : fail(credential.error());
    if (!made) {
        Error error = made.error();
        error.where.cluster = where.cluster;
        error.where.host = where.host;
        return fail(std::move(error));
    }
    return ExchangePlan{.request = *made,
        .method = request.method,
        .body = request.body,
        .timeout = request.timeout,
        .insecure = m_endpoint.server.insecureSkipTlsVerify,
        .where = where};
}

bool Sender::mayTryAgain(const Error* error, const Credential& shown, bool isAfter401)
{
    if (error && error->kind == ErrorKind::Unauthenticated)
        return m_credentials->refused(shown, *error) && !isAfter401;
    if (!error || error->status)
        m_credentials->accepted(shown);
    return false;
}

} // namespace argosy
