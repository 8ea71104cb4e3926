// SPDX-License-Identifier: GPL-3.0-or-later
#include "sameschema.h"

#include <nlohmann/json.hpp>

#include <tuple>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

auto scalarsOf(const SchemaNode& n)
{
    return std::tie(n.type, n.nullable, n.intOrString, n.preserveUnknownFields, n.embeddedResource, n.format,
        n.description, n.propertyOrder, n.required, n.listType, n.listMapKeys, n.atomicMap, n.minimum, n.maximum,
        n.exclusiveMinimum, n.exclusiveMaximum, n.multipleOf, n.minLength, n.maxLength, n.minItems, n.maxItems,
        n.minProperties, n.maxProperties, n.pattern, n.uniqueItems, n.rules);
}

bool sameValue(const std::shared_ptr<const Json>& a, const std::shared_ptr<const Json>& b)
{
    return a && b ? *a == *b : a == b;
}

QString compare(const SchemaNodePtr& a, const SchemaNodePtr& b, const QString& at)
{
    if (!a || !b)
        return a == b ? QString() : at;
    return firstDifference(*a, *b, at);
}

QString compare(const QList<SchemaNodePtr>& a, const QList<SchemaNodePtr>& b, const QString& at)
{
    if (a.size() != b.size())
        return at;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (const QString found = compare(a.at(i), b.at(i), at + u'/' + QString::number(i)); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString firstDifference(const SchemaNode& a, const SchemaNode& b, const QString& at)
{
    if (scalarsOf(a) != scalarsOf(b) || !sameValue(a.defaultValue, b.defaultValue)
        || !std::ranges::equal(a.enumeration, b.enumeration, sameValue) || a.properties.size() != b.properties.size())
        return at;
    for (const auto& [name, node] : a.properties) {
        const auto other = b.properties.find(name);
        if (other == b.properties.end())
            return at + u'/' + name;
        if (const QString found = compare(node, other->second, at + u'/' + name); !found.isEmpty())
            return found;
    }
    for (const QString& found : {compare(a.additionalProperties, b.additionalProperties, at + u"/*"_s),
             compare(a.items, b.items, at + u"/[]"_s), compare(a.notNode, b.notNode, at + u"/not"_s),
             compare(a.allOf, b.allOf, at + u"/allOf"_s), compare(a.anyOf, b.anyOf, at + u"/anyOf"_s),
             compare(a.oneOf, b.oneOf, at + u"/oneOf"_s)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace argosy
