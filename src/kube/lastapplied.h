// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace argosy {

/// The annotation in which `kubectl apply` keeps the whole object as it was applied, secrets too.
inline constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

} // namespace argosy
