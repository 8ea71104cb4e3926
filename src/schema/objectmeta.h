// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// A copy of an object's schema with the fields of metadata, restricted as the schema's own metadata says.
[[nodiscard]] SchemaNodePtr withObjectMeta(const SchemaNode& root);
/// What a CRD may say of metadata: the inverse of withObjectMeta.
[[nodiscard]] SchemaNodePtr withoutObjectMeta(const SchemaNode& root);

/// What a server demands of metadata beyond its schema: the syntax of names, labels and annotations, no managedFields.
[[nodiscard]] QList<Problem> validateObjectMeta(const Json& metadata, const GroupKind& kind);

} // namespace argosy
