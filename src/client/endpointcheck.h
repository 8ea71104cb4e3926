// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

namespace argosy {

/// Why nobody can connect to this cluster or as this user, by kubectl's rules; nothing where one can. Opens no file.
[[nodiscard]] std::optional<Message> whyUnusable(const KubeCluster& cluster);
[[nodiscard]] std::optional<Message> whyUnusable(const KubeUser& user);

} // namespace argosy
