// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace argosy {

/// Ends a process that nobody waits for any more, in silence, and deletes it once it has ended: its own destructor
/// would wait.
void abandon(QProcess* process);

} // namespace argosy
