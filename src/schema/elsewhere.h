// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// Where else a document has a field of that name, "spec.template.spec.taints" or "spec.pools[].size": the one nearest
/// to the root. Empty where there is none or where several are equally near; status and metadata do not count.
[[nodiscard]] QString placeOf(const QString& name, const SchemaNode& root);

} // namespace argosy
