// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace argosy::demo {

[[nodiscard]] inline std::string str(const QString& text)
{
    return text.toStdString();
}

[[nodiscard]] inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The string that a JSON value is, or an empty one.
[[nodiscard]] inline QString text(const Json& value)
{
    return value.is_string() ? text(std::string_view(value.get_ref<const std::string&>())) : QString();
}

/// As kubectl and the server quote: "…" with JSON's escapes.
[[nodiscard]] inline QString quoted(const QString& value)
{
    return QString::fromUtf8(toCompactJson(Json(str(value))));
}

} // namespace argosy::demo
