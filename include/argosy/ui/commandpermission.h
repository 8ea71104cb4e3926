// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/paths.h>
#include <argosy/client/signin.h>

class QWidget;

namespace argosy {

class DialogService;

/**
 * The policy of a program with windows: a command that was allowed before runs, any other is asked about first, with
 * the file that names it and the whole command line. What is allowed is remembered in session's Approvals; where that
 * cannot be written, the next run asks again. Both references have to outlive the policy.
 */
[[nodiscard]] CommandPolicy askBeforeRunning(const Paths& paths, DialogService& dialogs, QWidget* parent);

} // namespace argosy
