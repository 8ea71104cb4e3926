// SPDX-License-Identifier: GPL-3.0-or-later
#include "planview.h"

#include "plandelegate.h"
#include "stepdetails.h"

#include <argosy/ui/widgets.h>

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

using Phase = ReviewState::Phase;
using Submission = ReviewState::Submission;

QString summaryText(const ReviewState& state)
{
    if (state.phase == Phase::Running)
        return runSummary(state).translated();
    if (state.phase == Phase::Finished)
        return {}; // the banner says it
    const PlanSummary sum = state.plan.summary();
    const QList<std::pair<QString, int>> parts{{PlanView::tr("%1 to create"), sum.create},
        {PlanView::tr("%1 to change"), sum.change}, {PlanView::tr("%1 unchanged"), sum.none},
        {PlanView::tr("%1 blocked"), sum.blocked}};
    QStringList texts;
    for (const auto& [text, count] : parts)
        if (count > 0)
            texts.append(text.arg(count));
    return texts.join(u"  ·  "_s);
}

} // namespace

namespace {

/// The first step that stands in the way, else the first one that changes something, else the first.
int stepOfInterest(const Plan& plan)
{
    const auto first = [&](const auto& matches) {
        const auto found = std::ranges::find_if(plan.steps, matches);
        return found == plan.steps.end() ? -1 : int(found - plan.steps.begin());
    };
    const int blocked = first([](const PlanStep& step) { return isBlocked(step); });
    const int changing = first([](const PlanStep& step) { return step.action != PlanAction::None; });
    return std::max(blocked >= 0 ? blocked : changing, 0);
}

} // namespace

