// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/kube/object.h>
#include <argosy/models/rowsmodel.h>

namespace argosy {

/// One Workflow of a list.
struct WorkflowRow
{
    ObjectPtr object;
    bool operator==(const WorkflowRow&) const = default; ///< live objects are immutable
};

/// All Workflows that are known, the newest first.
class WorkflowsModel final : public RowsModel<WorkflowRow>
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        PhaseColumn,
        ProgressColumn,
        AgeColumn,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: ObjectRef::id()
        StateRole, ///< int of Health::State, by the phase
        ObjectRole, ///< ObjectPtr
        RefRole, ///< ObjectRef
    };

    /// The clock must outlive the model.
    explicit WorkflowsModel(const Clock& clock, QObject* parent = nullptr);
    /// In any order.
    void setWorkflows(const QList<ObjectPtr>& workflows);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const WorkflowRow& row) const override { return row.object->ref().id(); }

private:
    [[nodiscard]] QString text(const Object& object, int column) const;

    const Clock& m_clock;
};

} // namespace argosy
