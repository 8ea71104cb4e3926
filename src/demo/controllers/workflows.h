// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflowpods.h"

namespace argosy::demo {

/// Plays the workflow controller of Argo: starts workflows, runs them step by step and writes their status.
class Workflows final
{
public:
    explicit Workflows(Cluster& cluster);
    void step();

private:
    void step(const Json& workflow);
    void begin(const Json& workflow);
    void advance(const Json& workflow);
    void write(const Json& workflow, const Json& status);
    void end(const Json& workflow, Json status, const QString& phase, const QString& why);

    Cluster& m_cluster;
    WorkflowPods m_pods;
};

} // namespace argosy::demo
