// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.h"

#include "jsonread.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace argosy {

using Type = SchemaNode::Type;

namespace {

constexpr qsizetype kMaxShown = 80;

} // namespace

QString shown(const Json& value)
{
    QString whole = value.is_string() ? textOf(value) : QString::fromUtf8(toCompactJson(value));
    if (whole.size() > kMaxShown)
        whole = whole.left(kMaxShown) + u'…';
    return whole;
}

QString shown(double value)
{
    return QString::number(value, 'g', 15);
}

QString shown(const FieldPath& at)
{
    return at.isRoot() ? u"."_s : at.toDotted();
}

/// A whole number, also one that is written with a point: the server takes 1.0 for 1.
bool isInteger(const Json& value)
{
    if (value.is_number_integer())
        return true;
    return value.is_number_float() && std::trunc(value.get<double>()) == value.get<double>();
}

bool fitsFormat(const Json& value, const QString& format)
{
    const double amount = value.get<double>();
    if (format == u"int32")
        return amount >= -0x1p31 && amount < 0x1p31;
    if (format == u"int64" && value.is_number_unsigned())
        return value.get<quint64>() <= static_cast<quint64>(std::numeric_limits<qint64>::max());
    return format != u"int64" || (amount >= -0x1p63 && amount < 0x1p63);
}

QString typeName(const Json& value)
{
    if (value.is_object())
        return toWord(Type::Object);
    if (value.is_array())
        return toWord(Type::Array);
    if (value.is_string())
        return toWord(Type::String);
    if (value.is_boolean())
        return toWord(Type::Boolean);
    if (value.is_number())
        return toWord(isInteger(value) ? Type::Integer : Type::Number);
    return u"null"_s;
}

bool isOf(const Json& value, Type type)
{
    switch (type) {
    case Type::Any: return true;
    case Type::Object: return value.is_object();
    case Type::Array: return value.is_array();
    case Type::String: return value.is_string();
    case Type::Integer: return isInteger(value);
    case Type::Number: return value.is_number();
    case Type::Boolean: return value.is_boolean();
    }
    return false;
}

/// The same scalar in the wanted type, where there is no doubt about it.
QString asType(const Json& value, Type wanted)
{
    if (wanted == Type::String)
        return value.is_boolean() || value.is_number() ? QString::fromUtf8(toCompactJson(value)) : QString();
    const QString written = textOf(value);
    bool isNumber = false;
    if (wanted == Type::Integer)
        (void)written.toLongLong(&isNumber);
    else if (wanted == Type::Number)
        (void)written.toDouble(&isNumber);
    else if (wanted == Type::Boolean && (written == u"true" || written == u"false"))
        return written;
    return isNumber ? written : QString();
}

/// What makes an item of a keyed list the same as another: its keys' values, an absent one being its default.
Json keyOf(const Json& item, const SchemaNode& list)
{
    Json key = Json::array();
    for (const QString& name : list.listMapKeys) {
        const Json* value = &member(item, name.toStdString());
        const SchemaNode* node = list.items ? list.items->child(name) : nullptr;
        if (value->is_null() && node && node->defaultValue)
            value = node->defaultValue.get();
        key.push_back(*value);
    }
    return key;
}

/// A text that is the same for equal values.
QByteArray identity(const Json& value)
{
    if (value.is_number_float() && isInteger(value))
        return QByteArray::number(value.get<double>(), 'f', 0);
    if (value.is_array()) {
        QByteArray parts = "[";
        for (const Json& item : value)
            parts += identity(item) + ',';
        return parts;
    }
    if (value.is_object()) {
        // The order of keys does not make values different.
        QList<QByteArray> parts;
        for (const auto& [name, item] : value.items())
            parts.append(toCompactJson(Json(name)) + ':' + identity(item));
        std::ranges::sort(parts);
        return '{' + parts.join(',') + '}';
    }
    return toCompactJson(value);
}

} // namespace argosy
