// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include "credential.h"

namespace argosy {

/// When to ask for the next credential: a little before this one expires. Nothing where it does not, or where it seems
/// to have expired when it came: clocks differ, and the server decides.
[[nodiscard]] std::optional<QDateTime> renewalTime(const Credential& credential, const QDateTime& fetched);

/// What is known of a credential that a command gives, and what is to be done about it. Decides only; time is passed
/// in. A failure stays until retry(): nothing runs a command in a loop.
class SignInState final
{
public:
    enum class Step
    {
        Use,
        Run,
        Wait,
        Fail
    };
    [[nodiscard]] Step next(const QDateTime& now) const;
    [[nodiscard]] const Credential& credential() const { return *m_credential; } ///< after Use
    [[nodiscard]] const Error& failure() const { return *m_failure; } ///< after Fail

    void started();
    void finished(const Result<Credential>& given, const QDateTime& now);
    /// The server took it.
    void accepted(const Credential& shown);
    /// The server answered 401. True where it is worth trying again with what next() leads to; of two in a row that
    /// were given anew the second is a failure, `why`.
    [[nodiscard]] bool refused(const Credential& shown, const Error& why);
    void retry();

private:
    std::optional<Credential> m_credential;
    std::optional<QDateTime> m_renewal;
    std::optional<Error> m_failure;
    bool m_running = false;
    bool m_doubted = false; ///< refused since one was last accepted
};

} // namespace argosy
