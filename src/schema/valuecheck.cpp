// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuecheck.h"

#include "elsewhere.h"
#include "formats.h"
#include "jsonread.h"
#include "nearest.h"
#include "patternwords.h"
#include "values.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Type = SchemaNode::Type;

bool below(qsizetype count, const std::optional<qint64>& least)
{
    return least && count < *least;
}

bool above(qsizetype count, const std::optional<qint64>& most)
{
    return most && count > *most;
}

int asCount(const std::optional<qint64>& limit)
{
    return static_cast<int>(std::min<qint64>(*limit, std::numeric_limits<int>::max()));
}

} // namespace

void ValueCheck::check(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    if (value.is_null())
        return checkNull(node, at);
    if (!checkType(value, node, at))
        return;
    if (value.is_object())
        checkObject(value, node, at);
    else if (value.is_array())
        checkArray(value, node, at);
    else if (value.is_string())
        checkString(value, node, at);
    else if (value.is_number())
        checkNumber(value, node, at);
    checkEnumeration(value, node, at);
    checkCombinations(value, node, at);
}

bool ValueCheck::nullIsAbsent(const FieldPath& at) const
{
    return m_mode.nullIsAbsent || (m_mode.root && !at.isRoot() && at.segments().first().key == u"metadata");
}

void ValueCheck::checkNull(const SchemaNode& node, const FieldPath& at)
{
    // A null where a default is known is taken for absent and replaced by it.
    if (node.nullable || node.defaultValue || (node.type == Type::Any && !node.intOrString) || nullIsAbsent(at))
        return;
    const QString wanted = node.intOrString ? u"integer,string"_s : toWord(node.type);
    add(u"schema/type"_s, at,
        message("schema", "%1 must be of type %2, but it is null; leave it out instead.", {shown(at), wanted}));
}

bool ValueCheck::checkType(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const bool fine = node.intOrString ? isInteger(value) || value.is_string() : isOf(value, node.type);
    if (fine)
        return true;
    const QString wanted = node.intOrString ? u"integer,string"_s : toWord(node.type);
    add(u"schema/type"_s, at,
        message("schema", "%1 must be of type %2, but it is of type %3.", {shown(at), wanted, typeName(value)}),
        asType(value, node.intOrString ? Type::String : node.type));
    return false;
}

void ValueCheck::checkObject(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    checkMembers(value, node, at);
    checkRequired(value, node, at);
    const auto count = static_cast<qsizetype>(value.size());
    if (below(count, node.minProperties))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at least %n member(s).", asCount(node.minProperties), {shown(at)}));
    if (above(count, node.maxProperties))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at most %n member(s).", asCount(node.maxProperties), {shown(at)}));
}

void ValueCheck::checkMembers(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    for (const auto& [key, item] : value.items()) {
        const QString name = QString::fromStdString(key);
        if (const SchemaNode* child = node.child(name))
            check(item, *child, at / name);
        else if (m_structural && !node.preserveUnknownFields && node.type == Type::Object)
            unknownField(name, node, at);
    }
}

void ValueCheck::unknownField(const QString& key, const SchemaNode& node, const FieldPath& at)
{
    const FieldPath path = at / key;
    if (const QString nearest = nearestOf(key, node.propertyOrder); !nearest.isEmpty()) {
        add(u"schema/unknown-field"_s, path,
            message("schema", "There is no field %1. Did you mean %2?", {shown(path), nearest}), nearest);
        return;
    }
    if (const QString place = m_mode.root ? placeOf(key, *m_mode.root) : QString(); !place.isEmpty())
        add(u"schema/unknown-field"_s, path,
            message("schema", "There is no field %1. A field of that name is at %2.", {shown(path), place}));
    else
        add(u"schema/unknown-field"_s, path, message("schema", "There is no field %1.", {shown(path)}));
}

void ValueCheck::checkRequired(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    for (const QString& name : node.required) {
        const Json& item = member(value, name.toStdString());
        const SchemaNode* child = node.child(name);
        if (child && child->defaultValue)
            continue;
        if (item.is_null() && (!value.contains(name.toStdString()) || nullIsAbsent(at / name)))
            add(u"schema/required"_s, at / name, message("schema", "%1 is required.", {shown(at / name)}));
    }
}

void ValueCheck::checkArray(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    if (node.items) {
        qsizetype index = 0;
        for (const Json& item : value)
            check(item, *node.items, at / index++);
    }
    const auto count = static_cast<qsizetype>(value.size());
    if (below(count, node.minItems))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at least %n item(s).", asCount(node.minItems), {shown(at)}));
    if (above(count, node.maxItems))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at most %n item(s).", asCount(node.maxItems), {shown(at)}));
    if (node.uniqueItems || node.listType != SchemaNode::ListType::Atomic)
        checkDuplicates(value, node, at);
}

