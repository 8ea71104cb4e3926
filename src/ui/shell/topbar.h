// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/page.h>
#include <argosy/ui/widgets.h>

#include <QPointer>

class QComboBox;
class QMenu;
class QToolButton;

namespace argosy {

class ClusterSession;

/// The bar above the pages: which cluster, how it answers, how the workspace reaches its clusters, and the look.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(UiServices services, QWidget* parent = nullptr);

Q_SIGNALS:
    void connectPageRequested();
    void demoRequested();
    void noted(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildContext();
    void buildWorkspaceChoices();
    void buildThemeMenu();
    void fillContextMenu();
    void showCluster();
    void connectTo(const QString& context);

    UiServices m_ui;
    QToolButton* m_context;
    QMenu* m_contextMenu;
    IconLabel* m_kindIcon;
    QLabel* m_kind;
    StatusPill* m_state;
    QComboBox* m_arrangement;
    QComboBox* m_delivery;
    QToolButton* m_look;
};

} // namespace argosy
