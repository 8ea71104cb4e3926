// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/kinds.h>
#include <argosy/platform/versions.h>

#include "names.h"
#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

void checkVersion(RuleRun& run)
{
    const ApiCatalog* catalog = run.context().catalog;
    const Gvk& gvk = run.gvk();
    if (catalog && !catalog->isEmpty() && !catalog->find(gvk)) {
        const QStringList served = catalog->versions(gvk.groupKind());
        if (!served.isEmpty())
            run.error("aso/version-not-served", pathOf(u"/apiVersion"),
                message("platform", "This cluster does not serve %1; it serves %2.",
                    {gvk.apiVersion(), served.join(u", "_s)}),
                gvk.group + u'/' + chooseVersion(gvk.groupKind(), SchemaSet::builtin(), catalog));
        return;
    }
    if (isRetiredVersion(gvk))
        run.warning("aso/version-retired", pathOf(u"/apiVersion"),
            message("platform", "Azure has retired %1; the operator's next releases do not serve it any more.",
                {gvk.apiVersion()}),
            gvk.group + u'/' + chooseVersion(gvk.groupKind(), SchemaSet::builtin(), catalog));
}

void checkOwner(RuleRun& run)
{
    const QString owner = run.text("/spec/owner/name");
    const KindFacts* facts = factsFor(run.gvk().groupKind());
    if (owner.isEmpty() || !facts || !facts->owner)
        return;
    const GroupKind* kind = &*facts->owner;
    const ObjectRef ref{run.context().cluster, kind->group, kind->kind, run.nameSpace(), owner};
    if (run.presence(ref) == RuleRun::Presence::Present)
        return;
    for (const DocumentContext::Neighbour& other : run.others(*kind))
        if (textAt(*other.document, "/metadata/name") == owner) {
            run.error("aso/owner-namespace", pathOf(u"/spec/owner/name"),
                message("platform", "%1 %2 is in namespace %3; an owner has to be in the same namespace.",
                    {kind->kind, owner, textAt(*other.document, "/metadata/namespace")}));
            return;
        }
    if (run.presence(ref) == RuleRun::Presence::Absent)
        run.error("aso/owner-missing", pathOf(u"/spec/owner/name"),
            message("platform", "There is no %1 %2 in namespace %3; the operator would wait for it.",
                {kind->kind, owner, run.nameSpace()}));
}

void checkAnnotations(RuleRun& run)
{
    const FieldPath annotations = pathOf(u"/metadata/annotations");
    const QString policy = run.text("/metadata/annotations/serviceoperator.azure.com~1reconcile-policy");
    const QStringList words{u"manage"_s, u"skip"_s, u"detach-on-delete"_s};
    if (!policy.isEmpty() && !words.contains(policy))
        run.error("aso/reconcile-policy", annotations / u"serviceoperator.azure.com/reconcile-policy"_s,
            message("platform", "“%1” is no reconcile policy and would count as manage; there are %2.",
                {policy, words.join(u", "_s)}),
            policy.startsWith("detach"_L1, Qt::CaseInsensitive) ? words[2] : words[0]);
    if (run.text("/metadata/annotations/serviceoperator.azure.com~1credential-from").contains(u'/'))
        run.error("aso/credential-from", annotations / u"serviceoperator.azure.com/credential-from"_s,
            message(
                "platform", "credential-from is the bare name of a Secret in the same namespace, without a slash."));
}

} // namespace

void checkOperatorObject(RuleRun& run)
{
    checkObjectName(run, "aso/object-name");
    checkVersion(run);
    checkOwner(run);
    checkAnnotations(run);
    checkOperatorValues(run);
}

void checkResourceGroup(RuleRun& run)
{
    const bool named = run.at("/spec/azureName").is_string();
    const QString name = named ? run.text("/spec/azureName") : run.name();
    checkResourceGroupName(run, "aso/group-name", pathOf(named ? u"/spec/azureName" : u"/metadata/name"), name);
}

} // namespace argosy
