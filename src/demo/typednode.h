// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldset.h"

#include <argosy/schema/schema.h>

#include <tl/expected.hpp>

namespace argosy::demo {

/// What server-side apply takes a value for.
enum class Shape
{
    Map,
    List,
    Scalar
};

/// Null stands for a map where the schema leaves the shape open.
[[nodiscard]] Shape shapeOf(const SchemaNode& node, const Json& value);
[[nodiscard]] bool isAtomic(const SchemaNode& node, Shape shape);

/// The node of a value that may be anything.
[[nodiscard]] const SchemaNode& freeNode();
/// The node of a member, or null where the schema does not declare it.
[[nodiscard]] const SchemaNode* memberNode(const SchemaNode& map, const std::string& key);
/// True where the schema declares that member by its name.
[[nodiscard]] bool isNamed(const SchemaNode& map, const std::string& key);
[[nodiscard]] const SchemaNode& itemNode(const SchemaNode& list);

/// What identifies an item of a merged list, or why nothing does, as the server words it.
[[nodiscard]] tl::expected<PathElement, QString> itemElement(const SchemaNode& list, const Json& item);

} // namespace argosy::demo
