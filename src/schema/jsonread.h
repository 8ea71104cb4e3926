// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <optional>

namespace argosy {

template <class Number> [[nodiscard]] std::optional<Number> number(const Json& value)
{
    return value.is_number() ? std::optional(value.get<Number>()) : std::nullopt;
}

} // namespace argosy
