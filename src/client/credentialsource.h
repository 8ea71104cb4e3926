// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>

#include "credential.h"

namespace argosy {

/// Where the credentials of an endpoint's user come from.
class CredentialSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What to show now, or why there is nothing to show. Empty while it is being fetched: ready() follows, never from
    /// inside this call.
    [[nodiscard]] virtual std::optional<Result<Credential>> current() = 0;
    /// The server took it.
    virtual void accepted(const Credential&) { }
    /// The server answered 401. True where the same request may succeed with what current() gives now.
    [[nodiscard]] virtual bool refused(const Credential& shown, const Error& why) = 0;
    [[nodiscard]] virtual SignIn signIn() const { return {}; }
    virtual void retry() { }
    virtual void cancel() { }

Q_SIGNALS:
    void ready();
    void signInChanged();
    void spoke(const QString& text);
};

/// By the user's fields: a command where there is one and neither token nor password, else what the kubeconfig holds.
[[nodiscard]] std::unique_ptr<CredentialSource> credentialSource(
    const Endpoint& endpoint, const SignInOptions& options);

} // namespace argosy
