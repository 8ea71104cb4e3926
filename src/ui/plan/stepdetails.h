// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/reviewstate.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace argosy {

class DiffView;
class EmptyState;
class IconLabel;
class StatusPill;
class StepNotes;

/// One step of a plan: what it is about, what the server says, what would change.
class StepDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit StepDetails(const Theme& theme, QWidget* parent = nullptr);

    /// Shows that step; -1 shows none.
    void setStep(const ReviewState& state, qsizetype index);

Q_SIGNALS:
    void fieldRequested(const QString& file, int document, const argosy::FieldPath& path);
    void takeOverRequested(bool force);

private:
    [[nodiscard]] QWidget* makeHeader();
    void showDiff(const PlanStep& step);
    void explainNoDiff(const PlanStep& step);

    const Theme& m_theme;
    PlanDocument m_source;
    IconLabel* m_icon;
    QLabel* m_name;
    QLabel* m_file;
    StatusPill* m_action;
    QPushButton* m_edit;
    StepNotes* m_notes;
    QStackedWidget* m_stack;
    DiffView* m_diff;
    EmptyState* m_empty;
    /// What the shown diff was made of, so that progress does not make it anew.
    std::shared_ptr<const Json> m_live;
    std::shared_ptr<const Json> m_result;
    int m_wanted = 0; ///< counts requests: an answer to an older one is dropped
};

} // namespace argosy
