// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QByteArray>
#include <QStringList>

#include <nlohmann/json_fwd.hpp>

namespace argosy {

/// JSON whose keys keep their order: what people review must stay in the order they wrote.
using Json = nlohmann::ordered_json;

/// Parses one JSON text. Fails with Parse, naming line and column; never throws. Nesting above 512 is refused.
[[nodiscard]] Result<Json> parseJson(QByteArrayView text);
/// One line, UTF-8; bytes that are not UTF-8 become U+FFFD. Never throws.
[[nodiscard]] QByteArray toCompactJson(const Json& value);
/// Indented by two spaces.
[[nodiscard]] QByteArray toPrettyJson(const Json& value);

/// Reading without exceptions: the member, or null where the value is no object or lacks it. The reference lives as
/// long as `value`.
[[nodiscard]] const Json& member(const Json& value, std::string_view key);
/// The value at a JSON pointer ("/spec/limits/cpu"), or null.
[[nodiscard]] const Json& valueAt(const Json& value, std::string_view pointer);
/// The string at a JSON pointer, or an empty one where there is none or it is no string.
[[nodiscard]] QString textAt(const Json& value, std::string_view pointer);
/// The string, or an empty one where it is none.
[[nodiscard]] QString textOf(const Json& value);
/// The strings of an array; what is none is passed over.
[[nodiscard]] QStringList textsOf(const Json& list);
/// An array of them.
[[nodiscard]] Json jsonOf(const QStringList& texts);
/// The boolean true, and nothing else.
[[nodiscard]] bool isTrue(const Json& value);
/// True where both say the same, whatever the order of keys; 1 and 1.0 are the same number.
[[nodiscard]] bool sameJson(const Json& a, const Json& b);

} // namespace argosy
