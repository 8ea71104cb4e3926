// SPDX-License-Identifier: GPL-3.0-or-later
#include "pruning.h"

#include "text.h"

#include <nlohmann/json.hpp>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

class Pruner final
{
public:
    void walk(Json& value, const SchemaNode& node, const QString& path, bool isRoot)
    {
        if (value.is_array() && node.items) {
            for (size_t index = 0; index < value.size(); ++index)
                walk(value[index], *node.items, path % u'[' % QString::number(index) % u']', false);
        } else if (value.is_object()) {
            walkObject(value, node, path, isRoot || node.embeddedResource);
        }
    }

    [[nodiscard]] QStringList takeRemoved() { return std::move(m_removed); }

private:
    void walkObject(Json& value, const SchemaNode& node, const QString& path, bool isResource)
    {
        for (auto at = value.begin(); at != value.end();) {
            const QString key = text(std::string_view(at.key()));
            const QString inner = path.isEmpty() ? key : QString(path % u'.' % key);
            if (const SchemaNode* child = node.child(key)) {
                walk(*at, *child, inner, false);
                ++at;
            } else if (keepsUnknown(node) || (isResource && isTypeMeta(key))) {
                ++at;
            } else {
                m_removed.append(inner);
                at = value.erase(at);
            }
        }
    }

    static bool isTypeMeta(const QString& key) { return key == u"apiVersion" || key == u"kind" || key == u"metadata"; }

    /// A schema that says nothing of members (no type, or int-or-string) lets all of them be.
    static bool keepsUnknown(const SchemaNode& node)
    {
        return node.preserveUnknownFields || node.type != SchemaNode::Type::Object;
    }

    QStringList m_removed;
};

bool isAbsent(const Json& value, const SchemaNode& node)
{
    return value.is_null() && !node.nullable && (node.type != SchemaNode::Type::Any || node.intOrString);
}

} // namespace

void dropNulls(Json& object, const SchemaNode& root)
{
    if (object.is_array() && root.items) {
        for (Json& item : object)
            dropNulls(item, *root.items);
    }
    if (!object.is_object())
        return;
    for (auto at = object.begin(); at != object.end();) {
        const SchemaNode* child = root.child(text(std::string_view(at.key())));
        if (child && isAbsent(*at, *child)) {
            at = object.erase(at);
            continue;
        }
        if (child)
            dropNulls(*at, *child);
        ++at;
    }
}

QStringList prune(Json& object, const SchemaNode& root)
{
    Pruner pruner;
    pruner.walk(object, root, {}, true);
    QStringList removed = pruner.takeRemoved();
    const auto rank = [](const QString& path) { return path.startsWith(u"metadata.") ? 0 : 1; };
    std::sort(removed.begin(), removed.end(),
        [rank](const QString& a, const QString& b) { return std::tuple(rank(a), a) < std::tuple(rank(b), b); });
    return removed;
}

} // namespace argosy::demo
