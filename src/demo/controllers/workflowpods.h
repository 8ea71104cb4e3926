// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster.h"
#include "workflowtext.h"

#include <QSet>

namespace argosy::demo {

struct PodState
{
    QString phase;
    QString message;
};

/**
 * The pods of workflow nodes and what runs in them. A resource template's manifest is really applied, and its
 * conditions are looked at; of a script or a container, what it applies and waits for with kubectl is done where its
 * inputs carry the manifests, and the rest just takes a while.
 */
class WorkflowPods final
{
public:
    explicit WorkflowPods(Cluster& cluster);

    /// Moves a node's pod on. `tmpl` has its tags filled.
    [[nodiscard]] PodState advance(
        const Json& workflow, const Json& spec, const Json& node, const Json& tmpl, const Scope& scope);
    /// Ends the pod of a node that was stopped.
    void forget(const Json& workflow, const Json& node);

private:
    struct Pod
    {
        const Json& workflow;
        const Json& node;
        const Json& tmpl;
        QString stage; ///< the prefix of its timers
    };

    [[nodiscard]] QString obstacle(const Pod& pod, const Json& spec) const;
    [[nodiscard]] PodState run(const Pod& pod, const Scope& scope);
    [[nodiscard]] PodState runResource(const Pod& pod, const Json& resource);
    [[nodiscard]] PodState runCommand(const Pod& pod, const Scope& scope);
    [[nodiscard]] PodState applyOnce(const Pod& pod, const QList<Json>& manifests, const QString& flags);
    [[nodiscard]] std::optional<PodState> deadline(const Pod& pod);
    void createPod(const Pod& pod);
    void setPodPhase(const Json& workflow, const Json& node, const QString& phase);

    Cluster& m_cluster;
    QSet<QString> m_done; ///< what must not be done twice, by stage
};

} // namespace argosy::demo
