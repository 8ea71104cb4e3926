// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/paths.h>
#include <argosy/client/kubeconfig.h>

namespace argosy {

/**
 * The commands that a person has allowed to sign in, each for the kubeconfig that names it: another file, another
 * command, other arguments or other variables are a new question. Kept in approvals.json in the folder of the
 * configuration, for both programs. A window's CommandPolicy answers by isAllowed(), and asks and calls allow() where
 * that is false.
 */
class Approvals final
{
public:
    explicit Approvals(const Paths& paths);

    /// False too where the list cannot be read.
    [[nodiscard]] bool isAllowed(const ExecPlugin& command) const;
    /// Fails with Io where the list cannot be written, and with Parse where it is not ours to overwrite.
    [[nodiscard]] Result<> allow(const ExecPlugin& command);

private:
    QString m_file;
};

} // namespace argosy
