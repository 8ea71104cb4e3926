// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include "credential.h"

namespace argosy {

/// What an exec plugin finds in KUBERNETES_EXEC_INFO: an ExecCredential whose spec says whether it may ask on the
/// terminal, and what it may know of the cluster where it asks for that. `authority` is PEM, empty for the system's.
[[nodiscard]] QByteArray execInfo(
    const ExecPlugin& plugin, const KubeCluster& cluster, const QByteArray& authority, bool interactive);

/// The credential in what an exec plugin printed. Fails with Unauthenticated, saying what is wrong with it and never
/// what it says.
[[nodiscard]] Result<Credential> execCredential(const ExecPlugin& plugin, const Secret& printed);

} // namespace argosy
