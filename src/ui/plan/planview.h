// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/planmodel.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace argosy {

class Banner;
class EmptyState;
class PageHeader;
class StepDetails;

/// Shows a ReviewState and says what a person asks for; decides nothing.
class PlanView final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(const Theme& theme, QWidget* parent = nullptr);

    void setState(const ReviewState& state);
    void selectStep(int step);
    void focusSteps(); ///< or the button, where there are none
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void reviewRequested();
    void applyRequested();
    void stopRequested();
    void submitRequested();
    void workflowRequested();
    void resourcesRequested();
    void takeOverRequested(qsizetype step, bool force);
    void fieldRequested(const QString& file, int document, const argosy::FieldPath& path);

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QTableView* makeTable();
    [[nodiscard]] QWidget* makeFooter();
    void showStep();
    void showBanner();
    void followBanner();
    void showEmpty();
    void showFooter();
    [[nodiscard]] int currentStep() const;

    const Theme& m_theme;
    ReviewState m_state;
    PlanModel* m_model;
    PageHeader* m_header;
    Banner* m_banner;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QTableView* m_table;
    StepDetails* m_details;
    QLabel* m_summary;
    QLabel* m_hindrance;
    QPushButton* m_review;
    QPushButton* m_stop;
    QPushButton* m_submit;
    QPushButton* m_apply;
};

} // namespace argosy
