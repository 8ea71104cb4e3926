// SPDX-License-Identifier: GPL-3.0-or-later
#include "treeedges.h"

#include <argosy/platform/kinds.h>

#include <array>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Edge = TreeNode::Edge;
using EdgeRule = void (*)(TreeTable&, const Object&);

ObjectRef beside(
    const Object& object, const QString& group, const QString& kind, const QString& nameSpace, const QString& name)
{
    return {object.ref().cluster, group, kind, nameSpace, name};
}

void hangNamed(TreeTable& table, const Object& object, const ObjectRef& parent, Edge edge)
{
    if (!parent.name.isEmpty())
        table.hang(object.ref().id(), table.rowOf(parent), edge);
}

void byOwner(TreeTable& table, const Object& object)
{
    const Snapshot* snapshot = table.snapshotOf(object.ref().cluster);
    if (!snapshot)
        return;
    QList<OwnerReference> owners = object.owners();
    std::ranges::stable_sort(owners, [](const auto& a, const auto& b) { return a.controller > b.controller; });
    for (const OwnerReference& owner : owners)
        if (const ObjectPtr parent = snapshot->findUid(owner.uid))
            table.hang(object.ref().id(), parent->ref().id(), Edge::Owner);
}

/// A pod of a Workflow hangs below the node that it runs.
void byWorkflowNode(TreeTable& table, const Object& object)
{
    const QString node = object.annotations().value(u"workflows.argoproj.io/node-id"_s);
    const QString workflow = object.labels().value(u"workflows.argoproj.io/workflow"_s);
    if (node.isEmpty() || workflow.isEmpty())
        return;
    const ObjectRef ref = beside(object, u"argoproj.io"_s, u"Workflow"_s, object.ref().nameSpace, workflow);
    table.hang(object.ref().id(), workflowNodeId(ref.id(), node), Edge::Label);
}

void byOperatorOwner(TreeTable& table, const Object& object)
{
    const KindFacts* facts = factsFor(object.ref().groupKind());
    if (!facts || !facts->owner)
        return;
    const ObjectRef owner = beside(
        object, facts->owner->group, facts->owner->kind, object.ref().nameSpace, object.field("/spec/owner/name"));
    hangNamed(table, object, owner, Edge::Spec);
}

void byNodeClassRef(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() == GroupKind{u"karpenter.sh"_s, u"NodePool"_s})
        hangNamed(table, object,
            beside(object, u"karpenter.azure.com"_s, u"AKSNodeClass"_s, {},
                object.field("/spec/template/spec/nodeClassRef/name")),
            Edge::Spec);
}

void byPoolLabel(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{u"karpenter.sh"_s, u"NodeClaim"_s})
        return;
    const QString pool = object.labels().value(u"karpenter.sh/nodepool"_s);
    const ObjectRef ref = beside(object, u"karpenter.sh"_s, u"NodePool"_s, {}, pool);
    table.hang(object.ref().id(), ref.id(), Edge::Label);
}

/// A claim names its node; the node's owner reference may not be there yet.
void byClaim(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{u"karpenter.sh"_s, u"NodeClaim"_s})
        return;
    const ObjectRef node = beside(object, {}, u"Node"_s, {}, object.field("/status/nodeName"));
    table.hang(node.id(), object.ref().id(), Edge::Spec);
}

QString clusterRow(const ClusterId& cluster)
{
    if (!cluster.isWorkload())
        return {};
    const QString& text = cluster.toString();
    return ObjectRef{ClusterId::management(), u"containerservice.azure.com"_s, u"ManagedCluster"_s,
        text.section(u'/', 1, 1), text.section(u'/', 2)}
        .id();
}

void byAgentPool(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{QString(), u"Node"_s})
        return;
    const QString pool = object.labels().value(u"kubernetes.azure.com/agentpool"_s);
    if (!pool.isEmpty())
        table.hang(object.ref().id(), agentPoolId(clusterRow(object.ref().cluster), pool), Edge::Virtual);
}

