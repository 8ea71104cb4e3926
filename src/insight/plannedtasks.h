// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/workflowgraph.h>

namespace argosy {

/// What the entry template of a Workflow's spec is going to run: one node per DAG task or step, phase "Planned", with
/// its dependencies as names of other tasks of the same list. Nothing for a template that runs a single pod.
[[nodiscard]] QList<WorkflowNode> plannedTasks(const Json& workflow, const Json* workflowTemplate);

} // namespace argosy
