// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/json.h>

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace argosy::demo {

/// What stands behind the tags of a template: "workflow.parameters.x", "inputs.parameters.y", …
using Scope = QHash<QString, QString>;

/// Fills the tags of every string. A tag of Argo's own that the scope lacks fails, as Argo says it; foreign braces
/// stay.
[[nodiscard]] Result<Json> substitute(const Json& value, const Scope& scope);
[[nodiscard]] Result<QString> substitute(const QString& text, const Scope& scope);

/// A condition of ==, !=, &&, ||, ! and parentheses. Words that are not compared are asked of `truth`; nothing where it
/// does not parse.
[[nodiscard]] std::optional<bool> evaluate(
    const QString& expression, const std::function<bool(const QString& word)>& truth);

/// True where all (or, with `any`, one) of the requirements of a resource template's condition match: label-selector
/// syntax over paths into the object ("status.conditions.0.status == True").
[[nodiscard]] bool matchesCondition(const QString& condition, const Json& object, bool any);

/// The id of a node: the workflow's name and the FNV-1a hash of the node's name.
[[nodiscard]] QString workflowNodeId(const QString& workflow, const QString& nodeName);
/// The name of a node's pod: workflow, template and the hash of the node's name.
[[nodiscard]] QString workflowPodName(const QString& workflow, const QString& templateName, const QString& nodeName);

} // namespace argosy::demo
