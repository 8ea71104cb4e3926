// SPDX-License-Identifier: GPL-3.0-or-later
#include "causes.h"

#include "text.h"

#include <nlohmann/json.hpp>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

const auto kNowhere = u"<nil>"_s;

/// How a server calls the type of a value.
QString typeWord(const Json& value)
{
    switch (value.type()) {
    case Json::value_t::object: return u"object"_s;
    case Json::value_t::array: return u"array"_s;
    case Json::value_t::string: return u"string"_s;
    case Json::value_t::boolean: return u"boolean"_s;
    case Json::value_t::number_float: return u"number"_s;
    case Json::value_t::null: return u"null"_s;
    default: return u"integer"_s;
    }
}

QString compact(const Json& value)
{
    return QString::fromUtf8(toCompactJson(value));
}

QString number(double value)
{
    return QString::number(value, 'g', 16);
}

StatusCause invalidValue(const QString& field, const QString& shown, const QString& text)
{
    return {u"FieldValueInvalid"_s, u"Invalid value: " % shown % u": " % text, field};
}

StatusCause wrongType(const Json& value, const SchemaNode& node, const QString& field)
{
    const QString wanted = node.intOrString ? u"integer,string"_s : toWord(node.type);
    const QString found = quoted(typeWord(value));
    return {u"FieldValueTypeInvalid"_s,
        u"Invalid value: " % found % u": " % field % u" in body must be of type " % wanted % u": " % found, field};
}

StatusCause notListed(const Json& value, const SchemaNode& node, const QString& field)
{
    QStringList allowed;
    for (const auto& entry : node.enumeration)
        allowed.append(compact(*entry));
    return {u"FieldValueNotSupported"_s,
        u"Unsupported value: " % compact(value) % u": supported values: " % allowed.join(u", "), field};
}

StatusCause outOfBounds(const Json& value, const SchemaNode& node, const QString& field)
{
    const double amount = value.is_number() ? value.get<double>() : 0;
    const auto text = [&](const QString& words, double bound) {
        return invalidValue(field, compact(value), field % u" in body should be " % words % u' ' % number(bound));
    };
    if (node.minimum && amount < *node.minimum)
        return text(node.exclusiveMinimum ? u"greater than"_s : u"greater than or equal to"_s, *node.minimum);
    if (node.maximum && amount > *node.maximum)
        return text(node.exclusiveMaximum ? u"less than"_s : u"less than or equal to"_s, *node.maximum);
    return text(u"a multiple of"_s, node.multipleOf.value_or(0));
}

StatusCause tooMany(qint64 count, const std::optional<qint64>& most, const QString& field)
{
    return {u"FieldValueTooMany"_s,
        u"Too many: " % QString::number(count) % u": must have at most " % QString::number(most.value_or(0))
            % u" items",
        field};
}

StatusCause wrongLength(const Json& value, const SchemaNode& node, const QString& field)
{
    const auto count =
        static_cast<qint64>(value.is_string() ? text(value).size() : static_cast<qsizetype>(value.size()));
    const auto tooFew = [&](const QString& verb, const std::optional<qint64>& least, const QString& what) {
        return invalidValue(field, value.is_string() ? compact(value) : QString::number(count),
            field % u" in body should " % verb % u" at least " % QString::number(least.value_or(0)) % what);
    };
    if (value.is_array())
        return node.minItems && count < *node.minItems ? tooFew(u"have"_s, node.minItems, u" items"_s)
                                                       : tooMany(count, node.maxItems, field);
    if (value.is_object())
        return node.minProperties && count < *node.minProperties
            ? tooFew(u"have"_s, node.minProperties, u" properties"_s)
            : tooMany(count, node.maxProperties, field);
    if (node.minLength && count < *node.minLength)
        return tooFew(u"be"_s, node.minLength, u" chars long"_s);
    return {u"FieldValueTooLong"_s,
        u"Too long: may not be more than " % QString::number(node.maxLength.value_or(0)) % u" bytes", field};
}

StatusCause noAlternative(const SchemaNode& node, const QString& field)
{
    const QString where = quoted(field);
    const QString text = !node.oneOf.isEmpty() ? QString(where % u" must validate one and only one schema (oneOf)")
        : !node.anyOf.isEmpty()                ? QString(where % u" must validate at least one schema (anyOf)")
                                               : QString(where % u" must not validate the schema (not)");
    return invalidValue(kNowhere, u"\"\""_s, text);
}

