// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/insight/workflowgraph.h>
#include <argosy/models/rowsmodel.h>

namespace argosy {

/// The nodes of one Workflow in execution order.
class WorkflowNodesModel final : public RowsModel<WorkflowNode>
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        PhaseColumn,
        DurationColumn,
        MessageColumn,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: the node's id
        PhaseRole, ///< QString as Argo writes it, "Planned" where it has not begun
        StateRole, ///< int of Health::State, by the phase
        TypeRole, ///< QString: Pod, DAG, …
        RunningRole, ///< bool: its duration grows
    };

    /// The clock must outlive the model.
    explicit WorkflowNodesModel(const Clock& clock, QObject* parent = nullptr);
    /// Groups that only hold others (the DAG itself, step groups) are left out unless one of them failed by itself.
    void setGraph(const WorkflowGraph& graph);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const WorkflowNode& row) const override { return row.id; }

private:
    [[nodiscard]] QString text(const WorkflowNode& node, int column) const;

    const Clock& m_clock;
};

/// How long a node has run or ran; empty where it has not begun.
[[nodiscard]] QString durationOf(const QDateTime& started, const QDateTime& finished, const QDateTime& now);

} // namespace argosy