void ValueCheck::checkDuplicates(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const bool keyed = node.listType == SchemaNode::ListType::Map;
    QSet<QByteArray> seen;
    qsizetype index = -1;
    for (const Json& item : value) {
        ++index;
        const Json key = keyed ? keyOf(item, node) : item;
        const QByteArray same = identity(key);
        if (!seen.contains(same)) {
            seen.insert(same);
            continue;
        }
        const Json& one = keyed && key.size() == 1 ? key.front() : key;
        add(u"schema/duplicate"_s, at / index,
            keyed ? message(
                "schema", "%1 has two items with %2 %3.", {shown(at), node.listMapKeys.join(u", "_s), shown(one)})
                  : message("schema", "%1 has the item %2 twice.", {shown(at), shown(one)}));
    }
}

void ValueCheck::checkString(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const QString written = textOf(value);
    // Servers count code points, not UTF-16 units.
    const auto length = std::ranges::count_if(written, [](QChar c) { return !c.isLowSurrogate(); });
    if (below(length, node.minLength))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at least %n character(s).", asCount(node.minLength), {shown(at)}));
    if (above(length, node.maxLength))
        add(u"schema/length"_s, at,
            messageN("schema", "%1 must have at most %n character(s).", asCount(node.maxLength), {shown(at)}));
    if (!node.pattern.isEmpty() && !matchesPattern(written, node.pattern))
        add(u"schema/pattern"_s, at, patternMessage(shown(at), node.pattern));
    if (!hasFormat(written, node.format))
        add(u"schema/format"_s, at, message("schema", "%1 is not of the format %2.", {shown(at), node.format}));
}

void ValueCheck::checkNumber(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const double amount = value.get<double>();
    const auto add = [&](Message problem) { this->add(u"schema/bounds"_s, at, std::move(problem)); };
    if (node.minimum && node.exclusiveMinimum && amount <= *node.minimum)
        add(message("schema", "%1 must be more than %2.", {shown(at), shown(*node.minimum)}));
    else if (node.minimum && amount < *node.minimum)
        add(message("schema", "%1 must be at least %2.", {shown(at), shown(*node.minimum)}));
    if (node.maximum && node.exclusiveMaximum && amount >= *node.maximum)
        add(message("schema", "%1 must be less than %2.", {shown(at), shown(*node.maximum)}));
    else if (node.maximum && amount > *node.maximum)
        add(message("schema", "%1 must be at most %2.", {shown(at), shown(*node.maximum)}));
    if (!fitsFormat(value, node.format))
        add(message("schema", "%1 does not fit into the format %2.", {shown(at), node.format}));
    if (node.multipleOf && *node.multipleOf > 0 && std::abs(std::remainder(amount, *node.multipleOf)) > 1e-9)
        add(message("schema", "%1 must be a multiple of %2.", {shown(at), shown(*node.multipleOf)}));
}

void ValueCheck::checkEnumeration(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const auto isSame = [&](const std::shared_ptr<const Json>& allowed) { return sameJson(*allowed, value); };
    if (node.enumeration.isEmpty() || std::ranges::any_of(node.enumeration, isSame))
        return;
    QStringList allowed;
    for (const auto& one : node.enumeration)
        allowed.append(shown(*one));
    add(u"schema/enum"_s, at,
        message("schema", "%1 cannot be %2. Possible values: %3.", {shown(at), shown(value), allowed.join(u", "_s)}),
        nearestOf(shown(value), allowed));
}

bool ValueCheck::fits(const Json& value, const SchemaNode& node, const FieldPath& at) const
{
    ValueCheck inner(m_mode);
    inner.m_structural = false;
    inner.check(value, node, at);
    return inner.m_problems.isEmpty();
}

void ValueCheck::checkCombinations(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    const bool structural = std::exchange(m_structural, false);
    for (const SchemaNodePtr& part : node.allOf)
        check(value, *part, at);
    m_structural = structural;
    const auto isFitting = [&](const SchemaNodePtr& part) { return fits(value, *part, at); };
    if (!node.anyOf.isEmpty() && std::ranges::none_of(node.anyOf, isFitting))
        add(u"schema/alternatives"_s, at,
            message("schema", "%1 is none of the alternatives that it may be.", {shown(at)}));
    if (!node.oneOf.isEmpty() && std::ranges::count_if(node.oneOf, isFitting) != 1)
        add(u"schema/alternatives"_s, at,
            message("schema", "%1 must be exactly one of the alternatives that it may be.", {shown(at)}));
    if (node.notNode && fits(value, *node.notNode, at))
        add(u"schema/alternatives"_s, at, message("schema", "%1 has a form that is ruled out.", {shown(at)}));
}

void ValueCheck::add(const QString& rule, const FieldPath& at, Message message, const QString& suggestion)
{
    m_problems.append({.rule = rule, .path = at, .message = std::move(message), .suggestion = suggestion});
}

} // namespace argosy
