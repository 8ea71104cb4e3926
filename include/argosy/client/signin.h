// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/base/result.h>
#include <argosy/client/kubeconfig.h>

#include <chrono>
#include <functional>
#include <memory>

namespace argosy {

/**
 * Decides whether a command that a kubeconfig names may run. Asked before every run; ExecPlugin says which file names
 * it. The answer may come inside the call or any time later, on the same thread; a second one, or one that comes when
 * nobody waits any more, does nothing. What is remembered from run to run is the policy's affair.
 */
using CommandPolicy = std::function<void(const ExecPlugin& command, const std::function<void(bool)>& answer)>;

/// The policy of a program whose user started it in a terminal: as kubectl, any command may run.
[[nodiscard]] CommandPolicy allowAnyCommand();

/// Gives the PATH in which commands are looked for and which they get. The answer may come inside the call or later, on
/// the same thread.
using SearchPath = std::function<void(const std::function<void(const QString& path)>& answer)>;

/// What signing in by a command may do.
struct SignInOptions
{
    CommandPolicy mayRun; ///< without one no command runs
    SearchPath searchPath; ///< without one it is the program's own
    bool terminal = false; ///< commands may ask on our standard input
    std::chrono::milliseconds timeout = std::chrono::minutes(10); ///< people have to find their telephones
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
};

/// How far signing in has come; for people.
struct SignIn
{
    enum class Phase
    {
        NotNeeded, ///< the kubeconfig holds what there is to show
        Needed, ///< a command gives it, at the next request
        Asking, ///< the policy has been asked
        Running,
        Done,
        Failed ///< by a command: requests fail with `error` until somebody retries; else the server said so last
    };
    Phase phase = Phase::NotNeeded;
    QString command;
    QString output; ///< what the running or last command wrote to standard error (its end): a link and a code to enter
    std::optional<Error> error;
};

} // namespace argosy
