// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ops/journal.h>

namespace argosy {

/// The intent to apply a change of a NodePool that was there before, in resourceVersion 7, and was checked at 09:00.
[[nodiscard]] inline WriteIntent applyIntent(const QString& name)
{
    return {.verb = QStringLiteral("apply"),
        .object = {ClusterId::management(), QStringLiteral("karpenter.sh"), QStringLiteral("NodePool"), {}, name},
        .apiVersion = QStringLiteral("karpenter.sh/v1"),
        .server = QStringLiteral("https://example.invalid:6443"),
        .fieldManager = QStringLiteral("argosy"),
        .resourceVersion = QStringLiteral("7"),
        .checked = QDateTime({2026, 1, 10}, {9, 0}, Qt::UTC),
        .body = R"({"kind":"NodePool"})"};
}

/// The intent to create a Workflow whose name the server chooses.
[[nodiscard]] inline WriteIntent createIntent(const QString& generateName)
{
    WriteIntent intent = applyIntent({});
    intent.verb = QStringLiteral("create");
    intent.object = {
        ClusterId::management(), QStringLiteral("argoproj.io"), QStringLiteral("Workflow"), QStringLiteral("argo"), {}};
    intent.apiVersion = QStringLiteral("argoproj.io/v1alpha1");
    intent.generateName = generateName;
    intent.resourceVersion.clear();
    intent.checked = {};
    return intent;
}

} // namespace argosy
