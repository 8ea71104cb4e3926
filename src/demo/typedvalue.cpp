// SPDX-License-Identifier: GPL-3.0-or-later
#include "typedvalue.h"

#include "typednode.h"

namespace argosy::demo {
namespace {

const Json* find(const Json& object, const std::string& key)
{
    if (!object.is_object())
        return nullptr;
    const auto it = object.find(key);
    return it != object.end() ? &*it : nullptr;
}

/// Where a schema lacks a field of a stored object, the field is treated as one of any shape.
const SchemaNode& nodeOrFree(const SchemaNode& map, const std::string& key)
{
    const SchemaNode* node = memberNode(map, key);
    return node != nullptr ? *node : freeNode();
}

bool isEmptyOrNull(const Json* value)
{
    return value == nullptr || !value->is_structured() || value->empty();
}

/// The items of a merged list by their identity. Of duplicates, which only a stored list can have, the first counts.
struct Items
{
    explicit Items(const Json* list, const SchemaNode& node)
    {
        if (list == nullptr || !list->is_array())
            return;
        for (const Json& item : *list) {
            const auto element = itemElement(node, item);
            if (element && values.emplace(*element, &item).second)
                order.push_back(*element);
        }
    }
    [[nodiscard]] const Json* at(const PathElement& element) const
    {
        const auto it = values.find(element);
        return it != values.end() ? it->second : nullptr;
    }

    std::vector<PathElement> order;
    std::map<PathElement, const Json*> values;
};

class FieldCollector final
{
public:
    static FieldSet collect(const Json& value, const SchemaNode& node)
    {
        const Shape shape = shapeOf(node, value);
        if (shape == Shape::Map)
            return ofMap(value, node);
        return shape == Shape::List ? ofList(value, node) : FieldSet();
    }

private:
    static bool isLeaf(const Json& value, const SchemaNode& node)
    {
        return isAtomic(node, shapeOf(node, value)) || value.is_null() || (value.is_object() && value.empty());
    }

    static FieldSet ofMap(const Json& value, const SchemaNode& node)
    {
        FieldSet result;
        if (!value.is_object())
            return result;
        for (const auto& [name, member] : value.items()) {
            const PathElement element = PathElement::field(name);
            const SchemaNode& below = nodeOrFree(node, name);
            // Members of a map with free keys are things of their own: whoever writes into one owns it too.
            if (isLeaf(member, below) || !isNamed(node, name))
                result.insertMember(element);
            if (!isAtomic(below, shapeOf(below, member)))
                result.setChild(element, collect(member, below));
        }
        return result;
    }

    static FieldSet ofList(const Json& value, const SchemaNode& node)
    {
        FieldSet result;
        const Items items(&value, node);
        for (const PathElement& element : items.order) {
            const Json& item = *items.at(element);
            const SchemaNode& below = itemNode(node);
            result.insertMember(element);
            if (!isAtomic(below, shapeOf(below, item)))
                result.setChild(element, collect(item, below));
        }
        return result;
    }
};

class Comparer final
{
public:
    void compare(const Json* before, const Json* after, const SchemaNode& node)
    {
        Q_ASSERT(before != nullptr || after != nullptr);
        const Shape shape = shapeOf(node, after != nullptr ? *after : *before);
        const bool reshaped = before != nullptr && after != nullptr && shapeOf(node, *before) != shape;
        const bool bothEmpty = isEmptyOrNull(before) && isEmptyOrNull(after);
        const bool leaf = reshaped || bothEmpty || isAtomic(node, shape);
        if (before == nullptr)
            m_result.added.insert(m_path);
        else if (after == nullptr)
            m_result.removed.insert(m_path);
        else if (leaf && !sameJson(*before, *after))
            m_result.modified.insert(m_path);
        if (!leaf && shape == Shape::List)
            return compareLists(before, after, node);
        if (!bothEmpty && (!leaf || reshaped) && !node.atomicMap)
            compareMaps(before, after, node);
    }

    Comparison take() { return std::move(m_result); }

private:
    void descend(const PathElement& element, const Json* before, const Json* after, const SchemaNode& node)
    {
        m_path.push_back(element);
        compare(before, after, node);
        m_path.pop_back();
    }

    void compareMaps(const Json* before, const Json* after, const SchemaNode& node)
    {
        if (before != nullptr && before->is_object()) {
            for (const auto& [name, member] : before->items())
                descend(PathElement::field(name), &member, after != nullptr ? find(*after, name) : nullptr,
                    nodeOrFree(node, name));
        }
        if (after == nullptr || !after->is_object())
            return;
        for (const auto& [name, member] : after->items()) {
            if (before == nullptr || find(*before, name) == nullptr)
                descend(PathElement::field(name), nullptr, &member, nodeOrFree(node, name));
        }
    }

    void compareLists(const Json* before, const Json* after, const SchemaNode& node)
    {
        const Items old(before, node);
        const Items now(after, node);
        for (const PathElement& element : old.order)
            descend(element, old.at(element), now.at(element), itemNode(node));
        for (const PathElement& element : now.order) {
            if (old.at(element) == nullptr)
                descend(element, nullptr, now.at(element), itemNode(node));
        }
    }

