// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/planner.h>

#include "write.h"

#include <argosy/base/pool.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

constexpr qsizetype kAtOnce = 6;
const QString kStandInNamespace = QStringLiteral("default");

using JsonPtr = std::shared_ptr<const Json>;

bool comesWithNodeProvisioning(const QString& group)
{
    return group == u"karpenter.sh" || group == u"karpenter.azure.com";
}

Error notConnected(const PlanStep& step)
{
    return {.kind = ErrorKind::Unreachable,
        .message = message("ops", "%1 goes to the cluster %2, which is not connected.",
            {step.object.display(), step.object.cluster.toString()}),
        .where = {.cluster = step.object.cluster.toString()}};
}

Message missingKindText(const PlanStep& step, const ApiCatalog& catalog)
{
    const QString kind = step.object.kind;
    const QStringList served = catalog.versions(step.object.groupKind());
    if (!served.isEmpty())
        return message("ops", "The server has %1, but not in the version %2; it serves %3.",
            {kind, step.apiVersion, served.join(QStringLiteral(", "))});
    if (comesWithNodeProvisioning(step.object.group))
        return message("ops",
            "The server has no %1: its API group %2 comes with node provisioning (Karpenter), which this cluster does "
            "not have.",
            {kind, step.object.group});
    return message("ops",
        "The server has no %1 of the API group %2. Install the operator that serves it, or remove the document.",
        {kind, step.object.group.isEmpty() ? step.apiVersion : step.object.group});
}

Error missingKind(const PlanStep& step, const ApiCatalog& catalog)
{
    return {.kind = ErrorKind::NotFound,
        .message = missingKindText(step, catalog),
        .where = {.cluster = step.object.cluster.toString(),
            .resource = step.object.groupKind().toString(),
            .name = step.object.name}};
}

bool isMissingNamespace(const Error& error, const QString& nameSpace)
{
    return error.kind == ErrorKind::NotFound && error.status && error.status->detailsKind == u"namespaces"
        && error.status->detailsName == nameSpace;
}

Result<Json> bodyOf(const Result<ApiResponse>& response)
{
    if (!response)
        return fail(response.error());
    return parseJson(response->body);
}

} // namespace

class Planner::Private
{
public:
    struct Asking
    {
        ApiResource resource;
        JsonPtr live;
        Result<Json> refused; ///< a conflict that is being asked again with force, to show what taking over means
        RequestHandle request;
        int round = 0; ///< the judging of an earlier round of the same step is dropped
    };

    Private(Planner* planner, const SchemaSet& knownSchemas)
        : q(planner)
        , schemas(knownSchemas)
    { }

    void askNext();
    void askNextLater();
    void ask(qsizetype index);
    void askLive(qsizetype index);
    void takeLive(qsizetype index, const Result<ApiResponse>& response);
    void askDryRun(qsizetype index, bool force);
    void takeDryRun(qsizetype index, const Result<ApiResponse>& response);
    void conclude(qsizetype index, const Result<Json>& applied, const Result<Json>& forced);
    void settle(qsizetype index, PlanAction action, const Error& error);
    void finish(qsizetype index);
    [[nodiscard]] bool createsNamespace(const ObjectRef& of) const;

    Planner* q;
    const SchemaSet& schemas;
    Targets targets;
    Plan plan;
    std::map<qsizetype, Asking> asking;
    QList<qsizetype> queue;
    int rounds = 0; ///< counts up with every asking of a step
    bool running = false; ///< from start or replan until finished was said, once
};

Planner::Planner(const SchemaSet& schemas, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, schemas))
{ }

Planner::~Planner() = default;

const Plan& Planner::plan() const
{
    return d->plan;
}

bool Planner::isRunning() const
{
    return d->running;
}

void Planner::cancel()
{
    d->running = false;
    d->queue.clear();
    d->asking.clear();
}

void Planner::start(Targets targets, const QList<PlanDocument>& documents)
{
    cancel();
    d->targets = std::move(targets);
    d->plan = draftPlan(documents);
    for (qsizetype i = 0; i < d->plan.steps.size(); ++i)
        if (d->plan.steps.at(i).action == PlanAction::Pending)
            d->queue.append(i);
    d->running = true;
    d->askNextLater(); // even a plan with nothing to ask finishes after this call, never inside it
}

void Planner::replan(qsizetype step, bool force)
{
    PlanStep& replanned = d->plan.steps[step];
    replanned.force = force;
    replanned.action = PlanAction::Pending;
    d->asking.erase(step);
    if (!d->queue.contains(step))
        d->queue.append(step);
    d->running = true;
    d->askNextLater();
}

void Planner::Private::askNext()
{
    if (!running)
        return;
    while (!queue.isEmpty() && qsizetype(asking.size()) < kAtOnce)
        ask(queue.takeFirst());
    if (!queue.isEmpty() || !asking.empty())
        return;
    running = false;
    Q_EMIT q->finished();
}

/// Not from inside a request's callback: the next one may settle at once, and so on down a deep plan.
void Planner::Private::askNextLater()
{
    QMetaObject::invokeMethod(
        q, [this] { askNext(); }, Qt::QueuedConnection);
}

