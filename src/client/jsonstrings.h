// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QStringList>

#include <nlohmann/json.hpp>

namespace argosy {

/// The strings of a list; anything else is passed over.
[[nodiscard]] inline QStringList stringsIn(const Json& list)
{
    QStringList found;
    for (const Json& item : list)
        if (item.is_string())
            found.append(QString::fromStdString(item.get_ref<const std::string&>()));
    return found;
}

} // namespace argosy
