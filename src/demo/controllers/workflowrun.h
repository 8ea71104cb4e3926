// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflowpods.h"
#include "workflowtext.h"

namespace argosy::demo {

/**
 * One step of one workflow: walks the tree of its nodes, starts what can start and looks at what runs. Works on the
 * status it is given, so that all that changed is written at once.
 */
class WorkflowRun final
{
public:
    /// `spec` is the workflow's own over its template's.
    WorkflowRun(Cluster& cluster, WorkflowPods& pods, const Json& workflow, const Json& spec, Json& status);

    /// Runs the entrypoint, then the exit handler; empty while something runs, else the phase of the whole.
    [[nodiscard]] QString advance();
    /// The message that goes with the phase.
    [[nodiscard]] const QString& message() const { return m_message; }
    /// Ends everything that runs.
    void stop(const QString& why);

private:
    struct Task
    {
        QString name; ///< of its node
        QString displayName;
        QString boundary; ///< id of the enclosing node; empty for none
        QStringList parents; ///< ids of the nodes before it
    };

    QString runTemplate(const Task& task, const QString& templateName, const Json& arguments, const Scope& scope);
    QString runDag(const Task& dag, const Json& tasks, const Scope& scope);
    QString runDagTask(const Task& dag, const Json& task, const Scope& scope);
    QString runSteps(const Task& steps, const Json& groups, const Scope& scope);
    QString runRetries(const Task& task, const Json& tmpl, const Scope& scope);
    QString runPod(const Task& task, const Json& tmpl, const Scope& scope);
    QString runSuspend(const Task& task, const Json& tmpl);

    void ensureNode(const Task& task, const char* type, const QString& templateName);
    QString skip(const Task& task, const char* phase, const QString& why);
    QString finish(const Task& task, const QString& phase, const QString& why = {});
    void collectOutbound(const Task& dag, const Json& tasks);
    [[nodiscard]] QString idOf(const Task& task) const { return workflowNodeId(m_name, task.name); }
    /// Valid until the next node is added.
    [[nodiscard]] Json& node(const QString& id);
    [[nodiscard]] QString phaseOf(const QString& nodeName) const;
    [[nodiscard]] const Json& templateNamed(const QString& name) const;
    [[nodiscard]] Scope workflowScope() const;

    Cluster& m_cluster;
    WorkflowPods& m_pods;
    const Json& m_workflow;
    const Json& m_spec;
    Json& m_status;
    QString m_name;
    QString m_message;
};

} // namespace argosy::demo
