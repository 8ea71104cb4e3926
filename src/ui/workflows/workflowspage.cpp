// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/workflowspage.h>

#include "connect/connectionstate.h"
#include "workflowsview.h"

#include <argosy/base/pool.h>
#include <argosy/session/session.h>

#include <QSplitter>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

const GroupKind kWorkflow{u"argoproj.io"_s, u"Workflow"_s};

/// The template that the Workflow refers to, as far as it is known; null where it has none.
ObjectPtr templateOf(const Snapshot& snapshot, const Object& workflow)
{
    const QString name = workflow.field("/spec/workflowTemplateRef/name");
    const ObjectRef& ref = workflow.ref();
    return name.isEmpty() ? nullptr
                          : snapshot.find({ref.cluster, ref.group, u"WorkflowTemplate"_s, ref.nameSpace, name});
}

WorkflowGraph graphOf(const ObjectPtr& workflow, const ObjectPtr& workflowTemplate)
{
    if (!workflowTemplate)
        return workflowGraph(workflow->body());
    const Json body = workflowTemplate->body();
    return workflowGraph(workflow->body(), &body);
}

} // namespace

WorkflowsPage::WorkflowsPage(UiServices services, QWidget* parent)
    : Page(u"workflows"_s, tr("Workflows"), u"page-workflows"_s, parent)
    , m_session(services.session)
    , m_model(new WorkflowsModel(services.session.clock(), this))
    , m_view(new WorkflowsView(services.theme, services.session.clock(), *m_model, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(&m_session, &Session::managementChanged, this, &WorkflowsPage::follow);
    connect(m_view, &WorkflowsView::selectionChanged, this, &WorkflowsPage::drawSelected);
    connect(m_view, &WorkflowsView::emptyActionTriggered, this,
        [this] { Q_EMIT pageRequested(m_session.management() ? u"plan"_s : u"connect"_s); });
    connect(m_view, &WorkflowsView::retryRequested, this, [this] {
        if (ClusterSession* cluster = m_session.management())
            cluster->retry();
    });
    follow();
}

void WorkflowsPage::follow()
{
    if (ClusterSession* cluster = m_session.management()) {
        connect(cluster, &ClusterSession::phaseChanged, this, &WorkflowsPage::explain);
        connect(&cluster->store(), &Store::changed, this, &WorkflowsPage::takeWorkflows);
        connect(&cluster->store(), &Store::kindStateChanged, this, &WorkflowsPage::explain);
    }
    takeWorkflows();
}

void WorkflowsPage::takeWorkflows()
{
    ClusterSession* cluster = m_session.management();
    const QList<ObjectPtr> workflows = cluster ? cluster->store().snapshot()->ofKind(kWorkflow) : QList<ObjectPtr>();
    m_model->setWorkflows(workflows);
    const auto running = std::ranges::count_if(
        workflows, [](const ObjectPtr& workflow) { return workflow->field("/status/phase") == u"Running"; });
    setBadge(running > 0 ? QString::number(running) : QString(), Tone::Progressing);
    explain();
}

void WorkflowsPage::explain()
{
    m_view->setWatchState(watchStateOf(m_session.management()));
    explainEmpty();
}

void WorkflowsPage::explainEmpty()
{
    ClusterSession* cluster = m_session.management();
    if (!cluster)
        return m_view->setEmptyReason(tr("No cluster is connected."), tr("Connect"));
    const auto kinds = cluster->store().kinds();
    const auto state = kinds.constFind(kWorkflow);
    if (cluster->phase() != ClusterSession::Phase::Ready)
        m_view->setEmptyReason(cluster->error() ? failureText(*cluster) : tr("Connecting…"), {});
    else if (state == kinds.cend())
        m_view->setEmptyReason(tr("The cluster has no Workflows: Argo is not installed there."), {});
    else if (state->error)
        m_view->setEmptyReason(state->error->message.translated(), {});
    else if (state->phase == Store::KindState::Phase::Listing)
        m_view->setEmptyReason(tr("Loading…"), {});
    else
        m_view->setEmptyReason(
            tr("No Workflow has run yet. A plan that is delivered through Argo submits one."), tr("Go to plan"));
}

void WorkflowsPage::drawSelected()
{
    ClusterSession* cluster = m_session.management();
    const ObjectPtr workflow = m_view->selected();
    if (!cluster || !workflow)
        return;
    const ObjectPtr workflowTemplate = templateOf(*cluster->store().snapshot(), *workflow);
    runOnPool(
        this, [workflow, workflowTemplate] { return graphOf(workflow, workflowTemplate); },
        [this, wanted = ++m_wanted](const WorkflowGraph& graph) {
            if (wanted == m_wanted)
                m_view->setGraph(graph);
        });
}

void WorkflowsPage::showWorkflow(const ObjectRef& workflow)
{
    m_view->select(workflow.id());
}

void WorkflowsPage::activate()
{
    m_view->focusList();
}

QString WorkflowsPage::saveLayout() const
{
    return QString::fromLatin1(m_view->splitter()->saveState().toBase64());
}

void WorkflowsPage::restoreLayout(const QString& layout)
{
    m_view->splitter()->restoreState(QByteArray::fromBase64(layout.toLatin1()));
}

} // namespace argosy
