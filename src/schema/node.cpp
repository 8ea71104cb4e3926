// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

using namespace Qt::StringLiterals;

namespace argosy {

const SchemaNode* SchemaNode::child(const QString& key) const
{
    const auto property = properties.find(key);
    return property != properties.end() ? property->second.get() : additionalProperties.get();
}

QString toWord(SchemaNode::Type type)
{
    switch (type) {
    case SchemaNode::Type::Object: return u"object"_s;
    case SchemaNode::Type::Array: return u"array"_s;
    case SchemaNode::Type::String: return u"string"_s;
    case SchemaNode::Type::Integer: return u"integer"_s;
    case SchemaNode::Type::Number: return u"number"_s;
    case SchemaNode::Type::Boolean: return u"boolean"_s;
    case SchemaNode::Type::Any: break;
    }
    return u"any"_s;
}

namespace {

const SchemaNode* step(const SchemaNode& node, const FieldPath::Segment& segment)
{
    // The server names items of keyed lists and sets by selectors, [name="a"] and [="a"], which a path keeps as keys.
    if (node.items)
        return segment.isIndex() || segment.key.contains(u'=') ? node.items.get() : nullptr;
    return node.child(segment.isIndex() ? QString::number(segment.index) : segment.key);
}

} // namespace

const SchemaNode* nodeAt(const SchemaNode& root, const FieldPath& path)
{
    const SchemaNode* node = &root;
    for (const FieldPath::Segment& segment : path.segments()) {
        node = step(*node, segment);
        if (!node)
            return nullptr;
    }
    return node;
}

} // namespace argosy