StatusCause toCause(const Json& value, const SchemaNode& node, const Problem& problem, const QString& field)
{
    const QString& rule = problem.rule;
    if (rule == u"schema/required")
        return {u"FieldValueRequired"_s, u"Required value"_s, field};
    if (rule == u"schema/type")
        return wrongType(value, node, field);
    if (rule == u"schema/enum")
        return notListed(value, node, field);
    if (rule == u"schema/bounds")
        return outOfBounds(value, node, field);
    if (rule == u"schema/length")
        return wrongLength(value, node, field);
    if (rule == u"schema/duplicate")
        return {u"FieldValueDuplicate"_s, u"Duplicate value: " % compact(value), field};
    if (rule == u"schema/alternatives")
        return noAlternative(node, field);
    if (rule == u"schema/pattern")
        return invalidValue(field, compact(value), field % u" in body should match '" % node.pattern % u'\'');
    if (rule == u"schema/format")
        return invalidValue(
            field, compact(value), field % u" in body must be of type " % node.format % u": " % compact(value));
    return invalidValue(field, compact(value), problem.message.english());
}

/// What Go decodes such a value into.
QString goType(const SchemaNode& node)
{
    switch (node.type) {
    case SchemaNode::Type::Integer: return node.format.isEmpty() ? u"int64"_s : node.format;
    case SchemaNode::Type::Number: return u"float64"_s;
    case SchemaNode::Type::Boolean: return u"bool"_s;
    case SchemaNode::Type::Array: return u"[]"_s + (node.items ? goType(*node.items) : QString());
    case SchemaNode::Type::Object:
        return node.additionalProperties ? QString(u"map[string]" % goType(*node.additionalProperties)) : u"struct"_s;
    default: return u"string"_s;
    }
}

/// After these a server does not get to the CEL rules, and says so.
bool isBlocking(const StatusCause& cause)
{
    return cause.reason != u"FieldValueInvalid" && cause.reason != u"FieldValueDuplicate";
}

} // namespace

QList<StatusCause> causesFor(const Json& object, const SchemaNode& root, const QList<Problem>& problems)
{
    static const SchemaNode unknown;
    QList<StatusCause> causes;
    for (const Problem& problem : problems) {
        const SchemaNode* node = nodeAt(root, problem.path);
        const Json& value = valueAt(object, str(problem.path.toPointer()));
        const StatusCause cause = toCause(value, node ? *node : unknown, problem, problem.path.toDotted());
        if (!causes.contains(cause))
            causes.append(cause);
    }
    return causes;
}

std::optional<StatusCause> uncheckedRules(const QList<StatusCause>& causes)
{
    if (std::none_of(causes.cbegin(), causes.cend(), isBlocking))
        return std::nullopt;
    return invalidValue(kNowhere, u"null"_s,
        u"some validation rules were not checked because the object was invalid; correct the existing errors to complete validation"_s);
}

QString undecodableType(const Json& object, const SchemaNode& root, const QString& kind, const QList<Problem>& problems)
{
    const auto wrong = std::find_if(
        problems.cbegin(), problems.cend(), [](const Problem& problem) { return problem.rule == u"schema/type"; });
    if (wrong == problems.cend())
        return {};
    // Go names the fields of structs: neither a map's key nor a list's index.
    QStringList names;
    FieldPath at;
    for (const FieldPath::Segment& segment : wrong->path.segments()) {
        const SchemaNode* parent = nodeAt(root, at);
        at = segment.isIndex() ? at / segment.index : at / segment.key;
        if (!segment.isIndex() && !(parent && parent->additionalProperties))
            names.append(segment.key);
    }
    const SchemaNode* node = nodeAt(root, wrong->path);
    const Json& value = valueAt(object, str(wrong->path.toPointer()));
    const QString found = value.is_number() ? u"number"_s : value.is_boolean() ? u"bool"_s : typeWord(value);
    return u"json: cannot unmarshal "_s % found % u" into Go struct field " % kind % u'.' % names.join(u'.')
        % u" of type " % (node ? goType(*node) : QString());
}

} // namespace argosy::demo
