// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>
#include <optional>

namespace argosy {

/// A duration as Karpenter's kinds take it: whole numbers of h, m and s, at least one ("2160h", "1h30m"). Nothing for
/// any other text.
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(QStringView text);

} // namespace argosy
