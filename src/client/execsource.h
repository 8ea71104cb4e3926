// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentialsource.h"
#include "execrun.h"
#include "signinstate.h"

namespace argosy {

/// Credentials from an exec plugin: one run at a time for all who wait, and none after a failure until retry().
class ExecSource final : public CredentialSource
{
    Q_OBJECT
public:
    ExecSource(const Endpoint& endpoint, SignInOptions options);

    [[nodiscard]] std::optional<Result<Credential>> current() override;
    void accepted(const Credential& shown) override;
    [[nodiscard]] bool refused(const Credential& shown, const Error& why) override;
    [[nodiscard]] SignIn signIn() const override { return m_signIn; }
    void retry() override;
    void cancel() override;

private:
    void ask();
    void onAnswer(bool allowed);
    void findPath();
    void run(const QString& searchPath);
    void finish(const Result<Credential>& given);
    void show(SignIn::Phase phase, const std::optional<Error>& error = {});
    [[nodiscard]] QByteArray info(bool interactive) const;
    [[nodiscard]] const ExecPlugin& plugin() const { return *m_user.exec; }

    KubeCluster m_cluster;
    KubeUser m_user;
    SignInOptions m_options;
    SignInState m_state;
    SignIn m_signIn;
    std::unique_ptr<ExecRun> m_run;
    int m_question = 0; ///< what belongs to an older one does not count
};

} // namespace argosy
