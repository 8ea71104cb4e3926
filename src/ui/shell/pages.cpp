// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/pages.h>

#include <argosy/ui/livepages.h>
#include <argosy/ui/mainwindow.h>

namespace argosy {

void addPages(MainWindow& window, UiServices services)
{
    Page* build = createBuildPage(services);
    const LivePages live = createLivePages(services);
    QObject::connect(live.plan, &PlanPage::documentRequested, build,
        [build, &window](const QString& file, int part, const FieldPath& path) {
            window.showPage(build->id());
            build->showField(file, part, path);
        });
    for (Page* page : {build, static_cast<Page*>(live.plan), static_cast<Page*>(live.resources),
             static_cast<Page*>(live.workflows), static_cast<Page*>(live.journal)})
        window.addPage(page);
}

} // namespace argosy
