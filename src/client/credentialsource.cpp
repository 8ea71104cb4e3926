// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentialsource.h"

#include "authorization.h"
#include "execsource.h"

namespace argosy {

namespace {

/// What the kubeconfig holds, or a file that it names.
class WrittenSource final : public CredentialSource
{
public:
    explicit WrittenSource(KubeUser user)
        : m_user(std::move(user))
    { }

    std::optional<Result<Credential>> current() override
    {
        const Result<Secret> header = authorization(m_user);
        if (!header)
            return Result<Credential>(fail(header.error()));
        return Result<Credential>(Credential{.authorization = *header, .certificate = {}, .key = {}, .expires = {}});
    }

    void accepted(const Credential&) override { show({}); }

    bool refused(const Credential& shown, const Error& why) override
    {
        // A token file may have been replaced while the request was on its way.
        const Result<Secret> header = authorization(m_user);
        if (header && *header != shown.authorization)
            return true;
        show({.phase = SignIn::Phase::Failed, .error = why});
        return false;
    }

    SignIn signIn() const override { return m_signIn; }
    void retry() override { show({}); }

private:
    void show(const SignIn& now)
    {
        if (now.phase == m_signIn.phase)
            return;
        m_signIn = now;
        Q_EMIT signInChanged();
    }

    KubeUser m_user;
    SignIn m_signIn;
};

} // namespace

std::unique_ptr<CredentialSource> credentialSource(const Endpoint& endpoint, const SignInOptions& options)
{
    const KubeUser& user = endpoint.user;
    const bool isWritten = !user.token.isEmpty() || !user.tokenFile.isEmpty() || !user.username.isEmpty();
    if (!user.exec || isWritten)
        return std::make_unique<WrittenSource>(user);
    return std::make_unique<ExecSource>(endpoint, options);
}

CommandPolicy allowAnyCommand()
{
    return [](const ExecPlugin&, const std::function<void(bool)>& answer) { answer(true); };
}

} // namespace argosy
