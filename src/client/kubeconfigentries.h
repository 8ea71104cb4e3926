// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

namespace argosy {

/// One kubeconfig text as it stands, without looking at what its contexts refer to. Fails with Parse.
[[nodiscard]] Result<Kubeconfig> readKubeconfigEntries(
    const QByteArray& yaml, const QString& folder, const QString& origin);

} // namespace argosy
