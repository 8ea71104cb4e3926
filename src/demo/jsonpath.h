// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>

namespace argosy::demo {

/// The first value that a printer column's JSONPath finds, or null: members, escaped dots ("\."), ['name'], [0], [-1],
/// [*] and filters like [?(@.type=="Ready")]. What the subset does not know finds nothing.
[[nodiscard]] const Json* findFirst(const Json& root, const QString& path);

} // namespace argosy::demo
