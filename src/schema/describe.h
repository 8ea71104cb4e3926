// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// A copy of `root` with descriptions. `descriptions` maps paths to texts: "spec.taints[].key" is a field of a list's
/// items, and "spec.tags.*" is a value of a map. Paths that the schema lacks are passed over: versions differ. Nodes
/// off the paths stay shared.
[[nodiscard]] SchemaNodePtr described(const SchemaNodePtr& root, const QHash<QString, QString>& descriptions);

} // namespace argosy
