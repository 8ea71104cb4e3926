// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/insight/workflowgraph.h>
#include <argosy/models/workflowsmodel.h>
#include <argosy/ui/theme.h>

#include "resources/watchstate.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTableView;

namespace argosy {

class Banner;
class EmptyState;
class OutdatedVeil;
class WorkflowDetails;

/// The list of Workflows and the selected one.
class WorkflowsView final : public QWidget
{
    Q_OBJECT
public:
    /// The model must outlive the view, the clock too.
    WorkflowsView(const Theme& theme, const Clock& clock, WorkflowsModel& model, QWidget* parent = nullptr);

    void setWatchState(const WatchSummary& state);
    /// What there is to say where there is no Workflow.
    void setEmptyReason(const QString& sentence, const QString& button);
    /// Selects it, now or as soon as it is there.
    void select(const QString& id);
    [[nodiscard]] ObjectPtr selected() const;
    /// Of the selected Workflow.
    void setGraph(const WorkflowGraph& graph);
    void focusList();
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void selectionChanged();
    void emptyActionTriggered();
    void retryRequested();

private:
    [[nodiscard]] QTableView* makeList();
    void takeRows();

    const Theme& m_theme;
    WorkflowsModel& m_model;
    QString m_wanted; ///< id of a Workflow that is to be selected once it is there
    Banner* m_banner;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    OutdatedVeil* m_veil;
    QTableView* m_list;
    WorkflowDetails* m_details;
};

} // namespace argosy
