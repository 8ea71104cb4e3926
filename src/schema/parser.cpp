// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser.h"

#include "jsonread.h"

namespace argosy {

namespace {

/// Chains of references are foreign bytes; no real schema comes near this.
constexpr qsizetype kMaxOpenReferences = 256;

SchemaNode::Type typeOf(const Json& schema)
{
    using Type = SchemaNode::Type;
    static const QHash<QString, Type> types{
        {QStringLiteral("object"), Type::Object},
        {QStringLiteral("array"), Type::Array},
        {QStringLiteral("string"), Type::String},
        {QStringLiteral("integer"), Type::Integer},
        {QStringLiteral("number"), Type::Number},
        {QStringLiteral("boolean"), Type::Boolean},
    };
    return types.value(textOf(member(schema, "type")), Type::Any);
}

std::shared_ptr<const Json> copyOf(const Json& value)
{
    return std::make_shared<const Json>(value);
}

SchemaNodePtr anything()
{
    auto node = std::make_shared<SchemaNode>();
    node->preserveUnknownFields = true;
    return node;
}

CelRule ruleOf(const Json& json)
{
    return {
        .rule = textOf(member(json, "rule")),
        .message = textOf(member(json, "message")),
        .messageExpression = textOf(member(json, "messageExpression")),
        .reason = textOf(member(json, "reason")),
        .fieldPath = textOf(member(json, "fieldPath")),
        .optionalOldSelf = isTrue(member(json, "optionalOldSelf")),
    };
}

void readExtensions(const Json& schema, SchemaNode& node)
{
    node.intOrString = isTrue(member(schema, "x-kubernetes-int-or-string"));
    node.preserveUnknownFields = isTrue(member(schema, "x-kubernetes-preserve-unknown-fields"));
    node.embeddedResource = isTrue(member(schema, "x-kubernetes-embedded-resource"));
    const QString listType = textOf(member(schema, "x-kubernetes-list-type"));
    if (listType == u"set")
        node.listType = SchemaNode::ListType::Set;
    else if (listType == u"map")
        node.listType = SchemaNode::ListType::Map;
    node.listMapKeys = textsOf(member(schema, "x-kubernetes-list-map-keys"));
    node.atomicMap = textOf(member(schema, "x-kubernetes-map-type")) == u"atomic";
    if (const Json& rules = member(schema, "x-kubernetes-validations"); rules.is_array()) {
        for (const Json& rule : rules)
            node.rules.append(ruleOf(rule));
    }
}

void readBounds(const Json& schema, SchemaNode& node)
{
    node.minimum = number<double>(member(schema, "minimum"));
    node.maximum = number<double>(member(schema, "maximum"));
    node.exclusiveMinimum = isTrue(member(schema, "exclusiveMinimum"));
    node.exclusiveMaximum = isTrue(member(schema, "exclusiveMaximum"));
    node.multipleOf = number<double>(member(schema, "multipleOf"));
    node.minLength = number<qint64>(member(schema, "minLength"));
    node.maxLength = number<qint64>(member(schema, "maxLength"));
    node.minItems = number<qint64>(member(schema, "minItems"));
    node.maxItems = number<qint64>(member(schema, "maxItems"));
    node.minProperties = number<qint64>(member(schema, "minProperties"));
    node.maxProperties = number<qint64>(member(schema, "maxProperties"));
    node.pattern = textOf(member(schema, "pattern"));
    node.uniqueItems = isTrue(member(schema, "uniqueItems"));
    if (const Json& values = member(schema, "enum"); values.is_array()) {
        for (const Json& value : values)
            node.enumeration.append(copyOf(value));
    }
}

/// Says of a node what stands beside a reference to it.
void readAnnotations(const Json& schema, SchemaNode& node)
{
    if (const QString description = textOf(member(schema, "description")); !description.isEmpty())
        node.description = description;
    if (const auto value = schema.find("default"); value != schema.end() && !value->is_null())
        node.defaultValue = copyOf(*value);
    node.nullable = node.nullable || isTrue(member(schema, "nullable"));
}

/// The reference in OpenAPI's way of adding a description or a default to one: allOf with a single item.
QString wrappedReference(const Json& schema)
{
    const Json& all = member(schema, "allOf");
    if (!all.is_array() || all.size() != 1 || schema.contains("type") || schema.contains("properties"))
        return {};
    return textOf(member(all.front(), "$ref"));
}

} // namespace

SchemaParser::SchemaParser(Resolve resolve)
    : m_resolve(std::move(resolve))
{ }

SchemaNodePtr SchemaParser::parse(const Json& schema)
{
    if (const QString reference = textOf(member(schema, "$ref")); !reference.isEmpty())
        return referred(reference);
    if (const QString reference = wrappedReference(schema); !reference.isEmpty())
        return extended(schema, reference);
    auto node = std::make_shared<SchemaNode>();
    node->type = typeOf(schema);
    node->format = textOf(member(schema, "format"));
    readAnnotations(schema, *node);
    readExtensions(schema, *node);
    readBounds(schema, *node);
    readStructure(schema, *node);
    return node;
}

SchemaNodePtr SchemaParser::referred(const QString& reference)
{
    if (const auto known = m_known.constFind(reference); known != m_known.constEnd())
        return *known;
    const Json* schema = m_resolve ? m_resolve(reference) : nullptr;
    if (!schema || !schema->is_object() || m_open.contains(reference) || m_open.size() >= kMaxOpenReferences)
        return anything();
    m_open.insert(reference);
    SchemaNodePtr node = parse(*schema);
    m_open.remove(reference);
    m_known.insert(reference, node);
    return node;
}

SchemaNodePtr SchemaParser::extended(const Json& schema, const QString& reference)
{
    auto node = std::make_shared<SchemaNode>(*referred(reference));
    readAnnotations(schema, *node);
    return node;
}

SchemaNodePtr SchemaParser::part(const Json& schema)
{
    if (schema.is_object())
        return parse(schema);
    return isTrue(schema) ? anything() : nullptr;
}

QList<SchemaNodePtr> SchemaParser::parts(const Json& list)
{
    QList<SchemaNodePtr> nodes;
    if (list.is_array()) {
        for (const Json& schema : list) {
            if (SchemaNodePtr node = part(schema))
                nodes.append(std::move(node));
        }
    }
    return nodes;
}

void SchemaParser::readStructure(const Json& schema, SchemaNode& node)
{
    if (const Json& properties = member(schema, "properties"); properties.is_object()) {
        for (const auto& [key, value] : properties.items()) {
            const SchemaNodePtr child = part(value);
            const QString name = QString::fromStdString(key);
            if (child && node.properties.emplace(name, child).second)
                node.propertyOrder.append(name);
        }
    }
    node.required = textsOf(member(schema, "required"));
    node.additionalProperties = part(member(schema, "additionalProperties"));
    node.items = part(member(schema, "items"));
    node.notNode = part(member(schema, "not"));
    node.allOf = parts(member(schema, "allOf"));
    node.oneOf = parts(member(schema, "oneOf"));
    // Beside int-or-string, anyOf says nothing else than integer or string.
    if (!node.intOrString)
        node.anyOf = parts(member(schema, "anyOf"));
}

Result<SchemaNodePtr> parseSchema(
    const Json& schema, const std::function<const Json*(const QString& reference)>& resolve)
{
    if (!schema.is_object())
        return fail(ErrorKind::Parse, message("schema", "A schema must be a JSON object."));
    return SchemaParser(resolve).parse(schema);
}

} // namespace argosy
