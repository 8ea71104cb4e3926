// SPDX-License-Identifier: GPL-3.0-or-later
#include "elsewhere.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// A field deeper than this belongs to something else that happens to have the same name.
constexpr int kMaxDepth = 5;

struct Place
{
    const SchemaNode* node = nullptr;
    QString path;
};

QString joined(const QString& path, const QString& name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

/// The fields one step below; those of a list's items count as the list's own.
QList<Place> below(const Place& place)
{
    const bool isList = place.node->items != nullptr;
    const SchemaNode& node = isList ? *place.node->items : *place.node;
    const QString path = isList ? place.path + u"[]"_s : place.path;
    QList<Place> places;
    for (const QString& name : node.propertyOrder) {
        if (!place.path.isEmpty() || (name != u"metadata" && name != u"status"))
            places.append({node.properties.at(name).get(), joined(path, name)});
    }
    return places;
}

} // namespace

QString placeOf(const QString& name, const SchemaNode& root)
{
    QList<Place> level{{&root, {}}};
    QSet<const SchemaNode*> seen;
    for (int depth = 0; depth < kMaxDepth && !level.isEmpty(); ++depth) {
        QList<Place> next;
        QStringList found;
        for (const Place& place : std::as_const(level)) {
            for (const Place& child : below(place)) {
                if (child.path.section(u'.', -1) == name)
                    found.append(child.path);
                // Shared nodes are looked into once.
                if (!seen.contains(child.node)) {
                    seen.insert(child.node);
                    next.append(child);
                }
            }
        }
        if (!found.isEmpty())
            return found.size() == 1 ? found.first() : QString();
        level = std::move(next);
    }
    return {};
}

} // namespace argosy
