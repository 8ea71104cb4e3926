// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphlayout.h"

namespace argosy {

namespace {

bool isGroup(const WorkflowNode& node)
{
    return node.type == u"DAG" || node.type == u"Steps" || node.type == u"StepGroup" || node.type == u"TaskGroup"
        || node.type == u"Retry";
}

/// Looks through groups to the steps that are drawn.
class Predecessors
{
public:
    explicit Predecessors(const QList<WorkflowNode>& nodes)
    {
        for (const WorkflowNode& node : nodes) {
            m_nodes.insert(node.id, &node);
            m_within[node.boundary].append(&node);
            for (const QString& id : node.dependencies)
                m_waitedFor[node.boundary].insert(id);
        }
    }

    [[nodiscard]] QStringList of(const WorkflowNode& step) const
    {
        QStringList found;
        QSet<QString> seen{step.id};
        collect(step, step, seen, found);
        found.sort();
        found.removeDuplicates();
        return found;
    }

private:
    void collect(const WorkflowNode& step, const WorkflowNode& from, QSet<QString>& seen, QStringList& found) const
    {
        for (const QString& id : from.dependencies) {
            const WorkflowNode* node = m_nodes.value(id);
            if (!node || seen.contains(id))
                continue;
            seen.insert(id);
            if (!isGroup(*node))
                found.append(id);
            else if (holds(*node, step))
                collect(step, *node, seen, found);
            else
                collectLast(*node, seen, found);
        }
    }

    /// The steps that a group ends with.
    void collectLast(const WorkflowNode& group, QSet<QString>& seen, QStringList& found) const
    {
        for (const WorkflowNode* node : m_within.value(group.id)) {
            if (m_waitedFor.value(group.id).contains(node->id) || seen.contains(node->id))
                continue;
            seen.insert(node->id);
            if (isGroup(*node))
                collectLast(*node, seen, found);
            else
                found.append(node->id);
        }
    }

    [[nodiscard]] bool holds(const WorkflowNode& group, const WorkflowNode& step) const
    {
        const WorkflowNode* node = &step;
        for (qsizetype i = 0; node && i <= m_nodes.size(); ++i) {
            if (node->boundary == group.id)
                return true;
            node = m_nodes.value(node->boundary);
        }
        return false;
    }

    QHash<QString, const WorkflowNode*> m_nodes;
    QHash<QString, QList<const WorkflowNode*>> m_within;
    QHash<QString, QSet<QString>> m_waitedFor;
};

int columnOf(const QString& id, const QHash<QString, QStringList>& before, QHash<QString, int>& columns)
{
    const auto known = columns.constFind(id);
    if (known != columns.cend())
        return *known;
    columns.insert(id, 0); // ends a cycle
    int column = 0;
    for (const QString& earlier : before.value(id))
        column = std::max(column, columnOf(earlier, before, columns) + 1);
    columns[id] = column;
    return column;
}

/// The mean row of what a step waits for, so that edges cross as little as a simple rule can do.
double wish(const QStringList& before, const QHash<QString, GraphPlace>& places)
{
    double sum = 0;
    for (const QString& id : before)
        sum += places.value(id).row;
    return before.isEmpty() ? 0 : sum / double(before.size());
}

} // namespace

GraphDrawing drawingOf(const QList<WorkflowNode>& nodes)
{
    GraphDrawing drawing;
    const Predecessors predecessors(nodes);
    for (const WorkflowNode& node : nodes) {
        if (isGroup(node))
            continue;
        drawing.steps.append(node);
        drawing.before.insert(node.id, predecessors.of(node));
    }
    QHash<QString, int> columns;
    QMap<int, QStringList> byColumn;
    for (const WorkflowNode& step : std::as_const(drawing.steps))
        byColumn[columnOf(step.id, drawing.before, columns)].append(step.id);
    for (auto it = byColumn.begin(); it != byColumn.end(); ++it) {
        std::ranges::stable_sort(
            *it, {}, [&](const QString& id) { return wish(drawing.before.value(id), drawing.places); });
        const double top = -double(it->size() - 1) / 2;
        for (qsizetype i = 0; i < it->size(); ++i)
            drawing.places.insert(it->at(i), {it.key(), top + double(i)});
    }
    return drawing;
}

} // namespace argosy
