// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/openapi.h>

#include "jsonread.h"

namespace argosy {

namespace {

void putText(Json& out, const char* key, const QString& value)
{
    if (!value.isEmpty())
        out[key] = value.toStdString();
}

void putFlag(Json& out, const char* key, bool value)
{
    if (value)
        out[key] = true;
}

void putTexts(Json& out, const char* key, const QStringList& values)
{
    if (values.isEmpty())
        return;
    Json& list = out[key] = Json::array();
    for (const QString& value : values)
        list.push_back(value.toStdString());
}

template <class Number> void putNumber(Json& out, const char* key, const std::optional<Number>& value)
{
    if (value)
        out[key] = *value;
}

/// A bound without its point where it is a whole number: 1, not 1.0.
void putBound(Json& out, const char* key, const std::optional<double>& value)
{
    constexpr double kExact = 9007199254740992.0;
    if (value && *value >= -kExact && *value <= kExact && *value == static_cast<double>(static_cast<qint64>(*value)))
        out[key] = static_cast<qint64>(*value);
    else
        putNumber(out, key, value);
}

void putNode(Json& out, const char* key, const SchemaNodePtr& node)
{
    if (node)
        out[key] = toOpenApi(*node);
}

void putNodes(Json& out, const char* key, const QList<SchemaNodePtr>& nodes)
{
    if (nodes.isEmpty())
        return;
    Json& list = out[key] = Json::array();
    for (const SchemaNodePtr& node : nodes)
        list.push_back(toOpenApi(*node));
}

void putRules(Json& out, const QList<CelRule>& rules)
{
    if (rules.isEmpty())
        return;
    Json& list = out["x-kubernetes-validations"] = Json::array();
    for (const CelRule& rule : rules) {
        Json& json = list.emplace_back(Json::object());
        putText(json, "rule", rule.rule);
        putText(json, "message", rule.message);
        putText(json, "messageExpression", rule.messageExpression);
        putText(json, "reason", rule.reason);
        putText(json, "fieldPath", rule.fieldPath);
        putFlag(json, "optionalOldSelf", rule.optionalOldSelf);
    }
}

void putKubernetes(Json& out, const SchemaNode& node)
{
    putFlag(out, "x-kubernetes-preserve-unknown-fields", node.preserveUnknownFields);
    putFlag(out, "x-kubernetes-embedded-resource", node.embeddedResource);
    if (node.listType == SchemaNode::ListType::Set)
        out["x-kubernetes-list-type"] = "set";
    else if (node.listType == SchemaNode::ListType::Map)
        out["x-kubernetes-list-type"] = "map";
    putTexts(out, "x-kubernetes-list-map-keys", node.listMapKeys);
    if (node.atomicMap)
        out["x-kubernetes-map-type"] = "atomic";
    putRules(out, node.rules);
}

void putBounds(Json& out, const SchemaNode& node)
{
    putBound(out, "minimum", node.minimum);
    putBound(out, "maximum", node.maximum);
    putFlag(out, "exclusiveMinimum", node.exclusiveMinimum);
    putFlag(out, "exclusiveMaximum", node.exclusiveMaximum);
    putBound(out, "multipleOf", node.multipleOf);
    putNumber(out, "minLength", node.minLength);
    putNumber(out, "maxLength", node.maxLength);
    putNumber(out, "minItems", node.minItems);
    putNumber(out, "maxItems", node.maxItems);
    putNumber(out, "minProperties", node.minProperties);
    putNumber(out, "maxProperties", node.maxProperties);
    putText(out, "pattern", node.pattern);
    putFlag(out, "uniqueItems", node.uniqueItems);
    for (const auto& value : node.enumeration)
        out["enum"].push_back(*value);
    if (node.defaultValue)
        out["default"] = *node.defaultValue;
}

void putStructure(Json& out, const SchemaNode& node)
{
    putTexts(out, "required", node.required);
    putNodes(out, "allOf", node.allOf);
    putNodes(out, "anyOf", node.anyOf);
    putNodes(out, "oneOf", node.oneOf);
    putNode(out, "not", node.notNode);
    putNode(out, "items", node.items);
    putNode(out, "additionalProperties", node.additionalProperties);
    if (node.propertyOrder.isEmpty())
        return;
    Json& properties = out["properties"] = Json::object();
    for (const QString& name : node.propertyOrder)
        properties[name.toStdString()] = toOpenApi(*node.properties.at(name));
}

/// What people and kubectl explain expect to see beside int-or-string.
Json integerOrString()
{
    return Json::array({{{"type", "integer"}}, {{"type", "string"}}});
}

} // namespace

Json toOpenApi(const SchemaNode& node)
{
    Json out = Json::object();
    putText(out, "description", node.description);
    if (node.type != SchemaNode::Type::Any)
        putText(out, "type", toWord(node.type));
    putText(out, "format", node.format);
    putFlag(out, "nullable", node.nullable);
    if (node.intOrString) {
        out["x-kubernetes-int-or-string"] = true;
        out["anyOf"] = integerOrString();
    }
    putKubernetes(out, node);
    putBounds(out, node);
    putStructure(out, node);
    return out;
}

} // namespace argosy
