// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/plan.h>

#include <argosy/manifest/yaml.h>
#include <argosy/platform/kinds.h>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

PlanStep draftStep(const PlanDocument& document)
{
    const Json& object = *document.object;
    PlanStep step{.source = document, .apiVersion = textAt(object, "/apiVersion")};
    const Gvk gvk = Gvk::from(step.apiVersion, textAt(object, "/kind"));
    step.object = {
        document.cluster, gvk.group, gvk.kind, textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
    step.wave = applyWave(gvk.groupKind());
    if (gvk.version.isEmpty() || gvk.kind.isEmpty() || step.object.name.isEmpty()) {
        step.action = PlanAction::Invalid;
        step.error = Error{.kind = ErrorKind::Invalid,
            .message =
                message("ops", "Document %1 of %2 needs apiVersion, kind and metadata.name before it can be applied.",
                    {QString::number(document.document), document.file}),
            .where = {.file = document.file}};
    }
    return step;
}

/// Two documents for one object would undo each other.
void refuseSecondOnes(QList<PlanStep>& steps)
{
    QHash<ObjectRef, const PlanStep*> first;
    for (PlanStep& step : steps) {
        if (step.action == PlanAction::Invalid)
            continue;
        const PlanStep*& known = first[step.object];
        if (known) {
            step.action = PlanAction::Invalid;
            step.error = Error{.kind = ErrorKind::Invalid,
                .message = message("ops", "%1 is described twice: in %2 and in %3. Remove one of the two.",
                    {step.object.display(), known->source.file, step.source.file}),
                .where = {.file = step.source.file}};
        } else {
            known = &step;
        }
    }
}

bool isSecret(const ObjectRef& object)
{
    return object.group.isEmpty() && object.kind == u"Secret";
}

bool isSecretValue(const FieldPath& path)
{
    const QString pointer = path.toPointer();
    return pointer.startsWith("/data"_L1) || pointer.startsWith("/stringData"_L1);
}

/// Values that `other` has too, but differently, are marked.
Json masked(Json secret, const Json& other, const char* mark)
{
    for (const char* field : {"data", "stringData"}) {
        if (!member(secret, field).is_object())
            continue;
        for (const auto& [key, value] : secret[field].items()) {
            const Json& counterpart = member(member(other, field), key);
            value = counterpart.is_null() || sameJson(value, counterpart) ? "***" : mark;
        }
    }
    return secret;
}

QString yamlOf(const PlanStep& step, const std::shared_ptr<const Json>& object,
    const std::shared_ptr<const Json>& other, const char* mark)
{
    if (!object)
        return {};
    return emitYaml(isSecret(step.object) ? masked(*object, other ? *other : Json(), mark) : *object);
}

} // namespace

bool isBlocked(const PlanStep& step)
{
    switch (step.action) {
    case PlanAction::Conflict: return !step.force;
    case PlanAction::Invalid:
    case PlanAction::Forbidden:
    case PlanAction::MissingKind:
    case PlanAction::Error: return true;
    default: return false;
    }
}

QString toWord(PlanAction action)
{
    switch (action) {
    case PlanAction::Pending: return QStringLiteral("pending");
    case PlanAction::Create: return QStringLiteral("create");
    case PlanAction::Change: return QStringLiteral("change");
    case PlanAction::None: return QStringLiteral("none");
    case PlanAction::Conflict: return QStringLiteral("conflict");
    case PlanAction::Invalid: return QStringLiteral("invalid");
    case PlanAction::Forbidden: return QStringLiteral("forbidden");
    case PlanAction::MissingKind: return QStringLiteral("missing-kind");
    case PlanAction::Error: return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

QString toWord(PlannedChange::Origin origin)
{
    switch (origin) {
    case PlannedChange::Origin::You: return QStringLiteral("you");
    case PlannedChange::Origin::Default: return QStringLiteral("default");
    case PlannedChange::Origin::Server: return QStringLiteral("server");
    }
    Q_UNREACHABLE();
}

PlanSummary Plan::summary() const
{
    PlanSummary summary;
    for (const PlanStep& step : steps) {
        summary.create += step.action == PlanAction::Create;
        summary.change += step.action == PlanAction::Change || (step.action == PlanAction::Conflict && step.force);
        summary.none += step.action == PlanAction::None;
        summary.blocked += isBlocked(step);
    }
    return summary;
}

bool Plan::isComplete() const
{
    return std::ranges::none_of(steps, [](const PlanStep& step) { return step.action == PlanAction::Pending; });
}

bool Plan::isApplicable() const
{
    const PlanSummary sum = summary();
    return isComplete() && sum.blocked == 0 && sum.create + sum.change > 0;
}

Plan draftPlan(const QList<PlanDocument>& documents)
{
    Plan plan;
    for (const PlanDocument& document : documents)
        plan.steps.append(draftStep(document));
    std::ranges::stable_sort(plan.steps, {}, &PlanStep::wave);
    refuseSecondOnes(plan.steps);
    return plan;
}

QList<PlannedChange> shownChanges(const PlanStep& step)
{
    QList<PlannedChange> shown = step.changes;
    if (!isSecret(step.object))
        return shown;
    for (PlannedChange& planned : shown) {
        for (QByteArray* value : {&planned.change.from, &planned.change.to}) {
            if (isSecretValue(planned.change.path) && !value->isEmpty())
                *value = "\"***\"";
        }
    }
    return shown;
}

QString liveYaml(const PlanStep& step)
{
    return yamlOf(step, step.live, step.result, "*** (before)");
}

QString resultYaml(const PlanStep& step)
{
    return yamlOf(step, step.result, step.live, "*** (after)");
}

} // namespace argosy
