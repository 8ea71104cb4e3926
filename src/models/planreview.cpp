// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/planreview.h>

#include <argosy/ops/outcome.h>
#include <argosy/platform/workflow.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

using Phase = ReviewState::Phase;
using Submission = ReviewState::Submission;

QString nameOf(const ClusterSession* cluster)
{
    if (!cluster)
        return {};
    const Endpoint& endpoint = cluster->endpoint();
    return endpoint.contextName.isEmpty() ? endpoint.server.server : endpoint.contextName;
}

AccessMode accessOf(const ClusterSession* cluster)
{
    return cluster ? cluster->endpoint().access : AccessMode::Open;
}

/// Nothing is reviewed yet.
ReviewState stateBefore(Session& session, Phase phase)
{
    return {.phase = phase,
        .server = nameOf(session.management()),
        .access = accessOf(session.management()),
        .delivery = session.workspace().delivery()};
}

/// Of a list, because nlohmann reads a list in braces around one Json as that Json.
QList<Json> carriedDocuments(const ReviewState& state)
{
    QList<Json> documents;
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i)
        if (isCarried(state, i))
            documents.append(*state.plan.steps.at(i).source.object);
    return documents;
}

} // namespace

PlanReview::PlanReview(Session& session, const SchemaSet& schemas, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_schemas(schemas)
    , m_submitter(session.journal())
{
    Workspace& workspace = session.workspace();
    for (Document* document : workspace.documents())
        watchDocument(document);
    connect(&workspace, &Workspace::documentAdded, this, &PlanReview::watchDocument);
    // It is still among the documents when this is heard.
    connect(&workspace, &Workspace::documentClosing, this, &PlanReview::checkStale);
    connect(&workspace, &Workspace::analysed, this, &PlanReview::startWhenAnalysed);
    connect(&workspace, &Workspace::deliveryChanged, this, [this] { checkStale(); });
    connect(&workspace, &Workspace::arrangementChanged, this, [this] { checkStale(); });
    connect(&session, &Session::managementChanged, this, &PlanReview::leaveCluster);
    connect(&session, &Session::accessChanged, this, [this] {
        m_state.access = accessOf(m_session.management());
        Q_EMIT changed();
    });
    leaveCluster();
}

PlanReview::~PlanReview() = default;

void PlanReview::watchDocument(Document* document)
{
    connect(document, &Document::edited, this, [this] { checkStale(); });
    checkStale();
}

/// Another cluster, or none: what was reviewed there says nothing here, and its connection dies after this call.
void PlanReview::leaveCluster()
{
    m_planner = std::make_unique<Planner>(m_schemas);
    m_runner = std::make_unique<Runner>(m_session.journal());
    connect(m_planner.get(), &Planner::stepPlanned, this, [this] { takePlan(m_state.phase); });
    connect(m_planner.get(), &Planner::finished, this, [this] { takePlan(Phase::Reviewed); });
    connect(m_runner.get(), &Runner::stepChanged, this, &PlanReview::takeProgress);
    connect(m_runner.get(), &Runner::finished, this, [this](bool allApplied) {
        m_state.phase = Phase::Finished;
        m_state.stopping = false;
        takeProgress();
        m_session.workspace().setRefusals(refusalsOf(m_state));
        Q_EMIT finished(allApplied);
    });
    const bool interrupted = m_state.phase == Phase::Running || m_state.submission == Submission::Sending;
    m_state = stateBefore(m_session, Phase::Empty);
    m_session.workspace().setRefusals({});
    if (interrupted)
        m_state.error = Error{.kind = ErrorKind::Cancelled,
            .message = message(
                "models", "The cluster was left while it was being written to. The journal says how far it went.")};
    Q_EMIT changed();
}

PlanReview::Fingerprint PlanReview::fingerprint(const Document* without) const
{
    const Workspace& workspace = m_session.workspace();
    Fingerprint print{{}, workspace.delivery(), workspace.arrangement()};
    for (const Document* document : workspace.documents())
        if (document != without)
            print.texts.append({document->id(), document->text()});
    return print;
}

void PlanReview::checkStale(const Document* closing)
{
    const bool hasPlan = m_state.phase != Phase::Empty && m_state.phase != Phase::Analysing;
    const bool stale = hasPlan && fingerprint(closing) != m_reviewed;
    if (stale == m_state.stale)
        return;
    m_state.stale = stale;
    Q_EMIT changed();
}

void PlanReview::review()
{
    if (!reviewHindrance(m_state).isEmpty())
        return;
    m_planner->cancel();
    m_state = stateBefore(m_session, Phase::Analysing);
    Q_EMIT changed();
    startWhenAnalysed();
}

void PlanReview::startWhenAnalysed()
{
    if (m_state.phase == Phase::Analysing && m_session.workspace().isAnalysed())
        startPlanning();
}

void PlanReview::refuse(const Error& error)
{
    m_state.phase = Phase::Empty;
    m_state.error = error;
    Q_EMIT changed();
}

void PlanReview::startPlanning()
{
    const Result<QList<PlanDocument>> documents = m_session.workspace().planDocuments();
    if (!documents)
        return refuse(documents.error());
    if (documents->isEmpty())
        return refuse({.kind = ErrorKind::NotFound,
            .message = message("models", "There is nothing to review: the workspace has no documents.")});
    const Targets targets = m_session.targets();
    if (targets.isEmpty())
        return refuse({.kind = ErrorKind::Unreachable,
            .message = message("models", "A review asks the cluster, and none is connected.")});
    m_reviewed = fingerprint();
    m_state.phase = Phase::Reviewing;
    m_planner->start(targets, *documents);
    takePlan(m_planner->isRunning() ? Phase::Reviewing : Phase::Reviewed);
}

void PlanReview::takePlan(Phase phase)
{
    m_state.plan = m_planner->plan();
    m_state.phase = phase;
    if (phase == Phase::Reviewed)
        m_session.workspace().setRefusals(refusalsOf(m_state));
    Q_EMIT changed();
}

void PlanReview::takeOver(qsizetype step, bool force)
{
    if (m_state.phase != Phase::Reviewed || step < 0 || step >= m_state.plan.steps.size())
        return;
    m_state.phase = Phase::Reviewing;
    m_planner->replan(step, force);
    takePlan(m_planner->isRunning() ? Phase::Reviewing : Phase::Reviewed);
}

Plan PlanReview::directPart()
{
    Plan part;
    m_runSteps.clear();
    for (qsizetype i = 0; i < m_state.plan.steps.size(); ++i) {
        if (isCarried(m_state, i))
            continue;
        m_runSteps.append(i);
        part.steps.append(m_state.plan.steps.at(i));
    }
    return part;
}

void PlanReview::apply()
{
    if (!applyHindrance(m_state).isEmpty())
        return;
    m_state.phase = Phase::Running;
    m_runner->start(m_session.targets(), directPart());
    takeProgress();
}

void PlanReview::stop()
{
    if (m_state.phase != Phase::Running)
        return;
    m_state.stopping = true;
    m_runner->stop();
    Q_EMIT changed();
}

void PlanReview::takeProgress()
{
    const QList<StepProgress>& run = m_runner->progress();
    m_state.progress = QList<StepProgress>(m_state.plan.steps.size(), {.state = StepProgress::State::Unchanged});
    for (qsizetype i = 0; i < run.size(); ++i)
        m_state.progress[m_runSteps.at(i)] = run.at(i);
    Q_EMIT changed();
}

void PlanReview::submit()
{
    if (!submitHindrance(m_state).isEmpty())
        return;
    const QList<Json> documents = carriedDocuments(m_state);
    const Result<Json> workflow = workflowFor(settingsOf(documents), documents);
    const Targets targets = m_session.targets();
    const auto target = targets.constFind(ClusterId::management());
    if (!workflow)
        return takeSubmission(fail(workflow.error()));
    if (target == targets.cend())
        return takeSubmission(fail(ErrorKind::NotFound,
            message("models", "The management cluster is not connected, so nothing was submitted.")));
    m_state.submission = Submission::Sending;
    m_state.submitError.reset();
    Q_EMIT changed();
    m_submitter.submit(*target, *workflow, this, [this](const Result<ObjectRef>& answer) { takeSubmission(answer); });
}

void PlanReview::takeSubmission(const Result<ObjectRef>& answer)
{
    if (answer) {
        m_state.submission = Submission::Sent;
        m_state.workflow = *answer;
    } else {
        m_state.submission = isOutcomeUnknown(answer.error()) ? Submission::Unknown : Submission::Refused;
        m_state.submitError = answer.error();
    }
    Q_EMIT changed();
    if (answer)
        Q_EMIT submitted(*answer);
}

} // namespace argosy
