// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/plan.h>
#include <argosy/ops/runner.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace argosy {

/// What there is to say about a step beside its diff: the server's words, each problem at its field, warnings,
/// conflicts with the decision to take fields over. Takes no room where there is nothing.
class StepNotes final : public QWidget
{
    Q_OBJECT
public:
    explicit StepNotes(const Theme& theme, QWidget* parent = nullptr);

    /// `decidable`: taking over may be chosen now.
    void setStep(const PlanStep& step, const StepProgress& progress, bool decidable);

Q_SIGNALS:
    void fieldRequested(const argosy::FieldPath& path);
    void takeOverRequested(bool force);

private:
    void addError(const Error& error);
    void addProblem(const Problem& problem);
    void addLine(const QString& icon, Tone tone, const QString& text, const QString& objectName);
    void showConflicts(const PlanStep& step, bool decidable);

    const Theme& m_theme;
    QVBoxLayout* m_lines;
    QLabel* m_conflictTitle;
    QTableWidget* m_conflicts;
    QCheckBox* m_takeOver;
};

} // namespace argosy
