// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectmeta.h"

#include "catalogue.h"
#include "describe.h"
#include "jsonread.h"

#include <argosy/schema/objectmeta.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qsizetype kMaxSubdomain = 253;
constexpr qsizetype kMaxLabel = 63;

bool matches(const QString& text, const QRegularExpression& expression)
{
    return expression.match(text).hasMatch();
}

bool isLabel(const QString& text)
{
    static const QRegularExpression expression(u"\\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z"_s);
    return text.size() <= kMaxLabel && matches(text, expression);
}

bool isSubdomain(const QString& text)
{
    static const QRegularExpression expression(
        u"\\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z"_s);
    return text.size() <= kMaxSubdomain && matches(text, expression);
}

bool isNamePart(const QString& text)
{
    static const QRegularExpression expression(u"\\A([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\\z"_s);
    return text.size() <= kMaxLabel && matches(text, expression);
}

bool isPathSegment(const QString& text)
{
    return text != u"." && text != u".." && !text.contains(u'/') && !text.contains(u'%');
}

bool isQualifiedName(const QString& text)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash < 0 ? isNamePart(text) : isSubdomain(text.left(slash)) && isNamePart(text.mid(slash + 1));
}

/// The nearest text that is a subdomain, or nothing.
QString asSubdomain(const QString& name)
{
    static const QRegularExpression others(u"[^a-z0-9.]+"_s);
    static const QRegularExpression ends(u"\\A[-.]+|[-.]+\\z"_s);
    const QString tidy = name.toLower().replace(others, u"-"_s).left(kMaxSubdomain).remove(ends);
    return isSubdomain(tidy) ? tidy : QString();
}

Problem atField(const QString& rule, const FieldPath& path, Message message)
{
    return {.rule = rule, .path = path, .message = std::move(message)};
}

void checkName(const QString& name, const GroupKind& kind, QList<Problem>& problems)
{
    const FieldPath path = FieldPath() / u"metadata"_s / u"name"_s;
    if (kind.group == u"rbac.authorization.k8s.io") {
        if (!isPathSegment(name))
            problems.append(atField(u"schema/pattern"_s, path,
                message(
                    "schema", "The name %1 may hold neither a slash nor a percent sign, nor be only dots.", {name})));
        return;
    }
    const bool label = kind == GroupKind{{}, u"Namespace"_s} || kind == GroupKind{{}, u"Service"_s};
    const qsizetype longest = label ? kMaxLabel : kMaxSubdomain;
    if (name.size() > longest) {
        problems.append(atField(u"schema/length"_s, path,
            message("schema", "The name %1 is longer than %2 characters.", {name, QString::number(longest)})));
    } else if (label ? !isLabel(name) : !isSubdomain(name)) {
        Problem problem = atField(u"schema/pattern"_s, path,
            message("schema",
                "The name %1 must consist of lower-case letters, digits and hyphens, and must start and end "
                "with a letter or a digit.",
                {name}));
        problem.suggestion = asSubdomain(name);
        problems.append(problem);
    }
}

void checkNamespace(const QString& name, QList<Problem>& problems)
{
    if (name.isEmpty() || isLabel(name))
        return;
    problems.append(atField(u"schema/pattern"_s, FieldPath() / u"metadata"_s / u"namespace"_s,
        message("schema",
            "The namespace %1 must consist of at most 63 lower-case letters, digits and hyphens, and must start "
            "and end with a letter or a digit.",
            {name})));
}

void checkKeys(const Json& map, const QString& field, QList<Problem>& problems)
{
    if (!map.is_object())
        return;
    for (const auto& [key, value] : map.items()) {
        const QString name = QString::fromStdString(key);
        const FieldPath path = FieldPath() / u"metadata"_s / field / name;
        // Kubernetes ignores case in the keys of annotations.
        if (!isQualifiedName(field == u"annotations" ? name.toLower() : name)) {
            problems.append(atField(u"schema/pattern"_s, path,
                message("schema",
                    "The key %1 must be a name of at most 63 letters, digits, hyphens, underscores and dots, with "
                    "a DNS name and a slash before it if need be.",
                    {name})));
        }
        const QString content = textOf(value);
        if (field == u"labels" && !content.isEmpty() && !isNamePart(content)) {
            problems.append(atField(u"schema/pattern"_s, path,
                message("schema",
                    "The label value %1 must consist of at most 63 letters, digits, hyphens, underscores and dots, "
                    "and must start and end with a letter or a digit.",
                    {content})));
        }
    }
}

SchemaNodePtr readObjectMeta()
{
    const auto node = parseSchema(readCatalogue(kObjectMetaFile));
    Q_ASSERT(node);
    return described(*node, readDescriptions(kObjectMetaFile));
}

/// True where a schema restricts a field of metadata beyond its type.
bool restricts(const SchemaNode& node)
{
    return !node.pattern.isEmpty() || node.minLength || node.maxLength || !node.enumeration.isEmpty()
        || !node.rules.isEmpty() || !node.format.isEmpty() || !node.allOf.isEmpty() || !node.anyOf.isEmpty()
        || !node.oneOf.isEmpty() || node.notNode;
}

SchemaNodePtr withMetadata(const SchemaNode& root, SchemaNodePtr metadata)
{
    auto copy = std::make_shared<SchemaNode>(root);
    SchemaNodePtr& place = copy->properties[u"metadata"_s];
    if (!place)
        copy->propertyOrder.append(u"metadata"_s);
    place = std::move(metadata);
    return copy;
}

} // namespace

const SchemaNodePtr& objectMetaSchema()
{
    static const SchemaNodePtr node = readObjectMeta();
    return node;
}

SchemaNodePtr withObjectMeta(const SchemaNode& root)
{
    auto metadata = std::make_shared<SchemaNode>(*objectMetaSchema());
    if (const auto own = root.properties.find(u"metadata"_s); own != root.properties.end()) {
        metadata->required = own->second->required;
        metadata->rules = own->second->rules;
        for (const auto& [name, node] : own->second->properties) {
            if (restricts(*node))
                metadata->properties[name] = node;
        }
    }
    return withMetadata(root, metadata);
}

SchemaNodePtr withoutObjectMeta(const SchemaNode& root)
{
    auto metadata = std::make_shared<SchemaNode>();
    metadata->type = SchemaNode::Type::Object;
    if (const auto full = root.properties.find(u"metadata"_s); full != root.properties.end()) {
        metadata->required = full->second->required;
        metadata->rules = full->second->rules;
        for (const QString& name : {u"name"_s, u"generateName"_s}) {
            const auto field = full->second->properties.find(name);
            if (field != full->second->properties.end() && restricts(*field->second)) {
                metadata->properties.insert(*field);
                metadata->propertyOrder.append(name);
            }
        }
    }
    return withMetadata(root, metadata);
}

QList<Problem> validateObjectMeta(const Json& metadata, const GroupKind& kind)
{
    QList<Problem> problems;
    if (const QString name = textOf(member(metadata, "name")); !name.isEmpty())
        checkName(name, kind, problems);
    checkNamespace(textOf(member(metadata, "namespace")), problems);
    checkKeys(member(metadata, "labels"), u"labels"_s, problems);
    checkKeys(member(metadata, "annotations"), u"annotations"_s, problems);
    if (metadata.is_object() && metadata.contains("managedFields")) {
        problems.append(atField(u"schema/managed-fields"_s, FieldPath() / u"metadata"_s / u"managedFields"_s,
            message("schema",
                "metadata.managedFields is the server's own record; a document that is applied must not have it.")));
    }
    return problems;
}

} // namespace argosy
