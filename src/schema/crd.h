// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser.h"

namespace argosy {

/// The served versions of one kind, from a CustomResourceDefinition's spec or from a file of the catalogue, which has
/// the same shape. Fails with Parse, naming what is missing.
[[nodiscard]] Result<QList<KindSchema>> readCrdSpec(const Json& spec, SchemaParser& parser);

} // namespace argosy
