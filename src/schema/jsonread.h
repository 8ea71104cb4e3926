// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <optional>

namespace argosy {

[[nodiscard]] inline QString text(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

[[nodiscard]] inline bool flag(const Json& value)
{
    return value.is_boolean() && value.get<bool>();
}

[[nodiscard]] inline QStringList texts(const Json& value)
{
    QStringList list;
    if (value.is_array()) {
        for (const Json& item : value)
            list.append(text(item));
    }
    return list;
}

template <class Number> [[nodiscard]] std::optional<Number> number(const Json& value)
{
    return value.is_number() ? std::optional(value.get<Number>()) : std::nullopt;
}

} // namespace argosy
