// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/kube/condition.h>
#include <argosy/models/rowsmodel.h>

namespace argosy {

/// The conditions of one object, in the object's order.
class ConditionsModel final : public RowsModel<Condition>
{
    Q_OBJECT

public:
    enum Column
    {
        TypeColumn,
        StatusColumn,
        ReasonColumn,
        MessageColumn,
        SinceColumn,
        ColumnCount
    };
    enum Role
    {
        StatusRole = Qt::UserRole + 1, ///< QString: "True", "False", "Unknown"
        SeverityRole, ///< QString; empty where the object has none
    };

    /// The clock must outlive the model.
    explicit ConditionsModel(const Clock& clock, QObject* parent = nullptr);
    void setConditions(const QList<Condition>& conditions) { setRows(conditions); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const Condition& row) const override { return row.type; }

private:
    [[nodiscard]] QString text(const Condition& row, int column) const;

    const Clock& m_clock;
};

} // namespace argosy
