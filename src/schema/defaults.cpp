// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

void fillObject(Json& value, const SchemaNode& node)
{
    for (const QString& name : node.propertyOrder) {
        const SchemaNode& child = *node.properties.at(name);
        const std::string key = name.toStdString();
        if (!child.defaultValue)
            continue;
        const auto present = value.find(key);
        if (present == value.end())
            value[key] = *child.defaultValue;
        else if (present->is_null() && !child.nullable)
            *present = *child.defaultValue;
    }
    for (auto& [key, item] : value.items()) {
        if (const SchemaNode* child = node.child(QString::fromStdString(key)))
            applyDefaults(item, *child);
    }
}

} // namespace

void applyDefaults(Json& value, const SchemaNode& node)
{
    if (value.is_object()) {
        fillObject(value, node);
    } else if (value.is_array() && node.items) {
        for (Json& item : value)
            applyDefaults(item, *node.items);
    }
}

} // namespace argosy
