// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/insight/workflowgraph.h>

#include "inflate.h"
#include "plannedtasks.h"
#include "podname.h"

#include <nlohmann/json.hpp>

#include <queue>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qsizetype kMaxUnpackedNodes = qsizetype{64} * 1024 * 1024;

QDateTime timeAt(const Json& value, std::string_view pointer)
{
    const QString text = textAt(value, pointer);
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODate).toUTC();
}

bool flagAt(const Json& value, std::string_view pointer)
{
    const Json& flag = valueAt(value, pointer);
    return flag.is_boolean() && flag.get<bool>();
}

/// The map of nodes, unpacked where the controller has packed it; null where it cannot be had.
Json nodesOf(const Json& status)
{
    const Json& nodes = member(status, "nodes");
    if (nodes.is_object() && !nodes.empty())
        return nodes;
    const QByteArray packed = QByteArray::fromBase64(textAt(status, "/compressedNodes").toLatin1());
    const auto unpacked = gunzip(packed, kMaxUnpackedNodes);
    auto parsed = unpacked ? parseJson(*unpacked) : Result<Json>(Json());
    return parsed ? std::move(*parsed) : Json();
}

QString podNameFor(const Json& workflow, const WorkflowNode& node)
{
    const QString name = textAt(workflow, "/metadata/name");
    if (node.type != "Pod"_L1)
        return {};
    const bool firstFormat =
        textAt(workflow, "/metadata/annotations/workflows.argoproj.io~1pod-name-format") == "v1"_L1;
    return firstFormat ? node.id : podNameOf(name, node.name, node.templateName);
}

WorkflowNode readNode(const Json& workflow, const QString& id, const Json& json)
{
    const QString reference = textAt(json, "/templateRef/template");
    WorkflowNode node;
    node.id = id;
    node.name = textAt(json, "/name");
    node.displayName = textAt(json, "/displayName");
    node.type = textAt(json, "/type");
    node.templateName = reference.isEmpty() ? textAt(json, "/templateName") : reference;
    node.phase = textAt(json, "/phase");
    node.message = textAt(json, "/message");
    node.boundary = textAt(json, "/boundaryID");
    node.started = timeAt(json, "/startedAt");
    node.finished = timeAt(json, "/finishedAt");
    node.hook = flagAt(json, "/nodeFlag/hooked");
    node.podName = podNameFor(workflow, node);
    return node;
}

/// Turns the only edge list there is, children, around; a group is no predecessor of what it holds.
void linkByChildren(QList<WorkflowNode>& nodes, const Json& map)
{
    QHash<QString, WorkflowNode*> byId;
    for (WorkflowNode& node : nodes)
        byId.insert(node.id, &node);
    for (const auto& [id, json] : map.items()) {
        const Json& children = member(json, "children");
        if (!children.is_array())
            continue;
        const QString from = QString::fromStdString(id);
        for (const Json& child : children) {
            WorkflowNode* to = byId.value(textAt(child, ""), nullptr);
            if (to && to->boundary != from && to->id != from && !to->dependencies.contains(from))
                to->dependencies.append(from);
        }
    }
}

/// Adds the tasks of the entry template that have no node yet.
void addPlanned(QList<WorkflowNode>& nodes, QList<WorkflowNode> planned, const QString& workflowName)
{
    const bool hasRoot = std::ranges::any_of(nodes, [&](const WorkflowNode& node) { return node.id == workflowName; });
    QHash<QString, QString> idByTask;
    for (const WorkflowNode& node : nodes)
        if (!hasRoot || node.boundary == workflowName)
            idByTask.insert(node.displayName, node.id);
    QList<WorkflowNode> missing;
    for (WorkflowNode& task : planned)
        if (!idByTask.contains(task.displayName))
            missing.append(std::move(task));
    for (const WorkflowNode& task : missing)
        idByTask.insert(task.displayName, task.id);
    for (WorkflowNode& task : missing) {
        task.name = workflowName + u'.' + task.displayName;
        task.boundary = hasRoot ? workflowName : QString();
        QStringList ids;
        for (const QString& name : task.dependencies)
            if (idByTask.contains(name))
                ids.append(idByTask.value(name));
        task.dependencies = ids;
    }
    nodes.append(missing);
}

bool comesBefore(const WorkflowNode& a, const WorkflowNode& b)
{
    const auto key = [](const WorkflowNode& n) {
        const qint64 started = n.started.isValid() ? n.started.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        return std::tuple(n.hook, started, n.displayName, n.id);
    };
    return key(a) < key(b);
}

