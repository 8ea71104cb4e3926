// SPDX-License-Identifier: GPL-3.0-or-later
// What a cluster might show, made up, so that views can be drawn without one.
#pragma once

#include <argosy/insight/tree.h>
#include <argosy/insight/workflowgraph.h>
#include <argosy/models/reviewstate.h>
#include <argosy/ops/journal.h>

namespace argosy::livedata {

[[nodiscard]] ObjectPtr object(const QByteArray& text);
/// A cluster with a node pool in trouble and a workflow under way.
[[nodiscard]] ResourceTree tree(const QDateTime& now);
/// Secrets as they are followed, and as the server gives them.
[[nodiscard]] ObjectPtr secretMetadata(const QByteArray& name, const QByteArray& version);
[[nodiscard]] ObjectPtr secret(const QByteArray& name, const QByteArray& version);
/// These objects side by side.
[[nodiscard]] ResourceTree treeOf(const QList<ObjectPtr>& objects);
/// A review with every outcome that a step can have.
[[nodiscard]] ReviewState review();
/// A run that failed in the middle.
[[nodiscard]] ReviewState failedRun();
/// A provisioning workflow: two steps done, one running, the others planned.
[[nodiscard]] WorkflowGraph workflow(const QDateTime& now);
/// One whose step "apply" took two attempts, as Argo links them: attempts to the step's Retry node, who comes next to
/// the last attempt, and who has not begun to the Retry node.
[[nodiscard]] WorkflowGraph retriedWorkflow(const QDateTime& now);
[[nodiscard]] QList<ObjectPtr> workflows(const QDateTime& now);
[[nodiscard]] QList<JournalEntry> journal(const QDateTime& now);

} // namespace argosy::livedata
