// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/livepages.h>

#include <argosy/models/planreview.h>

using namespace Qt::StringLiterals;

namespace argosy {

LivePages createLivePages(UiServices services, QWidget* parent)
{
    const LivePages pages{new PlanPage(services, parent), new ResourcesPage(services, parent),
        new WorkflowsPage(services, parent), new JournalPage(services, parent)};
    QObject::connect(pages.plan, &PlanPage::workflowRequested, pages.workflows,
        [plan = pages.plan, workflows = pages.workflows](const ObjectRef& workflow) {
            workflows->showWorkflow(workflow);
            Q_EMIT plan->pageRequested(u"workflows"_s);
        });
    QObject::connect(&pages.plan->review(), &PlanReview::finished, pages.journal, &JournalPage::reload);
    QObject::connect(&pages.plan->review(), &PlanReview::submitted, pages.journal, &JournalPage::reload);
    return pages;
}

} // namespace argosy
