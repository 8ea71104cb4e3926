// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// The node as OpenAPI v3 JSON, as a CRD has it in openAPIV3Schema, without references. parseSchema(toOpenApi(x)) is x.
/// Shared nodes are written at each of their places. Thread-safe.
[[nodiscard]] Json toOpenApi(const SchemaNode& node);

/// The CustomResourceDefinition that serves these versions, as an API server accepts it: of metadata only the
/// restrictions of name and generateName are kept, because a CRD may state no more. Where not exactly one version is
/// the stored one, the first is. All `versions` must be of one kind, and there must be one.
[[nodiscard]] Json toCrd(const QList<KindSchema>& versions);

} // namespace argosy
