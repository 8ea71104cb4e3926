// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestpath.h"

#include <QStringList>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

bool isNamespaceSubresource(const QString& segment)
{
    return segment == u"status" || segment == u"finalize";
}

} // namespace

std::optional<RequestPath> parseResourcePath(const QString& path)
{
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    RequestPath parsed;
    if (segments.value(0) == u"api" && segments.size() > 2) {
        parsed.version = segments.at(1);
        segments = segments.mid(2);
    } else if (segments.value(0) == u"apis" && segments.size() > 3) {
        parsed.group = segments.at(1);
        parsed.version = segments.at(2);
        segments = segments.mid(3);
    } else {
        return std::nullopt;
    }
    if (segments.constFirst() == u"watch") {
        parsed.watch = true;
        segments.removeFirst();
    }
    if (segments.value(0) == u"namespaces" && segments.size() > 2 && !isNamespaceSubresource(segments.at(2))) {
        parsed.nameSpace = segments.at(1);
        segments = segments.mid(2);
    }
    if (segments.isEmpty() || segments.size() > 3)
        return std::nullopt;
    parsed.plural = segments.at(0);
    parsed.name = segments.value(1);
    parsed.subresource = segments.value(2);
    return parsed;
}

} // namespace argosy::demo
