// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/ui/page.h>
#include <argosy/ui/widgets.h>

class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QVBoxLayout;

namespace argosy {

class AccessChooser;
class ClusterSession;
class SignInPanel;

/// The contexts of the kubeconfig, and how connecting to one is going.
class ConnectPage final : public Page
{
    Q_OBJECT
public:
    explicit ConnectPage(UiServices services, QWidget* parent = nullptr);
    void activate() override;

Q_SIGNALS:
    void demoRequested();

private:
    QWidget* buildContexts();
    QWidget* buildProgress();
    QPushButton* button(const QString& name, const QString& icon, const QString& text);
    void fillContexts();
    void showAccess();
    void keepAccess(AccessMode mode);
    [[nodiscard]] QString selectedContext() const;
    void watchCluster();
    void showProgress();
    void showSteps(ClusterSession& cluster);
    void connectToSelected();
    void openKubeconfig();
    void useKubeconfig(const QString& path);

    UiServices m_ui;
    Banner* m_banner;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTreeWidget* m_contexts;
    QPushButton* m_connect;
    AccessChooser* m_access;
    QWidget* m_progress;
    QVBoxLayout* m_steps;
    QList<StatusPill*> m_pills; ///< one a step
    SignInPanel* m_signIn;
    QLabel* m_error;
    QLabel* m_serverWords;
    QPushButton* m_retry;
};

} // namespace argosy
