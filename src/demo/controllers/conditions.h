// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>

namespace argosy::demo {

struct ConditionState
{
    const char* type;
    const char* status; ///< True, False, Unknown
    QString reason;
    QString message = {};
    QString severity = {}; ///< of Azure Service Operator; left out where empty
};

/// Sets one condition of status.conditions. Its transition time stays where the status does.
void setCondition(Json& object, const ConditionState& state, const QString& now);
[[nodiscard]] const Json& conditionOf(const Json& object, const char* type);
[[nodiscard]] bool isTrue(const Json& object, const char* type);

} // namespace argosy::demo