void Planner::Private::ask(qsizetype index)
{
    PlanStep& step = plan.steps[index];
    step.checkedInNamespace.clear();
    const auto target = targets.constFind(step.object.cluster);
    asking[index] = Asking{.round = ++rounds};
    if (target == targets.cend())
        return settle(index, PlanAction::Error, notConnected(step));
    const auto resource = target->catalog.find(Gvk::from(step.apiVersion, step.object.kind));
    if (!resource)
        return settle(index, PlanAction::MissingKind, missingKind(step, target->catalog));
    if (!resource->namespaced)
        step.object.nameSpace.clear();
    else if (step.object.nameSpace.isEmpty())
        step.object.nameSpace = target->connection->endpoint().defaultNamespace;
    asking.at(index).resource = *resource;
    askLive(index);
}

void Planner::Private::askLive(qsizetype index)
{
    const PlanStep& step = plan.steps.at(index);
    Asking& asked = asking.at(index);
    const ApiRequest request = requests::get(asked.resource, step.object.nameSpace, step.object.name);
    asked.request = targets[step.object.cluster].connection->send(
        request, q, [this, index](const Result<ApiResponse>& response) { takeLive(index, response); });
}

void Planner::Private::takeLive(qsizetype index, const Result<ApiResponse>& response)
{
    if (!response && response.error().kind != ErrorKind::NotFound) {
        const bool forbidden = response.error().kind == ErrorKind::Forbidden;
        return settle(index, forbidden ? PlanAction::Forbidden : PlanAction::Error, response.error());
    }
    if (response) {
        auto live = parseJson(response->body);
        if (!live)
            return settle(index, PlanAction::Error, live.error());
        asking.at(index).live = std::make_shared<const Json>(std::move(*live));
    }
    askDryRun(index, plan.steps.at(index).force);
}

void Planner::Private::askDryRun(qsizetype index, bool force)
{
    const PlanStep& step = plan.steps.at(index);
    Asking& asked = asking.at(index);
    const QString nameSpace = step.checkedInNamespace.isEmpty() ? step.object.nameSpace : step.checkedInNamespace;
    const Json object = inNamespace(*step.source.object, asked.resource, nameSpace);
    Connection& connection = *targets[step.object.cluster].connection;
    const ApiRequest request = requests::apply(
        asked.resource, object, {.fieldManager = connection.endpoint().fieldManager, .dryRun = true, .force = force});
    asked.request = connection.send(
        request, q, [this, index](const Result<ApiResponse>& response) { takeDryRun(index, response); });
}

void Planner::Private::takeDryRun(qsizetype index, const Result<ApiResponse>& response)
{
    PlanStep& step = plan.steps[index];
    Asking& asked = asking.at(index);
    const bool missingNamespace = !response && isMissingNamespace(response.error(), step.object.nameSpace);
    if (missingNamespace && step.checkedInNamespace.isEmpty() && createsNamespace(step.object)) {
        step.checkedInNamespace = kStandInNamespace;
        return askDryRun(index, step.force);
    }
    step.warnings.clear();
    if (response)
        for (const QByteArray& warning : response->warnings)
            step.warnings.append(QString::fromUtf8(warning));
    const Result<Json> answer = bodyOf(response);
    if (!asked.refused)
        return conclude(index, asked.refused, answer);
    const bool conflict = !answer && answer.error().kind == ErrorKind::Conflict;
    if (conflict && !step.force) {
        asked.refused = answer;
        return askDryRun(index, true);
    }
    conclude(index, answer, answer);
}

/// `applied` decides; `forced` shows what it would come to.
void Planner::Private::conclude(qsizetype index, const Result<Json>& applied, const Result<Json>& forced)
{
    PlanStep step = plan.steps.at(index);
    const JsonPtr live = asking.at(index).live;
    const int round = asking.at(index).round;
    runOnPool(
        q,
        [step, live, applied, forced, &known = schemas]() mutable {
            PlanStep shown = step;
            judge(shown, live, forced, known);
            judge(step, live, applied, known);
            if (step.result && !step.checkedInNamespace.isEmpty()) {
                Json result = *step.result;
                result["metadata"]["namespace"] = step.object.nameSpace.toStdString();
                step.result = std::make_shared<const Json>(std::move(result));
            }
            if (!applied) {
                step.result = shown.result;
                step.changes = shown.changes;
            }
            return step;
        },
        [this, index, round](const PlanStep& judged) {
            const auto asked = asking.find(index);
            if (asked == asking.end() || asked->second.round != round)
                return;
            plan.steps[index] = judged;
            finish(index);
        });
}

void Planner::Private::settle(qsizetype index, PlanAction action, const Error& error)
{
    plan.steps[index].action = action;
    plan.steps[index].error = error;
    finish(index);
}

void Planner::Private::finish(qsizetype index)
{
    asking.erase(index);
    Q_EMIT q->stepPlanned(index);
    askNextLater();
}

bool Planner::Private::createsNamespace(const ObjectRef& of) const
{
    return std::ranges::any_of(plan.steps, [&](const PlanStep& step) {
        return step.object.groupKind() == GroupKind{{}, QStringLiteral("Namespace")} && step.object.name == of.nameSpace
            && step.object.cluster == of.cluster;
    });
}

} // namespace argosy
