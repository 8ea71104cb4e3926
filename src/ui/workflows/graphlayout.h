// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/workflowgraph.h>

namespace argosy {

/// Where a step stands in the drawing: columns from the left, rows from the top, in whole and half steps.
struct GraphPlace
{
    int column = 0;
    double row = 0;
    bool operator==(const GraphPlace&) const = default;
};

/// What is drawn of a workflow: its steps without the groups that hold them, and which comes before which.
struct GraphDrawing
{
    QList<WorkflowNode> steps; ///< in execution order
    QHash<QString, QStringList> before; ///< by step: the steps that it waits for
    QHash<QString, GraphPlace> places;
};

/// A step stands one column to the right of the last one that it waits for; columns are centred on each other. Groups
/// are looked through: what waits for a group waits for its last steps. Pure; ends for cycles too.
[[nodiscard]] GraphDrawing drawingOf(const QList<WorkflowNode>& nodes);

} // namespace argosy
