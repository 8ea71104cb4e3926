// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// Says of a kind that `schemas` lacks why that may be: another version, a spelling, or software that is not installed.
[[nodiscard]] Problem unknownKind(const Gvk& gvk, const SchemaSet& schemas);

} // namespace argosy
