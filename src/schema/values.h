// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// A value as a message shows it: strings bare, all else as JSON, long ones cut.
[[nodiscard]] QString shown(const Json& value);
[[nodiscard]] QString shown(double value);
/// A path as a message shows it; the root is ".".
[[nodiscard]] QString shown(const FieldPath& at);

/// True for a whole number, also one that is written with a point: the server takes 1.0 for 1.
[[nodiscard]] bool isInteger(const Json& value);
/// True where a number lies within what an integer format can hold, and for every other format.
[[nodiscard]] bool fitsFormat(const Json& value, const QString& format);
[[nodiscard]] bool isOf(const Json& value, SchemaNode::Type type);
/// The word for a value's type, "null" included.
[[nodiscard]] QString typeName(const Json& value);
/// The same scalar in the wanted type where there is no doubt about it, else empty.
[[nodiscard]] QString asType(const Json& value, SchemaNode::Type wanted);

/// What makes an item of a keyed list the same as another: its keys' values, an absent one being its default.
[[nodiscard]] Json keyOf(const Json& item, const SchemaNode& list);
/// A text that two values share where they are equal, whatever the order of keys.
[[nodiscard]] QByteArray identity(const Json& value);

} // namespace argosy
