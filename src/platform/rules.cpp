// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/rules.h>

#include <argosy/platform/kinds.h>

#include "rulerun.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Check = void (*)(RuleRun&);

const QHash<GroupKind, QList<Check>>& checksByKind()
{
    static const QHash<GroupKind, QList<Check>> kChecks{
        {managedCluster(),
            {checkOperatorObject, checkCluster, checkClusterNetwork, checkAgentPools, checkNodeProvisioning}},
        {{u"containerservice.azure.com"_s, u"ManagedClustersAgentPool"_s},
            {checkOperatorObject, checkSeparateAgentPool}},
        {{u"resources.azure.com"_s, u"ResourceGroup"_s}, {checkOperatorObject, checkResourceGroup}},
        {{u"karpenter.azure.com"_s, u"AKSNodeClass"_s}, {checkNodeClass}},
        {{u"karpenter.sh"_s, u"NodePool"_s}, {checkNodePool, checkRequirements}},
        {{u"argoproj.io"_s, u"WorkflowTemplate"_s}, {checkWorkflowTemplate}},
    };
    return kChecks;
}

QList<Check> checksFor(const GroupKind& kind)
{
    const auto found = checksByKind().constFind(kind);
    if (found != checksByKind().cend())
        return *found;
    const bool isOperators = kind.group.endsWith(".azure.com"_L1) && kind.group != "karpenter.azure.com"_L1;
    return isOperators ? QList<Check>{checkOperatorObject} : QList<Check>();
}

} // namespace

QList<Problem> rulesFor(const Json& document, const DocumentContext& context)
{
    RuleRun run(document, context);
    for (const Check check : checksFor(run.gvk().groupKind()))
        check(run);
    return run.take();
}

} // namespace argosy
