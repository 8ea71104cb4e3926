// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/reviewstate.h>
#include <argosy/models/rowsmodel.h>

namespace argosy {

/// One step as a row shows it.
struct PlanRow
{
    int step = 0; ///< index into the plan
    ObjectRef object;
    QString apiVersion;
    int wave = 0;
    PlanAction action = PlanAction::Pending;
    bool force = false;
    bool carried = false; ///< by the Workflow
    std::optional<StepProgress::State> progress; ///< nothing before a run, and for what the run leaves out
    Message note; ///< what there is to say in a few words
    bool operator==(const PlanRow&) const = default;
};
/// The rows of a review. Pure.
[[nodiscard]] QList<PlanRow> planRows(const ReviewState& state);

/// The steps of a plan in apply order.
class PlanModel final : public RowsModel<PlanRow>
{
    Q_OBJECT

public:
    enum Column
    {
        NumberColumn,
        ActionColumn,
        ObjectColumn,
        KindColumn,
        NamespaceColumn,
        WaveColumn,
        StateColumn,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: ObjectRef::id()
        StepRole, ///< int: index into the plan
        ActionRole, ///< int of PlanAction
        ProgressRole, ///< int of StepProgress::State; invalid before a run
        CarriedRole, ///< bool: the Workflow carries it
        GroupKindRole, ///< GroupKind
    };

    using RowsModel::RowsModel;
    void setState(const ReviewState& state) { setRows(planRows(state)); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const PlanRow& row) const override;

private:
    [[nodiscard]] QVariant text(const PlanRow& row, int column) const;
};

} // namespace argosy
