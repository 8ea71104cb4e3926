// SPDX-License-Identifier: GPL-3.0-or-later
#include "gotext.h"

#include "text.h"

using namespace Qt::StringLiterals;

namespace argosy::demo {
namespace {

std::map<std::string, const Json*> sortedMembers(const Json& object)
{
    std::map<std::string, const Json*> sorted;
    for (const auto& [name, value] : object.items())
        sorted.emplace(name, &value);
    return sorted;
}

QString scalar(const Json& value)
{
    if (value.is_number_float())
        return QString::number(value.get<double>(), 'g', QLocale::FloatingPointShortest);
    return QString::fromUtf8(toCompactJson(value));
}

} // namespace

QString goPlain(const Json& value)
{
    QStringList parts;
    if (value.is_object()) {
        for (const auto& [name, member] : sortedMembers(value))
            parts.append(text(std::string_view(name)) + u':' + goPlain(*member));
        return u"map["_s + parts.join(u' ') + u']';
    }
    if (value.is_array()) {
        for (const Json& item : value)
            parts.append(goPlain(item));
        return u'[' + parts.join(u' ') + u']';
    }
    if (value.is_null())
        return u"<nil>"_s;
    return value.is_string() ? text(value) : scalar(value);
}

QString goSyntax(const Json& value)
{
    QStringList parts;
    if (value.is_object()) {
        for (const auto& [name, member] : sortedMembers(value))
            parts.append(quoted(text(std::string_view(name))) + u':' + goSyntax(*member));
        return u"map[string]interface {}{"_s + parts.join(u", "_s) + u'}';
    }
    if (value.is_array()) {
        for (const Json& item : value)
            parts.append(goSyntax(item));
        return u"[]interface {}{"_s + parts.join(u", "_s) + u'}';
    }
    if (value.is_null())
        return u"interface {}(nil)"_s;
    return scalar(value);
}

QString goType(const Json& value)
{
    switch (value.type()) {
    case Json::value_t::object: return u"map[string]interface {}"_s;
    case Json::value_t::array: return u"[]interface {}"_s;
    case Json::value_t::string: return u"string"_s;
    case Json::value_t::boolean: return u"bool"_s;
    case Json::value_t::number_float: return u"float64"_s;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return u"int64"_s;
    default: return u"<nil>"_s;
    }
}

} // namespace argosy::demo
