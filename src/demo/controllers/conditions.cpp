// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditions.h"

#include "text.h"

namespace argosy::demo {

const Json& conditionOf(const Json& object, const char* type)
{
    static const Json kNone;
    for (const Json& condition : valueAt(object, "/status/conditions")) {
        if (member(condition, "type") == type)
            return condition;
    }
    return kNone;
}

bool isTrue(const Json& object, const char* type)
{
    return textAt(conditionOf(object, type), "/status") == u"True";
}

void setCondition(Json& object, const ConditionState& state, const QString& now)
{
    const Json before = conditionOf(object, state.type);
    const bool sameStatus = member(before, "status") == state.status;
    Json condition = {{"type", state.type}, {"status", state.status}, {"reason", str(state.reason)},
        {"message", str(state.message)},
        {"lastTransitionTime", sameStatus ? before["lastTransitionTime"] : Json(str(now))}};
    if (const Json& generation = valueAt(object, "/metadata/generation"); generation.is_number())
        condition["observedGeneration"] = generation;
    if (!state.severity.isEmpty())
        condition["severity"] = str(state.severity);
    if (!before.is_null() && sameJson(before, condition))
        return;
    Json& conditions = object["status"]["conditions"];
    for (Json& existing : conditions) {
        if (member(existing, "type") == state.type) {
            existing = condition;
            return;
        }
    }
    conditions.push_back(condition);
}

} // namespace argosy::demo
