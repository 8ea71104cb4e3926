// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedvalue.h"

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

using Type = SchemaNode::Type;

SchemaNodePtr scalar(Type type, const QString& format = {})
{
    SchemaNode node;
    node.type = type;
    node.format = format;
    return std::make_shared<const SchemaNode>(std::move(node));
}

SchemaNodePtr stringWithDefault()
{
    SchemaNode node;
    node.type = Type::String;
    node.defaultValue = std::make_shared<const Json>("");
    return std::make_shared<const SchemaNode>(std::move(node));
}

SchemaNodePtr mapOfStrings()
{
    SchemaNode node;
    node.type = Type::Object;
    node.additionalProperties = scalar(Type::String);
    return std::make_shared<const SchemaNode>(std::move(node));
}

SchemaNodePtr ownerReferences()
{
    SchemaNode item;
    item.type = Type::Object;
    item.atomicMap = true;
    for (const QString& name : {u"apiVersion"_s, u"kind"_s, u"name"_s, u"uid"_s})
        item.properties[name] = stringWithDefault();
    item.properties[u"controller"_s] = scalar(Type::Boolean);
    item.properties[u"blockOwnerDeletion"_s] = item.properties[u"controller"_s];
    SchemaNode list;
    list.type = Type::Array;
    list.listType = SchemaNode::ListType::Map;
    list.listMapKeys = {u"uid"_s};
    list.items = std::make_shared<const SchemaNode>(std::move(item));
    return std::make_shared<const SchemaNode>(std::move(list));
}

SchemaNodePtr finalizers()
{
    SchemaNode list;
    list.type = Type::Array;
    list.listType = SchemaNode::ListType::Set;
    list.items = scalar(Type::String);
    return std::make_shared<const SchemaNode>(std::move(list));
}

/// meta/v1 ObjectMeta: a CRD's schema only says that metadata is an object.
SchemaNodePtr objectMeta()
{
    SchemaNode meta;
    meta.type = Type::Object;
    for (const QString& name :
        {u"name"_s, u"generateName"_s, u"namespace"_s, u"selfLink"_s, u"uid"_s, u"resourceVersion"_s})
        meta.properties[name] = scalar(Type::String);
    for (const QString& name : {u"creationTimestamp"_s, u"deletionTimestamp"_s})
        meta.properties[name] = scalar(Type::String, u"date-time"_s);
    for (const QString& name : {u"generation"_s, u"deletionGracePeriodSeconds"_s})
        meta.properties[name] = scalar(Type::Integer);
    meta.properties[u"labels"_s] = mapOfStrings();
    meta.properties[u"annotations"_s] = meta.properties[u"labels"_s];
    meta.properties[u"ownerReferences"_s] = ownerReferences();
    meta.properties[u"finalizers"_s] = finalizers();
    meta.properties[u"managedFields"_s] = std::make_shared<const SchemaNode>();
    return std::make_shared<const SchemaNode>(std::move(meta));
}

} // namespace

SchemaNode objectSchema(const SchemaNode& kind)
{
    static const SchemaNodePtr kMeta = objectMeta();
    static const SchemaNodePtr kString = scalar(Type::String);
    SchemaNode root = kind;
    // A kind without a schema stays open for fields of any name.
    root.preserveUnknownFields |= kind.properties.empty();
    root.type = Type::Object;
    root.properties[u"apiVersion"_s] = kString;
    root.properties[u"kind"_s] = kString;
    root.properties[u"metadata"_s] = kMeta;
    return root;
}

} // namespace argosy::demo