/// Who waits for whom, by position in a sorted list.
struct Waiting
{
    std::vector<int> open; ///< how many others a node still waits for
    std::vector<std::vector<int>> followers;
};

Waiting waitingOf(const QList<WorkflowNode>& nodes)
{
    QHash<QString, int> positions;
    for (int i = 0; i < nodes.size(); ++i)
        positions.insert(nodes[i].id, i);
    Waiting waiting{std::vector<int>(size_t(nodes.size())), std::vector<std::vector<int>>(size_t(nodes.size()))};
    for (int i = 0; i < nodes.size(); ++i)
        for (const QString& before : nodes[i].dependencies + QStringList{nodes[i].boundary})
            if (const auto found = positions.constFind(before); found != positions.cend()) {
                ++waiting.open[size_t(i)];
                waiting.followers[size_t(*found)].push_back(i);
            }
    return waiting;
}

/// What others wait for comes first; nodes that wait for each other, which is nonsense, come last as they are.
QList<WorkflowNode> inExecutionOrder(QList<WorkflowNode> nodes)
{
    std::ranges::sort(nodes, comesBefore);
    Waiting waiting = waitingOf(nodes);
    std::priority_queue<int, std::vector<int>, std::greater<>> free;
    for (int i = 0; i < nodes.size(); ++i)
        if (waiting.open[size_t(i)] == 0)
            free.push(i);
    QList<WorkflowNode> ordered;
    while (!free.empty()) {
        const int next = free.top();
        free.pop();
        waiting.open[size_t(next)] = -1;
        ordered.append(nodes[next]);
        for (const int follower : waiting.followers[size_t(next)])
            if (--waiting.open[size_t(follower)] == 0)
                free.push(follower);
    }
    for (int i = 0; i < nodes.size(); ++i)
        if (waiting.open[size_t(i)] > 0)
            ordered.append(nodes[i]);
    return ordered;
}

bool waitsForPerson(const WorkflowNode& node)
{
    return node.type == "Suspend"_L1 && node.phase == "Running"_L1;
}

} // namespace

const WorkflowNode* WorkflowGraph::find(const QString& id) const
{
    const auto found = std::ranges::find(nodes, id, &WorkflowNode::id);
    return found == nodes.cend() ? nullptr : &*found;
}

WorkflowGraph workflowGraph(const Json& workflow, const Json* workflowTemplate)
{
    const Json& status = member(workflow, "status");
    WorkflowGraph graph;
    graph.phase = textAt(status, "/phase");
    graph.progress = textAt(status, "/progress");
    graph.message = textAt(status, "/message");
    graph.started = timeAt(status, "/startedAt");
    graph.finished = timeAt(status, "/finishedAt");
    if (!textAt(status, "/offloadNodeStatusVersion").isEmpty())
        graph.storage = WorkflowGraph::Nodes::Offloaded;
    else if (!textAt(status, "/compressedNodes").isEmpty())
        graph.storage = WorkflowGraph::Nodes::Compressed;

    const Json map = nodesOf(status);
    QList<WorkflowNode> nodes;
    if (map.is_object()) {
        for (const auto& [id, json] : map.items())
            nodes.append(readNode(workflow, QString::fromStdString(id), json));
        linkByChildren(nodes, map);
    }
    if (!graph.finished.isValid())
        addPlanned(nodes, plannedTasks(workflow, workflowTemplate), textAt(workflow, "/metadata/name"));
    graph.nodes = inExecutionOrder(std::move(nodes));
    const bool running = !graph.finished.isValid();
    graph.suspended =
        running && (flagAt(workflow, "/spec/suspend") || std::ranges::any_of(graph.nodes, waitsForPerson));
    return graph;
}

Health healthOfPhase(const QString& phase, const QString& message, const QDateTime& since)
{
    using S = Health::State;
    static const QHash<QString, S> kStates{
        {QString(), S::Progressing},
        {u"Planned"_s, S::Progressing},
        {u"Pending"_s, S::Progressing},
        {u"Running"_s, S::Progressing},
        {u"Succeeded"_s, S::Healthy},
        {u"Skipped"_s, S::Healthy},
        {u"Omitted"_s, S::Healthy},
        {u"Failed"_s, S::Degraded},
        {u"Error"_s, S::Degraded},
    };
    Health health{.state = kStates.value(phase, S::Unknown), .reason = phase, .since = since};
    if (!message.isEmpty())
        health.message = {.context = "insight", .source = "%1", .arguments = {message}};
    return health;
}

} // namespace argosy
