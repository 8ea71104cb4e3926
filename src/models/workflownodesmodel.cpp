// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/workflownodesmodel.h>

#include <argosy/models/words.h>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

bool isGroup(const WorkflowNode& node)
{
    return node.type == u"DAG" || node.type == u"Steps" || node.type == u"StepGroup" || node.type == u"TaskGroup"
        || node.type == u"Retry";
}

bool isFailed(const WorkflowNode& node)
{
    return node.phase == u"Failed" || node.phase == u"Error";
}

} // namespace

QString durationOf(const QDateTime& started, const QDateTime& finished, const QDateTime& now)
{
    if (!started.isValid())
        return {};
    return stopwatch(std::chrono::seconds(started.secsTo(finished.isValid() ? finished : now)));
}

WorkflowNodesModel::WorkflowNodesModel(const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_clock(clock)
{ }

void WorkflowNodesModel::setGraph(const WorkflowGraph& graph)
{
    QSet<QString> failedBelow;
    for (const WorkflowNode& node : graph.nodes)
        if (!isGroup(node) && isFailed(node))
            failedBelow.insert(node.boundary);
    QList<WorkflowNode> rows;
    std::ranges::copy_if(graph.nodes, std::back_inserter(rows), [&failedBelow](const WorkflowNode& node) {
        const bool ownFailure = isFailed(node) && !node.message.isEmpty() && !failedBelow.contains(node.id);
        return !isGroup(node) || ownFailure;
    });
    setRows(rows);
}

int WorkflowNodesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString WorkflowNodesModel::text(const WorkflowNode& node, int column) const
{
    switch (column) {
    case NameColumn: return node.displayName;
    case PhaseColumn: return node.phase;
    case DurationColumn: return durationOf(node.started, node.finished, m_clock.now());
    case MessageColumn: return node.message;
    default: return {};
    }
}

QVariant WorkflowNodesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const WorkflowNode& node = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(node, index.column());
    case Qt::ToolTipRole: return index.column() == NameColumn ? node.name : text(node, index.column());
    case IdRole: return node.id;
    case PhaseRole: return node.phase;
    case StateRole: return int(healthOfPhase(node.phase, node.message, node.started).state);
    case TypeRole: return node.type;
    case RunningRole: return node.started.isValid() && !node.finished.isValid();
    default: return {};
    }
}

QVariant WorkflowNodesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return message("models", "Step").translated();
    case PhaseColumn: return message("models", "Phase").translated();
    case DurationColumn: return message("models", "Duration").translated();
    case MessageColumn: return message("models", "Message").translated();
    default: return {};
    }
}

} // namespace argosy
