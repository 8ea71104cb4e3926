// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.h"

#include "builtincolumns.h"
#include "jsonpath.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Json dateCell(const Json& value, const QDateTime& now)
{
    const QDateTime when = QDateTime::fromString(text(value), Qt::ISODate);
    return when.isValid() ? Json(str(humanDuration(when.secsTo(now)))) : Json("<unknown>");
}

Json typedCell(const Json* value, const QString& type, const QDateTime& now)
{
    if (!value || value->is_null())
        return nullptr;
    if (type == u"date")
        return dateCell(*value, now);
    if (type == u"integer" || type == u"number")
        return value->is_number() ? *value : Json(nullptr);
    if (type == u"boolean")
        return value->is_boolean() ? *value : Json(nullptr);
    return value->is_string() ? *value : Json(toCompactJson(*value).toStdString());
}

Column nameColumn()
{
    return {.name = u"Name"_s,
        .type = u"string"_s,
        .format = u"name"_s,
        .description = u"Name of the object"_s,
        .cell = [](const Json& object, const QDateTime&) { return valueAt(object, "/metadata/name"); }};
}

Column fromDefinition(const Json& definition)
{
    const QString path = text(member(definition, "jsonPath"));
    const QString type = text(member(definition, "type"));
    QString description = text(member(definition, "description"));
    if (description.isEmpty())
        description = u"Custom resource definition column (in JSONPath format): "_s + path;
    const Json& priority = member(definition, "priority");
    return {.name = text(member(definition, "name")),
        .type = type,
        .format = text(member(definition, "format")),
        .description = description,
        .priority = priority.is_number() ? priority.get<int>() : 0,
        .cell = [path, type](const Json& object, const QDateTime& now) {
            return typedCell(findFirst(object, path), type, now);
        }};
}

} // namespace

Column ageColumn()
{
    return {.name = u"Age"_s,
        .type = u"string"_s,
        .format = {},
        .description = u"Time since the object was created"_s,
        .cell = [](const Json& object, const QDateTime& now) {
            return dateCell(valueAt(object, "/metadata/creationTimestamp"), now);
        }};
}

QList<Column> columnsFor(const Resource& resource)
{
    QList<Column> columns{nameColumn()};
    if (const Result<Json> definitions = parseJson(resource.printerColumns);
        definitions && definitions->is_array() && !definitions->empty()) {
        for (const Json& definition : *definitions)
            columns.append(fromDefinition(definition));
        return columns;
    }
    const QList<Column> known = builtInColumns(resource.key());
    columns.append(known.isEmpty() ? QList<Column>{ageColumn()} : known);
    return columns;
}

QString humanDuration(qint64 seconds)
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    constexpr qint64 kYear = 365 * kDay;
    const auto two = [](qint64 big, QChar bigUnit, qint64 small, QChar smallUnit) {
        const QString first = QString::number(big) + bigUnit;
        return small == 0 ? first : QString(first % QString::number(small) % smallUnit);
    };
    if (seconds < 0)
        return seconds < -1 ? u"<invalid>"_s : u"0s"_s;
    if (seconds < 2 * kMinute)
        return QString::number(seconds) + u's';
    if (seconds < 10 * kMinute)
        return two(seconds / kMinute, u'm', seconds % kMinute, u's');
    if (seconds < 3 * kHour)
        return QString::number(seconds / kMinute) + u'm';
    if (seconds < 8 * kHour)
        return two(seconds / kHour, u'h', seconds / kMinute % kMinute, u'm');
    if (seconds < 2 * kDay)
        return QString::number(seconds / kHour) + u'h';
    if (seconds < 8 * kDay)
        return two(seconds / kDay, u'd', seconds / kHour % 24, u'h');
    if (seconds < 2 * kYear)
        return QString::number(seconds / kDay) + u'd';
    if (seconds < 8 * kYear)
        return two(seconds / kYear, u'y', seconds / kDay % 365, u'd');
    return QString::number(seconds / kYear) + u'y';
}

} // namespace argosy::demo
