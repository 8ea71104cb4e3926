// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/signin.h>

namespace argosy {

/// Both search paths in one: the folders of the shell's, then those of our own that it lacks. Empty and relative
/// folders are left out: what they mean depends on where somebody is.
[[nodiscard]] QString mergedSearchPath(const QString& shells, const QString& own);

/**
 * The search path of a program that a person started from a menu, where PATH lacks what their profile adds: asks the
 * login shell once, at the first question, and merges. Where the shell does not say it in time, the path is our own.
 */
[[nodiscard]] SearchPath loginShellSearchPath(
    const QString& shell = qEnvironmentVariable("SHELL"), std::chrono::milliseconds timeout = std::chrono::seconds(5));

} // namespace argosy