void byTemplate(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{u"argoproj.io"_s, u"Workflow"_s})
        return;
    const auto named = [&object](const QString& name) {
        return beside(object, u"argoproj.io"_s, u"WorkflowTemplate"_s, object.ref().nameSpace, name);
    };
    hangNamed(table, object, named(object.field("/spec/workflowTemplateRef/name")), Edge::Spec);
    const QString label = object.labels().value(u"workflows.argoproj.io/workflow-template"_s);
    table.hang(object.ref().id(), named(label).id(), Edge::Label);
}

/// The Secrets that a ManagedCluster's kubeconfig is exported to. One that is not there is missing once the cluster is
/// ready.
void byExport(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{u"containerservice.azure.com"_s, u"ManagedCluster"_s})
        return;
    const Condition* ready = object.condition(u"Ready");
    for (const char* pointer :
        {"/spec/operatorSpec/secrets/adminCredentials/name", "/spec/operatorSpec/secrets/userCredentials/name"}) {
        const ObjectRef secret = beside(object, {}, u"Secret"_s, object.ref().nameSpace, object.field(pointer));
        if (secret.name.isEmpty())
            continue;
        const QString row = ready && ready->isTrue() ? table.rowOf(secret) : secret.id();
        table.hang(row, object.ref().id(), Edge::Spec);
    }
}

void byKroLabels(TreeTable& table, const Object& object)
{
    const QString name = object.labels().value(u"kro.run/instance-name"_s);
    if (name.isEmpty())
        return;
    const ObjectRef instance =
        beside(object, u"kro.run"_s, u"AKSCluster"_s, object.labels().value(u"kro.run/instance-namespace"_s), name);
    table.hang(object.ref().id(), instance.id(), Edge::Label);
}

void byNodeName(TreeTable& table, const Object& object)
{
    if (object.ref().groupKind() != GroupKind{QString(), u"Pod"_s})
        return;
    const ObjectRef node = beside(object, {}, u"Node"_s, {}, object.field("/spec/nodeName"));
    table.hang(object.ref().id(), node.id(), Edge::Spec);
}

/// What Karpenter has in a workload cluster hangs below the ManagedCluster that leads there.
void byCluster(TreeTable& table, const Object& object)
{
    const KindFacts* facts = factsFor(object.ref().groupKind());
    if (facts && facts->karpenter)
        table.hang(object.ref().id(), clusterRow(object.ref().cluster), Edge::Virtual);
}

/// In order of strength: a row keeps the first parent it gets.
constexpr std::array kRules{
    byWorkflowNode,
    byOwner,
    byOperatorOwner,
    byNodeClassRef,
    byClaim,
    byExport,
    byTemplate,
    byPoolLabel,
    byKroLabels,
    byAgentPool,
    byNodeName,
    byCluster,
};

QStringList sortedIds(TreeTable& table)
{
    QStringList ids = table.records().keys();
    ids.sort();
    return ids;
}

} // namespace

void hangRows(TreeTable& table)
{
    QList<ObjectPtr> objects;
    for (const QString& id : sortedIds(table))
        if (const ObjectPtr object = table.find(id)->node.object)
            objects.append(object);
    for (const EdgeRule rule : kRules)
        for (const ObjectPtr& object : objects)
            rule(table, *object);
    // A node class that is only named belongs to the cluster as much as one that is there.
    for (const QString& id : sortedIds(table)) {
        TreeRecord* record = table.find(id);
        const KindFacts* facts = factsFor(record->node.ref.groupKind());
        if (!record->node.object && facts && facts->karpenter)
            table.hang(id, clusterRow(record->node.ref.cluster), Edge::Virtual);
    }
}

void cutCycles(TreeTable& table)
{
    QSet<QString> safe; // known to lead to a root
    for (const QString& start : sortedIds(table)) {
        QStringList path;
        QSet<QString> onPath;
        QString id = start;
        while (!id.isEmpty() && !safe.contains(id) && !onPath.contains(id)) {
            path.append(id);
            onPath.insert(id);
            id = table.find(id)->parent;
        }
        if (onPath.contains(id)) {
            TreeRecord* first = table.find(*std::min_element(path.cbegin() + path.indexOf(id), path.cend()));
            first->parent.clear();
            first->node.edge = Edge::Root;
        }
        safe.unite(onPath);
    }
}

} // namespace argosy
