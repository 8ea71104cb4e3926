// SPDX-License-Identifier: GPL-3.0-or-later
#include "describe.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// Descriptions by field, so that each node on their paths is copied once.
struct Branch
{
    QString text;
    std::map<QString, Branch> branches; ///< "[]" leads to items, "*" to the values of a map
};

Branch branchesOf(const QHash<QString, QString>& descriptions)
{
    Branch root;
    for (const auto& [path, text] : descriptions.asKeyValueRange()) {
        Branch* branch = &root;
        const QString separated = QString(path).replace(u"[]"_s, u".[]"_s);
        for (const QString& step : separated.split(u'.', Qt::SkipEmptyParts))
            branch = &branch->branches[step];
        branch->text = text;
    }
    return root;
}

SchemaNodePtr describedBy(const SchemaNodePtr& node, const Branch& branch)
{
    if (!node)
        return node;
    auto copy = std::make_shared<SchemaNode>(*node);
    if (!branch.text.isEmpty())
        copy->description = branch.text;
    for (const auto& [step, next] : branch.branches) {
        if (step == u"[]") {
            copy->items = describedBy(copy->items, next);
        } else if (step == u"*") {
            copy->additionalProperties = describedBy(copy->additionalProperties, next);
        } else if (const auto property = copy->properties.find(step); property != copy->properties.end()) {
            property->second = describedBy(property->second, next);
        }
    }
    return copy;
}

} // namespace

SchemaNodePtr described(const SchemaNodePtr& root, const QHash<QString, QString>& descriptions)
{
    return descriptions.isEmpty() ? root : describedBy(root, branchesOf(descriptions));
}

} // namespace argosy
