// SPDX-License-Identifier: GPL-3.0-or-later
#include "typednode.h"

#include "text.h"

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

using Item = tl::expected<PathElement, QString>;

Item keyedElement(const SchemaNode& list, const Json& item)
{
    if (item.is_null())
        return tl::unexpected(u"associative list with keys may not have a null element"_s);
    if (!item.is_object())
        return tl::unexpected(u"associative list with keys may not have non-map elements"_s);
    Json keys = Json::object();
    QStringList names;
    for (const QString& name : list.listMapKeys) {
        names.append(quoted(name));
        if (const auto found = item.find(str(name)); found != item.end()) {
            keys[str(name)] = *found;
            continue;
        }
        const SchemaNode* node = memberNode(itemNode(list), str(name));
        if (node != nullptr && node->defaultValue)
            keys[str(name)] = *node->defaultValue;
    }
    if (keys.empty())
        return tl::unexpected(u"associative list with keys has an element that omits all key fields ["_s
            + names.join(u' ') + u"] (and doesn't have default values for any key fields)"_s);
    return PathElement::key(keys);
}

Item setElement(const Json& item)
{
    if (item.is_object())
        return tl::unexpected(u"associative list without keys has an element that's a map type"_s);
    if (item.is_array())
        return tl::unexpected(u"not supported: associative list with lists as elements"_s);
    if (item.is_null())
        return tl::unexpected(u"associative list without keys has an element that's an explicit null"_s);
    return PathElement::value(item);
}

} // namespace

Shape shapeOf(const SchemaNode& node, const Json& value)
{
    switch (node.type) {
    case SchemaNode::Type::Object: return Shape::Map;
    case SchemaNode::Type::Array: return Shape::List;
    case SchemaNode::Type::Any: break;
    default: return Shape::Scalar;
    }
    if (value.is_array())
        return Shape::List;
    return value.is_object() || value.is_null() ? Shape::Map : Shape::Scalar;
}

bool isAtomic(const SchemaNode& node, Shape shape)
{
    if (shape == Shape::Map)
        return node.atomicMap;
    return shape == Shape::Scalar || node.listType == SchemaNode::ListType::Atomic;
}

const SchemaNode& freeNode()
{
    static const SchemaNode node;
    return node;
}

bool isNamed(const SchemaNode& map, const std::string& key)
{
    return map.properties.contains(text(std::string_view(key)));
}

const SchemaNode* memberNode(const SchemaNode& map, const std::string& key)
{
    if (const auto found = map.properties.find(text(std::string_view(key))); found != map.properties.end())
        return found->second.get();
    if (map.additionalProperties)
        return map.additionalProperties.get();
    const bool open = map.preserveUnknownFields || map.properties.empty() || map.type == SchemaNode::Type::Any;
    return open ? &freeNode() : nullptr;
}

const SchemaNode& itemNode(const SchemaNode& list)
{
    return list.items ? *list.items : freeNode();
}

Item itemElement(const SchemaNode& list, const Json& item)
{
    return list.listMapKeys.isEmpty() ? setElement(item) : keyedElement(list, item);
}

} // namespace argosy::demo
