// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats.h"

#include <argosy/kube/quantity.h>

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

bool matches(const QString& text, const QRegularExpression& expression)
{
    return expression.match(text).hasMatch();
}

bool isDateTime(const QString& text)
{
    static const QRegularExpression expression(
        u"\\A\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)\\z"_s);
    return matches(text, expression) && QDateTime::fromString(text.left(19).toUpper(), Qt::ISODate).isValid();
}

bool isDate(const QString& text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isBase64(const QString& text)
{
    static const QRegularExpression expression(u"\\A([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\\z"_s);
    QString joined = text;
    joined.removeIf([](QChar c) { return c == u'\n' || c == u'\r'; });
    return matches(joined, expression);
}

bool isDuration(const QString& text)
{
    static const QRegularExpression expression(u"\\A[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)\\z"_s);
    return matches(text, expression);
}

/// In Go, $ is the end of the text; in PCRE also the place before a final newline.
QString forPcre(const QString& pattern)
{
    if (!pattern.endsWith(u'$') || pattern.endsWith(u"\\$"))
        return pattern;
    return pattern.chopped(1) + u"\\z"_s;
}

} // namespace

bool hasFormat(const QString& text, const QString& format)
{
    using Check = bool (*)(const QString&);
    static const QHash<QString, Check> checks{
        {u"date-time"_s, isDateTime},
        {u"date"_s, isDate},
        {u"byte"_s, isBase64},
        {u"duration"_s, isDuration},
        {u"uuid"_s, [](const QString& value) { return !QUuid::fromString(value).isNull(); }},
        {u"quantity"_s, [](const QString& value) { return Quantity::parse(value).has_value(); }},
    };
    const Check check = checks.value(format, nullptr);
    return !check || check(text);
}

bool matchesPattern(const QString& text, const QString& pattern)
{
    thread_local QHash<QString, QRegularExpression> compiled;
    auto known = compiled.find(pattern);
    if (known == compiled.end())
        known = compiled.insert(pattern, QRegularExpression(forPcre(pattern)));
    return !known->isValid() || matches(text, *known);
}

} // namespace argosy
