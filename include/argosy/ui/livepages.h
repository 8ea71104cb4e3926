// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/journalpage.h>
#include <argosy/ui/planpage.h>
#include <argosy/ui/resourcespage.h>
#include <argosy/ui/workflowspage.h>

namespace argosy {

/// The pages that show and change the cluster, in the order of the navigation.
struct LivePages
{
    PlanPage* plan = nullptr;
    ResourcesPage* resources = nullptr;
    WorkflowsPage* workflows = nullptr;
    JournalPage* journal = nullptr;
};

/// Makes them and ties them together: what was submitted is shown among the workflows, what was written in the journal.
/// Whoever has the build page connects PlanPage::documentRequested to it.
[[nodiscard]] LivePages createLivePages(UiServices services, QWidget* parent = nullptr);

} // namespace argosy
