// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/platform/settings.h>

#include <nlohmann/json.hpp>

namespace argosy {

[[nodiscard]] inline Json text(const QString& value)
{
    return value.toStdString();
}

/// Sets a member unless the value is empty: an empty setting leaves its field to the server.
inline void put(Json& object, const char* key, const QString& value)
{
    if (!value.isEmpty())
        object[key] = text(value);
}

/// The same one level deeper, without leaving an empty block behind.
inline void put(Json& object, const char* block, const char* key, const QString& value)
{
    if (!value.isEmpty())
        object[block][key] = text(value);
}

inline void put(Json& object, const char* key, const QStringList& values)
{
    for (const QString& value : values)
        object[key].push_back(text(value));
}

inline void put(Json& object, const char* key, const StringMap& values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object[key][it.key().toStdString()] = text(it.value());
}

/// apiVersion, kind and metadata.name, with the namespace where there is one.
[[nodiscard]] inline Json objectHead(
    const QString& apiVersion, const char* kind, const QString& name, const QString& nameSpace = {})
{
    Json head;
    head["apiVersion"] = text(apiVersion);
    head["kind"] = kind;
    head["metadata"]["name"] = text(name);
    put(head["metadata"], "namespace", nameSpace);
    return head;
}

} // namespace argosy
