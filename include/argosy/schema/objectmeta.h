// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// The fields of metadata (meta/v1 ObjectMeta), which a CRD does not list because every object has them. Thread-safe.
[[nodiscard]] const SchemaNodePtr& objectMetaSchema();

} // namespace argosy
