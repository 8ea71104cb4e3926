// SPDX-License-Identifier: GPL-3.0-or-later
// How app/ makes the pages; each area keeps its classes to itself.
#pragma once

#include <argosy/ui/page.h>

namespace argosy {

class MainWindow;

/// Documents in forms and YAML. Asks for page "plan" on Ctrl+Enter.
[[nodiscard]] Page* createBuildPage(UiServices services, QWidget* parent = nullptr);

/// Makes all pages, ties them together and adds them to the window, in the order of the work: build, plan, resources,
/// workflows, journal.
void addPages(MainWindow& window, UiServices services);

} // namespace argosy
