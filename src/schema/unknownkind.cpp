// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknownkind.h"

#include "nearest.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

Problem problemAt(const QString& field, Message message, const QString& suggestion = {})
{
    return {
        .rule = u"schema/unknown-kind"_s,
        .path = FieldPath() / field,
        .message = std::move(message),
        .suggestion = suggestion,
    };
}

Problem unknownVersion(const Gvk& gvk, const QStringList& versions)
{
    const QString best = Gvk{gvk.group, versions.first(), gvk.kind}.apiVersion();
    return problemAt(u"apiVersion"_s,
        message("schema", "%1 is not known in version %2. Known versions: %3.",
            {gvk.groupKind().toString(), gvk.version, versions.join(u", "_s)}),
        best);
}

QString nearestKind(const Gvk& gvk, const SchemaSet& schemas)
{
    QStringList kinds;
    for (const KindSchema* schema : schemas.all()) {
        if (schema->gvk.group == gvk.group)
            kinds.append(schema->gvk.kind);
    }
    return nearestOf(gvk.kind, kinds);
}

/// Software that brings a group's kinds into a cluster.
Message absentGroup(const Gvk& gvk)
{
    const QString& group = gvk.group;
    if (group == u"karpenter.sh" || group == u"karpenter.azure.com")
        return message("schema",
            "%1 is not known. The group %2 comes with node provisioning: turn on AKS node auto provisioning, or "
            "install Karpenter.",
            {gvk.kind, group});
    if (group == u"azure.com" || group.endsWith(u".azure.com"))
        return message("schema",
            "%1 is not known. The group %2 comes with Azure Service Operator, which must be told to install it "
            "(crdPattern).",
            {gvk.kind, group});
    if (group == u"argoproj.io")
        return message("schema", "%1 is not known. The group %2 comes with Argo Workflows.", {gvk.kind, group});
    return {};
}

Problem asWarning(Problem problem)
{
    problem.severity = Severity::Warning;
    return problem;
}

} // namespace

Problem unknownKind(const Gvk& gvk, const SchemaSet& schemas)
{
    if (const QStringList versions = schemas.versions(gvk.groupKind()); !versions.isEmpty())
        return unknownVersion(gvk, versions);
    if (const QString nearest = nearestKind(gvk, schemas); !nearest.isEmpty())
        return problemAt(u"kind"_s,
            message("schema", "There is no kind %1 in %2. Did you mean %3?", {gvk.kind, gvk.apiVersion(), nearest}),
            nearest);
    if (Message absent = absentGroup(gvk); !absent.isEmpty())
        return problemAt(u"kind"_s, std::move(absent));
    if (gvk.group == u"kro.run")
        return asWarning(problemAt(u"kind"_s,
            message("schema",
                "%1 is not known here. Kinds of %2 are made by ResourceGraphDefinitions of a cluster with kro.",
                {gvk.kind, gvk.group})));
    if (schemas.hasGroup(gvk.group))
        return problemAt(u"kind"_s, message("schema", "There is no kind %1 in %2.", {gvk.kind, gvk.apiVersion()}));
    // A kind of somebody else's: what the set lacks, a server may well serve.
    return asWarning(problemAt(u"kind"_s,
        message("schema", "The kind %1 of %2 is not known here, so its fields are not checked.",
            {gvk.kind, gvk.apiVersion()})));
}

} // namespace argosy
