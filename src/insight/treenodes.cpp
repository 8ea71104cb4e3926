// SPDX-License-Identifier: GPL-3.0-or-later
#include "treenodes.h"

#include <argosy/insight/workflowgraph.h>
#include <argosy/platform/kinds.h>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// What only tells about other objects, or changes all the time.
bool isNoise(const GroupKind& kind)
{
    static const QSet<GroupKind> kNoise{
        {QString(), u"Event"_s},
        {u"events.k8s.io"_s, u"Event"_s},
        {u"coordination.k8s.io"_s, u"Lease"_s},
        {QString(), u"Endpoints"_s},
        {u"discovery.k8s.io"_s, u"EndpointSlice"_s},
    };
    return kNoise.contains(kind);
}

/// The kinds that people look for by themselves; of the others there are thousands.
bool standsAlone(const GroupKind& kind, const TreeOptions& options)
{
    if (options.kinds.contains(kind) || kind.group == "kro.run"_L1 || kind == GroupKind{QString(), u"Node"_s})
        return true;
    const KindFacts* facts = factsFor(kind);
    return facts && facts->area != "kubernetes"_L1 && facts->kind.kind != "WorkflowTaskResult"_L1;
}

Health agentPoolHealth(const Json& pool, const Health& cluster)
{
    const QString state = textAt(pool, "/provisioningState");
    const QString power = textAt(pool, "/powerState/code");
    Health health{.state = Health::State::Progressing, .reason = state, .since = cluster.since};
    if (state == "Succeeded"_L1)
        health.state = Health::State::Healthy;
    if (state == "Failed"_L1 || state == "Canceled"_L1)
        health.state = Health::State::Degraded;
    if (power == "Stopped"_L1) {
        health.state = Health::State::Suspended;
        health.reason = power;
    }
    return health;
}

QList<ObjectPtr> everywhere(const TreeTable& table, const GroupKind& kind)
{
    QList<ObjectPtr> objects;
    for (const SnapshotPtr& snapshot : table.snapshots())
        objects.append(snapshot->ofKind(kind));
    return objects;
}

/// An attempt hangs below its Retry node, all others below the group that holds them.
QString parentNode(const WorkflowGraph& graph, const WorkflowNode& node)
{
    for (const QString& id : node.dependencies) {
        const WorkflowNode* before = graph.find(id);
        if (before && before->type == "Retry"_L1 && node.name.startsWith(before->name + u'('))
            return id;
    }
    return node.boundary;
}

void addNodesOf(TreeTable& table, const Object& workflow)
{
    const WorkflowGraph graph = workflowGraph(workflow.body());
    const QString row = workflow.ref().id();
    for (int order = 0; order < graph.nodes.size(); ++order) {
        const WorkflowNode& node = graph.nodes[order];
        // The root node is the Workflow itself.
        if (node.id == workflow.ref().name)
            continue;
        const QString parent = parentNode(graph, node);
        const bool nested = !parent.isEmpty() && parent != workflow.ref().name && graph.find(parent);
        TreeRecord record{.parent = nested ? workflowNodeId(row, parent) : row, .order = order};
        record.node = {.id = workflowNodeId(row, node.id),
            .ref = workflow.ref(),
            .label = node.displayName,
            .kind = u"Workflow node"_s,
            .edge = TreeNode::Edge::Virtual,
            .health = healthOfPhase(node.phase, node.message, node.finished.isValid() ? node.finished : node.started)};
        table.add(record);
    }
}

} // namespace

TreeTable::TreeTable(const QList<SnapshotPtr>& snapshots, const QDateTime& now, const TreeOptions& options)
    : m_snapshots(snapshots)
{
    for (const SnapshotPtr& snapshot : snapshots)
        addObjects(*snapshot, now, options);
}

void TreeTable::addObjects(const Snapshot& snapshot, const QDateTime& now, const TreeOptions& options)
{
    const QList<ObjectPtr> objects = snapshot.all();
    for (const ObjectPtr& object : objects) {
        const GroupKind kind = object->ref().groupKind();
        if (isNoise(kind))
            continue;
        TreeRecord record{.wave = applyWave(kind), .standsAlone = argosy::standsAlone(kind, options)};
        record.node = {.id = object->ref().id(),
            .ref = object->ref(),
            .label = object->ref().name,
            .kind = object->ref().kind,
            .health = healthOf(*object, now),
            .object = object};
        add(record);
    }
}

TreeRecord* TreeTable::find(const QString& id)
{
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &*found;
}

const Snapshot* TreeTable::snapshotOf(const ClusterId& cluster) const
{
    const auto found = std::ranges::find_if(m_snapshots, [&](const SnapshotPtr& s) { return s->cluster() == cluster; });
    return found == m_snapshots.cend() ? nullptr : found->get();
}

void TreeTable::hang(const QString& id, const QString& parent, TreeNode::Edge edge)
{
    TreeRecord* record = find(id);
    if (!record || !record->parent.isEmpty() || id == parent || !find(parent))
        return;
    record->parent = parent;
    record->node.edge = edge;
}

QString TreeTable::rowOf(const ObjectRef& ref)
{
    const QString id = ref.id();
    if (find(id))
        return id;
    const Snapshot* snapshot = snapshotOf(ref.cluster);
    if (!snapshot || !snapshot->isComplete(ref.groupKind()))
        return {};
    TreeRecord record{.wave = applyWave(ref.groupKind()), .standsAlone = true};
    record.node = {.id = id, .ref = ref, .label = ref.name, .kind = ref.kind};
    record.node.health = {.state = Health::State::Missing,
        .reason = u"NotFound"_s,
        .message = message("insight", "Something refers to it, and it does not exist.")};
    add(record);
    return id;
}

void TreeTable::add(const TreeRecord& record)
{
    m_records.insert(record.node.id, record);
}

void addAgentPools(TreeTable& table)
{
    const auto clusters = everywhere(table, {u"containerservice.azure.com"_s, u"ManagedCluster"_s});
    for (const ObjectPtr& cluster : clusters) {
        const Json body = cluster->body();
        const Json& reported = valueAt(body, "/status/agentPoolProfiles");
        const Json& pools = reported.is_array() ? reported : valueAt(body, "/spec/agentPoolProfiles");
        if (!pools.is_array())
            continue;
        const QString row = cluster->ref().id();
        const Health clusterHealth = table.find(row)->node.health;
        int order = 0;
        for (const Json& pool : pools) {
            TreeRecord record{.parent = row, .order = order++};
            record.node = {.id = agentPoolId(row, textAt(pool, "/name")),
                .ref = cluster->ref(),
                .label = textAt(pool, "/name"),
                .kind = u"Agent pool"_s,
                .edge = TreeNode::Edge::Virtual,
                .health = agentPoolHealth(pool, clusterHealth)};
            table.add(record);
        }
    }
}

void addWorkflowNodes(TreeTable& table)
{
    const auto workflows = everywhere(table, {u"argoproj.io"_s, u"Workflow"_s});
    for (const ObjectPtr& workflow : workflows)
        addNodesOf(table, *workflow);
}

QString agentPoolId(const QString& clusterRow, const QString& pool)
{
    return clusterRow + "#pool/"_L1 + pool;
}

QString workflowNodeId(const QString& workflowRow, const QString& node)
{
    return workflowRow + "#node/"_L1 + node;
}

} // namespace argosy
