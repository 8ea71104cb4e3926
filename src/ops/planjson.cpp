// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/plan.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

std::string text(const QString& value)
{
    return value.toStdString();
}

/// A compact value back as JSON; nothing for none.
void putValue(Json& into, const char* key, const QByteArray& compact)
{
    if (!compact.isEmpty())
        into[key] = parseJson(compact).value_or(Json());
}

Json changeJson(const PlannedChange& planned)
{
    Json json{{"path", text(planned.change.path.toPointer())}, {"op", text(toWord(planned.change.op))}};
    putValue(json, "from", planned.change.from);
    putValue(json, "to", planned.change.to);
    json["origin"] = text(toWord(planned.origin));
    return json;
}

Json conflictJson(const FieldConflict& conflict)
{
    return {{"path", text(conflict.path.toPointer())}, {"manager", text(conflict.manager)},
        {"operation", text(conflict.operation)}};
}

Json stepJson(const PlanStep& step)
{
    Json changes = Json::array();
    for (const PlannedChange& change : shownChanges(step))
        changes.push_back(changeJson(change));
    Json conflicts = Json::array();
    for (const FieldConflict& conflict : step.conflicts)
        conflicts.push_back(conflictJson(conflict));
    return {{"object", toJson(step.object, step.apiVersion, step.liveUid)}, {"file", text(step.source.file)},
        {"document", step.source.document}, {"wave", step.wave}, {"action", text(toWord(step.action))},
        {"changes", std::move(changes)}, {"conflicts", std::move(conflicts)},
        {"message", step.error ? text(step.error->message.english()) : std::string()}};
}

} // namespace

Json toJson(const ObjectRef& ref, const QString& apiVersion, const QString& uid)
{
    return {{"cluster", text(ref.cluster.toString())}, {"apiVersion", text(apiVersion)}, {"kind", text(ref.kind)},
        {"namespace", text(ref.nameSpace)}, {"name", text(ref.name)}, {"uid", text(uid)}};
}

Json toJson(const Plan& plan)
{
    Json steps = Json::array();
    QMap<QString, int> counts;
    for (const PlanStep& step : plan.steps) {
        steps.push_back(stepJson(step));
        ++counts[toWord(step.action)];
    }
    Json summary{{"create", 0}, {"change", 0}, {"none", 0}};
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        summary[text(it.key())] = it.value();
    return {{"steps", std::move(steps)}, {"summary", std::move(summary)}};
}

} // namespace argosy
