// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/workflownodesmodel.h>
#include <argosy/ui/theme.h>

#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QTableView;

namespace argosy {

class Banner;
class GraphView;
class StatusPill;

/// One workflow: how far it is, its steps as a graph and as a table.
class WorkflowDetails final : public QWidget
{
    Q_OBJECT
public:
    WorkflowDetails(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setWorkflow(const QString& name, const WorkflowGraph& graph);
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QTableView* makeTable();
    void showHeader();
    void showBanner();
    void choose(const QString& id);
    void tick();

    const Theme& m_theme;
    const Clock& m_clock;
    WorkflowGraph m_graph;
    WorkflowNodesModel* m_model;
    QLabel* m_name;
    QLabel* m_progress;
    QLabel* m_message;
    StatusPill* m_phase;
    Banner* m_banner;
    GraphView* m_view;
    QTableView* m_table;
    QSplitter* m_splitter;
    QTimer m_tick; ///< what runs grows longer without any event
};

} // namespace argosy
