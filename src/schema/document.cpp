// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/schema/schema.h>

#include "jsonread.h"
#include "objectmeta.h"
#include "unknownkind.h"
#include "valuecheck.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

Problem problemAt(const QString& rule, const FieldPath& path, Message message)
{
    return {.rule = rule, .path = path, .message = std::move(message)};
}

/// Kinds that are Go types of the server, not CRDs.
bool isBuiltIn(const QString& group)
{
    return !group.contains(u'.') || group.endsWith(u".k8s.io");
}

QList<Problem> checkHeader(const Json& document)
{
    QList<Problem> problems;
    for (const auto* field : {"apiVersion", "kind"}) {
        const QString name = QString::fromLatin1(field);
        if (textOf(member(document, field)).isEmpty())
            problems.append(problemAt(
                u"schema/no-kind"_s, FieldPath() / name, message("schema", "A document must state its %1.", {name})));
    }
    return problems;
}

void checkName(const Json& metadata, QList<Problem>& problems)
{
    const Json& name = member(metadata, "name");
    // A name of another type than string is reported as such.
    if (!name.is_null() && (!name.is_string() || !textOf(name).isEmpty()))
        return;
    Problem problem = problemAt(u"schema/no-name"_s, FieldPath() / u"metadata"_s / u"name"_s,
        message("schema", "A document must have a name in metadata.name."));
    if (!textOf(member(metadata, "generateName")).isEmpty()) {
        problem.severity = Severity::Warning;
        problem.message = message("schema",
            "metadata.generateName works only for objects that are created anew; to be applied, a document needs "
            "metadata.name.");
    }
    problems.append(problem);
}

/// True for what a server forgets on apply, because status is written through a subresource of its own. Only its form
/// is checked.
bool isForgotten(const Problem& problem, const KindSchema& kind)
{
    if (!kind.hasStatus || problem.path.isRoot() || problem.path.segments().first().key != u"status")
        return false;
    return problem.rule != u"schema/unknown-field" && problem.rule != u"schema/type"
        && problem.rule != u"schema/duplicate";
}

QList<Problem> checkBody(const Json& document, const KindSchema& kind)
{
    ValueCheck check({.nullIsAbsent = isBuiltIn(kind.gvk.group), .root = kind.root.get()});
    check.check(document, *kind.root, {});
    QList<Problem> problems = check.take();
    problems.removeIf([&](const Problem& problem) { return isForgotten(problem, kind); });
    if (kind.gvk.groupKind() == GroupKind{{}, u"Secret"_s}) {
        // What would solve a problem of a Secret is its value.
        for (Problem& problem : problems) {
            if (problem.rule == u"schema/type")
                problem.suggestion.clear();
        }
    }
    return problems;
}

} // namespace

QList<Problem> validate(const Json& document, const SchemaSet& schemas)
{
    if (!document.is_object())
        return {problemAt(u"schema/type"_s, {},
            message("schema", "A document must be a mapping with apiVersion, kind and metadata."))};
    QList<Problem> problems = checkHeader(document);
    const bool hasKind = problems.isEmpty();
    const Json& metadata = member(document, "metadata");
    checkName(metadata, problems);
    if (!hasKind)
        return problems;
    const Gvk gvk = Gvk::from(textOf(member(document, "apiVersion")), textOf(member(document, "kind")));
    if (const KindSchema* kind = schemas.find(gvk))
        problems += checkBody(document, *kind);
    else
        problems.append(unknownKind(gvk, schemas));
    problems += validateObjectMeta(metadata, gvk.groupKind());
    return problems;
}

QList<Problem> validate(const Json& value, const SchemaNode& node, const FieldPath& at)
{
    ValueCheck check({});
    check.check(value, node, at);
    return check.take();
}

} // namespace argosy
