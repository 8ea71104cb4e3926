// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/runner.h>

#include <argosy/ops/outcome.h>

#include "verdict.h"
#include "write.h"

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

using State = StepProgress::State;

Error changedSinceReview(const PlanStep& step)
{
    return {.kind = ErrorKind::Conflict,
        .message =
            message("ops", "%1 has changed on the server since the review, so it was not written. Review it again.",
                {step.object.display()}),
        .where = {.cluster = step.object.cluster.toString(), .name = step.object.name}};
}

Error noAnswer(const PlanStep& step, const Error& error)
{
    Error unknown = error;
    unknown.message = message("ops",
        "%1 was sent, and no answer came: whether it was applied is not known. Review again once the server answers. "
        "(%2)",
        {step.object.display(), error.message.english()});
    return unknown;
}

} // namespace

QString toWord(StepProgress::State state)
{
    switch (state) {
    case State::Waiting: return QStringLiteral("waiting");
    case State::Checking: return QStringLiteral("checking");
    case State::Writing: return QStringLiteral("writing");
    case State::Applied: return QStringLiteral("applied");
    case State::Unchanged: return QStringLiteral("unchanged");
    case State::Failed: return QStringLiteral("failed");
    case State::Unknown: return QStringLiteral("unknown");
    case State::NotReached: return QStringLiteral("not-reached");
    }
    Q_UNREACHABLE();
}

class Runner::Private
{
public:
    Private(Runner* runner, Journal& into)
        : q(runner)
        , journal(into)
    { }

    void next();
    void check();
    void takeCheck(const Result<ApiResponse>& response);
    void write(const Json& checked);
    void takeWrite(const Result<Json>& answer);
    void set(State state, std::optional<Error> error = {});
    void advance();
    void end();
    [[nodiscard]] const PlanStep& step() const { return plan.steps.at(current); }
    [[nodiscard]] ApiRequest request(bool dryRun) const;

    Runner* q;
    Journal& journal;
    Targets targets;
    Plan plan;
    QList<StepProgress> progress;
    qsizetype current = -1;
    bool running = false;
    bool stopping = false;
    ApiResource resource;
    RequestHandle checking;
};

Runner::Runner(Journal& journal, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, journal))
{ }

Runner::~Runner() = default;

void Runner::start(Targets targets, Plan plan)
{
    Q_ASSERT(plan.isApplicable() && !d->running);
    d->targets = std::move(targets);
    d->plan = std::move(plan);
    d->progress = QList<StepProgress>(d->plan.steps.size());
    d->current = -1;
    d->running = true;
    d->stopping = false;
    d->advance();
}

void Runner::stop()
{
    d->stopping = true;
}

bool Runner::isRunning() const
{
    return d->running;
}

const Plan& Runner::plan() const
{
    return d->plan;
}

const QList<StepProgress>& Runner::progress() const
{
    return d->progress;
}

void Runner::Private::set(State state, std::optional<Error> error)
{
    progress[current].state = state;
    progress[current].error = std::move(error);
    Q_EMIT q->stepChanged(current);
}

void Runner::Private::advance()
{
    // Queued: a plan of a thousand unchanged steps must not recurse.
    QMetaObject::invokeMethod(
        q, [this] { next(); }, Qt::QueuedConnection);
}

void Runner::Private::next()
{
    const bool failed =
        current >= 0 && (progress.at(current).state == State::Failed || progress.at(current).state == State::Unknown);
    if (failed || stopping || current + 1 >= plan.steps.size())
        return end();
    ++current;
    if (step().action == PlanAction::None) {
        set(State::Unchanged);
        return advance();
    }
    check();
}

ApiRequest Runner::Private::request(bool dryRun) const
{
    const Json object = inNamespace(*step().source.object, resource, step().object.nameSpace);
    const Endpoint& endpoint = targets[step().object.cluster].connection->endpoint();
    return requests::apply(
        resource, object, {.fieldManager = endpoint.fieldManager, .dryRun = dryRun, .force = step().force});
}

void Runner::Private::check()
{
    set(State::Checking);
    const auto target = targets.constFind(step().object.cluster);
    const auto found = target == targets.cend()
        ? std::nullopt
        : target->catalog.find(Gvk::from(step().apiVersion, step().object.kind));
    Q_ASSERT(found); // the plan was made with these targets
    resource = *found;
    checking = target->connection->send(
        request(true), q, [this](const Result<ApiResponse>& response) { takeCheck(response); });
}

void Runner::Private::takeCheck(const Result<ApiResponse>& response)
{
    if (!response) {
        set(State::Failed, response.error());
        return advance();
    }
    const auto answer = parseJson(response->body);
    if (!answer || !step().result || !sameJson(withoutNoise(*answer), *step().result)) {
        set(State::Failed, changedSinceReview(step()));
        return advance();
    }
    if (stopping) {
        set(State::NotReached);
        return advance();
    }
    write(*answer);
}

/// `checked` is what the dry run answered.
void Runner::Private::write(const Json& checked)
{
    set(State::Writing);
    Connection& connection = *targets[step().object.cluster].connection;
    const ApiRequest apply = request(false);
    const WriteIntent intent{.verb = QStringLiteral("apply"),
        .object = step().object,
        .apiVersion = step().apiVersion,
        .server = connection.endpoint().server.server,
        .fieldManager = connection.endpoint().fieldManager,
        .force = step().force,
        .resourceVersion = textAt(checked, "/metadata/resourceVersion"),
        .checked = lastApply(checked, connection.endpoint().fieldManager),
        .body = apply.body};
    sendJournalled(journal, connection, apply, intent, q, [this](const Result<Json>& answer) { takeWrite(answer); });
}

void Runner::Private::takeWrite(const Result<Json>& answer)
{
    if (answer) {
        progress[current].uid = textAt(*answer, "/metadata/uid");
        progress[current].resourceVersion = textAt(*answer, "/metadata/resourceVersion");
        set(State::Applied);
    } else if (isOutcomeUnknown(answer.error())) {
        set(State::Unknown, noAnswer(step(), answer.error()));
    } else {
        set(State::Failed, answer.error());
    }
    advance();
}

void Runner::Private::end()
{
    bool all = true;
    for (qsizetype i = 0; i < progress.size(); ++i) {
        if (progress.at(i).state == State::Waiting) {
            progress[i].state = State::NotReached;
            Q_EMIT q->stepChanged(i);
        }
        all = all && (progress.at(i).state == State::Applied || progress.at(i).state == State::Unchanged);
    }
    running = false;
    Q_EMIT q->finished(all);
}

} // namespace argosy
