// SPDX-License-Identifier: GPL-3.0-or-later
#include "http.h"

#include <QStringList>

namespace argosy::demo {

QString HttpRequest::parameter(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

QStringList HttpRequest::parameters(QStringView name) const
{
    QStringList values;
    for (const auto& [key, value] : query) {
        if (key == name)
            values.append(value);
    }
    return values;
}

bool HttpRequest::hasParameter(QStringView name) const
{
    return std::any_of(query.cbegin(), query.cend(), [name](const auto& entry) { return entry.first == name; });
}

bool HttpRequest::flag(QStringView name) const
{
    const QString value = parameter(name);
    return value == u"true" || value == u"1" || value == u"True" || value == u"t";
}

} // namespace argosy::demo
