// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphlayout.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

bool isGroup(const WorkflowNode& node)
{
    return node.type == u"DAG" || node.type == u"Steps" || node.type == u"StepGroup" || node.type == u"TaskGroup"
        || node.type == u"Retry";
}

/// The step whose attempt a name states, "apply(1)" is the second of "apply"; empty for other names.
QString retriedName(const QString& name)
{
    static const QRegularExpression kAttempt(u"^(.+)\\(\\d+\\)$"_s);
    return kAttempt.match(name).captured(1);
}

/// Looks through groups to the steps that are drawn. A retried step is the group of its attempts, one after the other.
class Predecessors
{
public:
    explicit Predecessors(const QList<WorkflowNode>& nodes)
    {
        QHash<QString, QString> retries;
        for (const WorkflowNode& node : nodes)
            if (node.type == u"Retry")
                retries.insert(node.name, node.id);
        for (const WorkflowNode& node : nodes)
            place(node, retries.value(retriedName(node.name)));
        for (const Place& place : std::as_const(m_nodes))
            for (const QString& id : place.before) {
                m_waitedFor[place.parent].insert(id);
                if (m_nodes.value(id).isAttempt) // who waits for the last attempt waits for the step
                    m_waitedFor[place.parent].insert(m_nodes.value(id).parent);
            }
    }

    [[nodiscard]] QStringList of(const WorkflowNode& step) const
    {
        QStringList found;
        QSet<QString> seen{step.id};
        collect(step.id, step.id, seen, found);
        found.sort();
        found.removeDuplicates();
        return found;
    }

private:
    struct Place
    {
        QString parent; ///< the group that it is part of
        QStringList before;
        bool isGroup = false;
        bool isAttempt = false;
    };

    /// `retry` is the node of the step that this one is an attempt of, or empty.
    void place(const WorkflowNode& node, const QString& retry)
    {
        Place made{node.boundary, node.dependencies, isGroup(node), !retry.isEmpty()};
        if (made.isAttempt) {
            made.parent = retry;
            made.before = {m_within.value(retry).isEmpty() ? retry : m_within.value(retry).constLast()};
        }
        m_within[made.parent].append(node.id);
        m_nodes.insert(node.id, made);
    }

    void collect(const QString& step, const QString& from, QSet<QString>& seen, QStringList& found) const
    {
        for (const QString& id : m_nodes.value(from).before) {
            if (!m_nodes.contains(id) || seen.contains(id))
                continue;
            seen.insert(id);
            if (!m_nodes.value(id).isGroup)
                found.append(id);
            else if (holds(id, step))
                collect(step, id, seen, found);
            else
                collectLast(id, seen, found);
        }
    }

    /// The steps that a group ends with.
    void collectLast(const QString& group, QSet<QString>& seen, QStringList& found) const
    {
        for (const QString& id : m_within.value(group)) {
            if (m_waitedFor.value(group).contains(id) || seen.contains(id))
                continue;
            seen.insert(id);
            if (m_nodes.value(id).isGroup)
                collectLast(id, seen, found);
            else
                found.append(id);
        }
    }

    [[nodiscard]] bool holds(const QString& group, const QString& step) const
    {
        QString id = step;
        for (qsizetype i = 0; m_nodes.contains(id) && i <= m_nodes.size(); ++i) {
            id = m_nodes.value(id).parent;
            if (id == group)
                return true;
        }
        return false;
    }

    QHash<QString, Place> m_nodes;
    QHash<QString, QStringList> m_within; ///< in the order of their start
    QHash<QString, QSet<QString>> m_waitedFor; ///< by the group in which somebody waits
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
