// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentialsource.h"
#include "exchange.h"

namespace argosy {

/// What the requests and the watches of one connection share: whom they speak to, as whom, and how that looks.
class Sender final : public QObject
{
    Q_OBJECT
public:
    Sender(Endpoint endpoint, SignInOptions signIn);

    [[nodiscard]] const Endpoint& endpoint() const { return m_endpoint; }
    [[nodiscard]] Transport& transport() { return m_transport; }
    [[nodiscard]] const Transport& transport() const { return m_transport; }
    [[nodiscard]] CredentialSource& credentials() { return *m_credentials; }
    void setUser(KubeUser user);
    void setAccess(AccessMode mode) { m_endpoint.access = mode; }

    /// Why the request is not even begun.
    [[nodiscard]] std::optional<Error> refusal(const ApiRequest& request) const;
    [[nodiscard]] ErrorContext context(const ApiRequest& request) const;

    using Use = std::function<void(const Result<Credential>&)>;
    /// At once, or when a command has fetched it.
    void withCredential(const Use& use);
    [[nodiscard]] Result<ExchangePlan> plan(const ApiRequest& request, const Result<Credential>& credential);
    /// Tells the credential's source how the server took it. True where the same request may succeed with a fresh one;
    /// a second 401 is no reason to ask for ever.
    [[nodiscard]] bool mayTryAgain(const Error* error, const Credential& shown, bool isAfter401);

Q_SIGNALS:
    void signInChanged();
    void signInSpoke(const QString& text);

private:
    void openSource();
    void serveWaiting();

    Endpoint m_endpoint;
    SignInOptions m_signIn;
    Transport m_transport;
    std::unique_ptr<CredentialSource> m_credentials;
    QList<Use> m_waiting; ///< for a credential
};

template <class T> [[nodiscard]] const Error* errorOf(const Result<T>& result)
{
    return result ? nullptr : &result.error();
}

} // namespace argosy
