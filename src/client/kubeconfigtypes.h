// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include "kubeconfigparts.h"

namespace argosy {

/// What the fields say, with paths made absolute and base64 decoded; without warnings.
[[nodiscard]] Kubeconfig typedKubeconfig(const KubeconfigParts& parts);

} // namespace argosy