    Path m_path;
    Comparison m_result;
};

class Merger final
{
public:
    static Json merge(const Json* live, const Json* applied, const SchemaNode& node)
    {
        if (applied == nullptr)
            return *live;
        if (live == nullptr)
            return *applied;
        const Shape shape = shapeOf(node, *applied);
        const bool replaced =
            shapeOf(node, *live) != shape || isAtomic(node, shape) || (isEmptyOrNull(live) && isEmptyOrNull(applied));
        if (replaced)
            return *applied;
        return shape == Shape::Map ? mergeMaps(*live, *applied, node) : mergeLists(*live, *applied, node);
    }

private:
    static Json mergeMaps(const Json& live, const Json& applied, const SchemaNode& node)
    {
        Json result = live.is_object() ? live : Json::object();
        if (!applied.is_object())
            return result;
        for (const auto& [name, member] : applied.items())
            result[name] = merge(find(live, name), &member, nodeOrFree(node, name));
        return result;
    }

    /// Shared items come in the applied order; items that only the live list has keep their place between them.
    static Json mergeLists(const Json& live, const Json& applied, const SchemaNode& node)
    {
        const Items old(&live, node);
        const Items now(&applied, node);
        Json result = Json::array();
        size_t next = 0; // of now.order
        const auto takeThrough = [&](const PathElement& element) {
            while (next < now.order.size()) {
                const PathElement& current = now.order[next++];
                result.push_back(merge(old.at(current), now.at(current), itemNode(node)));
                if (current == element)
                    return;
            }
        };
        for (const PathElement& element : old.order) {
            if (now.at(element) == nullptr)
                result.push_back(*old.at(element));
            else if (isNextShared(old, now, next, element))
                takeThrough(element);
        }
        while (next < now.order.size())
            takeThrough(now.order.back());
        return result;
    }

    /// True where `element` is the first of the remaining applied items that the live list has as well.
    static bool isNextShared(const Items& old, const Items& now, size_t next, const PathElement& element)
    {
        const auto begin = now.order.begin() + static_cast<std::ptrdiff_t>(next);
        const auto shared =
            std::find_if(begin, now.order.end(), [&](const PathElement& e) { return old.at(e) != nullptr; });
        return shared != now.order.end() && *shared == element;
    }
};

Json without(const Json& value, const FieldSet& fields, const SchemaNode& node);

Json listWithout(const Json& list, const FieldSet& fields, const SchemaNode& node)
{
    Json result = Json::array();
    for (const Json& item : list) {
        const auto element = itemElement(node, item);
        if (element && fields.hasMember(*element))
            continue;
        const FieldSet* below = element ? fields.child(*element) : nullptr;
        result.push_back(below != nullptr ? without(item, *below, itemNode(node)) : item);
    }
    return result.empty() ? Json() : result;
}

Json mapWithout(const Json& map, const FieldSet& fields, const SchemaNode& node)
{
    Json result = Json::object();
    for (const auto& [name, member] : map.items()) {
        const PathElement element = PathElement::field(name);
        if (fields.hasMember(element))
            continue;
        const FieldSet* below = fields.child(element);
        result[name] = below != nullptr ? without(member, *below, nodeOrFree(node, name)) : member;
    }
    return result.empty() ? Json() : result;
}

Json without(const Json& value, const FieldSet& fields, const SchemaNode& node)
{
    const Shape shape = shapeOf(node, value);
    if (shape == Shape::Scalar)
        return value;
    if (isAtomic(node, shape) || isEmptyOrNull(&value))
        return {};
    return shape == Shape::Map ? mapWithout(value, fields, node) : listWithout(value, fields, node);
}

} // namespace

FieldSet fieldsOf(const Json& value, const SchemaNode& schema)
{
    return FieldCollector::collect(value, schema);
}

Comparison compareValues(const Json& before, const Json& after, const SchemaNode& schema)
{
    Comparer comparer;
    comparer.compare(&before, &after, schema);
    return comparer.take();
}

Json mergeValues(const Json& live, const Json& applied, const SchemaNode& schema)
{
    return Merger::merge(&live, &applied, schema);
}

Json withoutFields(const Json& value, const FieldSet& fields, const SchemaNode& schema)
{
    return fields.isEmpty() ? value : without(value, fields, schema);
}

FieldSet withNamedParents(const FieldSet& fields, const SchemaNode& schema)
{
    FieldSet result = fields;
    for (const auto& [element, below] : fields.children()) {
        const std::string name(element.content());
        if (!element.isField()) {
            result.setChild(element, withNamedParents(below, itemNode(schema)));
            continue;
        }
        if (isNamed(schema, name))
            result.insertMember(element);
        result.setChild(element, withNamedParents(below, nodeOrFree(schema, name)));
    }
    return result;
}

} // namespace argosy::demo
