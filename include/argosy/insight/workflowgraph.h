// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/health.h>

#include <QList>
#include <QStringList>

namespace argosy {

/// One node of a Workflow, running or still planned.
struct WorkflowNode
{
    QString id; ///< the status node's id; "planned/TASK" for a task that has no node yet
    QString name; ///< full: "provision-heron-x7.apply-managed-cluster"
    QString displayName;
    QString type; ///< Pod, DAG, Steps, StepGroup, TaskGroup, Retry, Skipped, Suspend, HTTP, Plugin
    QString templateName;
    QString phase; ///< as Argo writes it; "Planned" where Argo has not begun
    QString message;
    QString boundary; ///< id of the enclosing group; empty for the root
    QStringList
        dependencies; ///< ids of the nodes that come before it in the same group; of the enclosing group where none do
    QDateTime started;
    QDateTime finished;
    QString podName; ///< for Pod nodes
    bool hook = false; ///< an exit handler or a hook
    bool operator==(const WorkflowNode&) const = default;
};

struct WorkflowGraph
{
    enum class Nodes
    {
        Inline,
        Compressed,
        Offloaded
    };
    QString phase;
    QString progress; ///< "2/3"
    QString message;
    QDateTime started;
    QDateTime finished;
    Nodes storage = Nodes::Inline; ///< Offloaded: only the Argo server has them; `nodes` are the planned ones
    QList<WorkflowNode> nodes; ///< in execution order: before comes first, then by name

    [[nodiscard]] const WorkflowNode* find(const QString& id) const;
    /// True where somebody must resume it: a suspend node runs, or spec.suspend is set.
    bool suspended = false;
};

/// The nodes of a Workflow with the DAG tasks that have not begun. `templates` gives the spec of a WorkflowTemplate for
/// a Workflow that has not stored it yet; null: only the Workflow itself is read. Pure; never throws; a Workflow that
/// makes no sense gives what can be read.
[[nodiscard]] WorkflowGraph workflowGraph(const Json& workflow, const Json* workflowTemplate = nullptr);

/// Health by a Workflow's or node's phase.
[[nodiscard]] Health healthOfPhase(const QString& phase, const QString& message, const QDateTime& since);

} // namespace argosy