PlanView::PlanView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new PlanModel(this))
    , m_banner(new Banner(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_details(new StepDetails(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addWidget(makeFooter());
    m_table = makeTable();
    m_banner->setObjectName(u"plan.banner"_s);
    m_empty->setObjectName(u"plan.empty"_s);
    m_splitter->setObjectName(u"plan.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({1400, 1000});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    connect(m_empty, &EmptyState::actionTriggered, this, &PlanView::reviewRequested);
    connect(m_banner, &Banner::actionTriggered, this, &PlanView::followBanner);
    connect(m_details, &StepDetails::fieldRequested, this, &PlanView::fieldRequested);
    connect(m_details, &StepDetails::takeOverRequested, this,
        [this](bool force) { Q_EMIT takeOverRequested(currentStep(), force); });
    setState({});
}

QWidget* PlanView::makeHeader()
{
    m_header = new PageHeader(m_theme, tr("Plan"), this);
    m_review = new QPushButton(m_theme.icon(u"refresh"_s), tr("&Review"), this);
    m_review->setObjectName(u"plan.review.start"_s);
    m_review->setToolTip(tr("Ask the cluster what an apply would change (F5). Nothing is written."));
    m_header->addAction(m_review);
    connect(m_review, &QPushButton::clicked, this, &PlanView::reviewRequested);
    return m_header;
}

QTableView* PlanView::makeTable()
{
    auto* table = new QTableView(this);
    table->setObjectName(u"plan.steps"_s);
    table->setAccessibleName(tr("Steps"));
    table->setModel(m_model);
    table->setItemDelegate(new PlanDelegate(m_theme, table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(space::kRow);
    QHeaderView* head = table->horizontalHeader();
    // Order and progress must be seen in a narrow window too; what is cut there is the namespace.
    head->moveSection(PlanModel::StateColumn, PlanModel::ObjectColumn);
    head->moveSection(head->visualIndex(PlanModel::WaveColumn), PlanModel::ActionColumn);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setHighlightSections(false);
    head->setSectionResizeMode(QHeaderView::ResizeToContents);
    head->setSectionResizeMode(PlanModel::NamespaceColumn, QHeaderView::Stretch);
    head->setMinimumSectionSize(24);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PlanView::showStep);
    return table;
}

QWidget* PlanView::makeFooter()
{
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(space::kPage, space::kControl, space::kPage, space::kControl);
    row->setSpacing(space::kControl);
    m_summary = new QLabel(footer);
    m_summary->setObjectName(u"plan.summary"_s);
    m_hindrance = new QLabel(footer);
    m_hindrance->setObjectName(u"plan.hindrance"_s);
    m_hindrance->setWordWrap(true);
    m_hindrance->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_stop = new QPushButton(m_theme.icon(u"stop"_s), tr("&Stop after this step"), footer);
    m_stop->setObjectName(u"plan.stop"_s);
    m_submit = new QPushButton(m_theme.icon(u"submit"_s), tr("Submit &workflow…"), footer);
    m_submit->setObjectName(u"plan.submit"_s);
    m_apply = new QPushButton(footer);
    m_apply->setObjectName(u"plan.apply"_s);
    m_theme.style(m_summary, Theme::Text::Strong);
    m_theme.style(m_hindrance, Theme::Text::Small, Tone::Muted);
    row->addWidget(m_summary);
    row->addWidget(m_hindrance, 1);
    for (QPushButton* button : {m_stop, m_submit, m_apply})
        row->addWidget(button);
    connect(m_stop, &QPushButton::clicked, this, &PlanView::stopRequested);
    connect(m_submit, &QPushButton::clicked, this, &PlanView::submitRequested);
    connect(m_apply, &QPushButton::clicked, this, &PlanView::applyRequested);
    return footer;
}

void PlanView::setState(const ReviewState& state)
{
    const bool isNewReview =
        m_state.phase != ReviewState::Phase::Reviewed && state.phase == ReviewState::Phase::Reviewed;
    m_state = state;
    m_model->setState(state);
    if (m_model->rowCount() > 0 && (isNewReview || !m_table->currentIndex().isValid()))
        m_table->selectRow(stepOfInterest(state.plan));
    m_header->setSubtitle(state.server.isEmpty() ? QString() : tr("for %1, as field manager argosy").arg(state.server));
    m_review->setEnabled(reviewHindrance(state).isEmpty());
    m_review->setText(state.plan.steps.isEmpty() ? tr("&Review") : tr("&Review again"));
    m_stack->setCurrentWidget(state.plan.steps.isEmpty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    showEmpty();
    showBanner();
    showFooter();
    showStep();
}

void PlanView::showEmpty()
{
    if (m_state.phase == Phase::Analysing)
        m_empty->setContent(u"pending"_s, tr("The documents are being read…"));
    else if (m_state.phase == Phase::Reviewing)
        m_empty->setContent(u"pending"_s, tr("The cluster is asked what an apply would change…"));
    else if (m_state.error)
        m_empty->setContent(u"problem-error"_s, m_state.error->message.translated(), tr("Review"));
    else
        m_empty->setContent(u"page-plan"_s,
            tr("Nothing is reviewed yet. A review asks the cluster what an apply would change, and writes nothing."),
            tr("Review"));
}

void PlanView::showBanner()
{
    if (m_state.stale)
        return m_banner->showMessage(
            Tone::Degraded, tr("The documents have changed since this review."), tr("Review again"));
    switch (m_state.submission) {
    case Submission::Sent:
        return m_banner->showMessage(
            Tone::Healthy, tr("The Workflow %1 was created.").arg(m_state.workflow.name), tr("Show workflow"));
    case Submission::Refused:
        return m_banner->showMessage(
            Tone::Stuck, tr("No Workflow was created. %1").arg(m_state.submitError->message.translated()));
    case Submission::Unknown:
        return m_banner->showMessage(Tone::Degraded,
            tr("No answer came, so the Workflow may have been created or not. %1")
                .arg(m_state.submitError->message.translated()));
    case Submission::None:
    case Submission::Sending: break;
    }
    if (m_state.phase == Phase::Finished) {
        const bool complete = isRunComplete(m_state);
        return m_banner->showMessage(complete ? Tone::Healthy : Tone::Stuck, runSummary(m_state).translated(),
            complete ? tr("Show resources") : tr("Review again"));
    }
    m_banner->clear();
}

void PlanView::followBanner()
{
    if (m_state.stale)
        Q_EMIT reviewRequested();
    else if (m_state.submission == Submission::Sent)
        Q_EMIT workflowRequested();
    else if (isRunComplete(m_state))
        Q_EMIT resourcesRequested();
    else
        Q_EMIT reviewRequested();
}

void PlanView::showFooter()
{
    const int writes = writeCount(m_state);
    const Message why = applyHindrance(m_state);
    const Message whyNoSubmit = submitHindrance(m_state);
    const bool argo = m_state.delivery == Delivery::Argo;
    const bool running = m_state.phase == Phase::Running;
    const bool submitNext = argo && whyNoSubmit.isEmpty();
    m_summary->parentWidget()->setVisible(!m_state.plan.steps.isEmpty());
    m_summary->setText(summaryText(m_state));
    m_apply->setText(writes > 0 && !running && m_state.phase != Phase::Finished
            ? tr("&Apply %n change(s)", nullptr, writes)
            : tr("&Apply"));
    m_apply->setEnabled(why.isEmpty());
    m_apply->setDefault(!submitNext);
    m_submit->setVisible(argo);
    m_submit->setEnabled(whyNoSubmit.isEmpty());
    m_submit->setDefault(submitNext);
    m_submit->setIcon(m_theme.icon(u"submit"_s, submitNext ? Tone::OnAccent : Tone::Neutral));
    m_stop->setVisible(running);
    m_stop->setEnabled(!m_state.stopping);
    if (running)
        m_hindrance->setText(m_state.stopping ? tr("Stops after the step that is being written.") : QString());
    else
        m_hindrance->setText(submitNext ? QString() : why.translated());
    m_apply->setToolTip(why.translated());
    m_submit->setToolTip(whyNoSubmit.translated());
}

int PlanView::currentStep() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(PlanModel::StepRole).toInt() : -1;
}

void PlanView::showStep()
{
    m_details->setStep(m_state, currentStep());
}

void PlanView::selectStep(int step)
{
    m_table->selectRow(step);
}

void PlanView::focusSteps()
{
    m_state.plan.steps.isEmpty() ? m_review->setFocus() : m_table->setFocus();
}

} // namespace argosy
