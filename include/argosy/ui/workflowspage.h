// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>
#include <argosy/ui/page.h>

namespace argosy {

class Store;
class WorkflowsModel;
class WorkflowsView;

/// The Workflows of the connected cluster while they run.
class WorkflowsPage final : public Page
{
    Q_OBJECT
public:
    explicit WorkflowsPage(UiServices services, QWidget* parent = nullptr);

    /// Selects that Workflow, now or once the cluster shows it.
    void showWorkflow(const ObjectRef& workflow);

    void activate() override;
    [[nodiscard]] QString saveLayout() const override;
    void restoreLayout(const QString& layout) override;

private:
    void follow();
    void takeWorkflows();
    void explain(); ///< what is shown, or why nothing is
    void explainEmpty();
    void drawSelected();

    Session& m_session;
    WorkflowsModel* m_model;
    WorkflowsView* m_view;
    int m_wanted = 0; ///< counts drawings: an answer to an older one is dropped
};

} // namespace argosy
