// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/conditionsmodel.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QVBoxLayout;

namespace argosy {

/// Conditions one below the other: type, status and age on a line, and below it why, in whole, to be selected.
class ConditionList final : public QWidget
{
    Q_OBJECT
public:
    /// Theme and model must outlive the list.
    ConditionList(const Theme& theme, const ConditionsModel& model, QWidget* parent = nullptr);

private:
    void rebuild();
    void addCondition(int row);
    [[nodiscard]] QString text(int row, ConditionsModel::Column column) const;

    const Theme& m_theme;
    const ConditionsModel& m_model;
    QVBoxLayout* m_column;
};

} // namespace argosy
