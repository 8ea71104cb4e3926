// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/client/kubeconfig.h>

namespace argosy {

/// The value of the Authorization header, empty where the user has none. A token file is read at every call, because
/// the token in it is replaced before it expires; where it cannot be read, the token beside it counts. Fails with Io or
/// Unauthenticated, naming the file.
[[nodiscard]] Result<Secret> authorization(const KubeUser& user);

} // namespace argosy
