// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <optional>
#include <string_view>

namespace argosy {

/// What kubectl takes an unquoted scalar for. Numbers without a fraction are integers, as they are in the JSON that it
/// sends; infinity and NaN come back as such, though JSON has no place for them.
[[nodiscard]] Json resolvePlain(std::string_view text);

/// The value of a scalar with that tag; nothing where the text is no such value. Tags that are not YAML's own mean
/// text.
[[nodiscard]] std::optional<Json> resolveTagged(const QByteArray& tag, std::string_view text);

/// How kubectl spells a scalar as a key of JSON; nothing for null, which it refuses.
[[nodiscard]] std::optional<std::string> jsonKey(const Json& scalar);

/// True where every reader of YAML 1.1 or 1.2 takes the unquoted text for a string. Says nothing about its characters.
[[nodiscard]] bool readsAsText(std::string_view text);

} // namespace argosy
