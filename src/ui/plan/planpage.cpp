// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/planpage.h>

#include "planview.h"

#include <argosy/models/planreview.h>
#include <argosy/ui/dialogservice.h>

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

PlanPage::PlanPage(UiServices services, QWidget* parent)
    : Page(u"plan"_s, tr("Plan"), u"page-plan"_s, parent)
    , m_dialogs(services.dialogs)
    , m_review(new PlanReview(services.session, SchemaSet::builtin(), this))
    , m_view(new PlanView(services.theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    auto* reviewAction = new QAction(tr("Review"), this);
    reviewAction->setShortcut(QKeySequence::Refresh);
    reviewAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(reviewAction);
    connect(reviewAction, &QAction::triggered, m_review, &PlanReview::review);
    connect(m_view, &PlanView::reviewRequested, m_review, &PlanReview::review);
    connect(m_view, &PlanView::stopRequested, m_review, &PlanReview::stop);
    connect(m_view, &PlanView::applyRequested, this, &PlanPage::askToApply);
    connect(m_view, &PlanView::submitRequested, this, &PlanPage::askToSubmit);
    connect(m_view, &PlanView::takeOverRequested, this, &PlanPage::askToTakeOver);
    connect(m_view, &PlanView::fieldRequested, this, &PlanPage::documentRequested);
    connect(
        m_view, &PlanView::workflowRequested, this, [this] { Q_EMIT workflowRequested(m_review->state().workflow); });
    connect(m_view, &PlanView::resourcesRequested, this, [this] { Q_EMIT pageRequested(u"resources"_s); });
    connect(m_review, &PlanReview::submitted, this, &PlanPage::workflowRequested);
    connect(m_review, &PlanReview::changed, this, &PlanPage::show);
    connect(
        m_review, &PlanReview::finished, this, [this] { Q_EMIT noted(runSummary(m_review->state()).translated()); });
    show();
}

void PlanPage::show()
{
    const ReviewState& state = m_review->state();
    m_view->setState(state);
    const PlanSummary sum = state.plan.summary();
    const bool reviewed = state.phase == ReviewState::Phase::Reviewed;
    if (reviewed && sum.blocked > 0)
        setBadge(QString::number(sum.blocked), Tone::Stuck);
    else
        setBadge(reviewed && sum.create + sum.change > 0 ? QString::number(sum.create + sum.change) : QString());
}

void PlanPage::activate()
{
    m_view->focusSteps();
}

void PlanPage::askToTakeOver(qsizetype step, bool force)
{
    if (!force)
        return m_review->takeOver(step, false);
    const PlanStep& planned = m_review->state().plan.steps.at(step);
    QStringList owners;
    for (const FieldConflict& conflict : planned.conflicts)
        if (!owners.contains(conflict.manager))
            owners.append(conflict.manager);
    const Question question{.id = u"plan.takeover.confirm"_s,
        .title = tr("Take over fields of %1?").arg(planned.object.display()),
        .text = tr("%n field(s) owned by %1 will be set to what your document says when you apply, and argosy becomes "
                   "their owner. Whoever wrote them may set them back.",
            nullptr, int(planned.conflicts.size()))
                    .arg(owners.join(u", "_s)),
        .accept = tr("Take over"),
        .dangerous = true};
    m_dialogs.confirm(this, question, [this, step](bool accepted) {
        if (accepted)
            m_review->takeOver(step, true);
    });
}

/// The review was the question; only a guarded cluster asks once more.
void PlanPage::askToApply()
{
    const ReviewState& state = m_review->state();
    if (state.access != AccessMode::Guarded)
        return m_review->apply();
    const Question question{.id = u"plan.apply.confirm"_s,
        .title = tr("Apply %n change(s) to %1?", nullptr, writeCount(state)).arg(state.server),
        .text =
            tr("This cluster is guarded. The changes are written in the order of the plan; the first failure ends it."),
        .accept = tr("Apply"),
        .dangerous = true};
    m_dialogs.confirm(this, question, [this](bool accepted) {
        if (accepted)
            m_review->apply();
    });
}

void PlanPage::askToSubmit()
{
    const ReviewState& state = m_review->state();
    int carried = 0;
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i)
        carried += isCarried(state, i);
    const Question question{.id = u"plan.submit.confirm"_s,
        .title = tr("Submit a Workflow to %1?").arg(state.server),
        .text = tr("It carries %n reviewed document(s) and applies them in the cluster.", nullptr, carried),
        .accept = tr("Submit")};
    m_dialogs.confirm(this, question, [this](bool accepted) {
        if (accepted)
            m_review->submit();
    });
}

QString PlanPage::saveLayout() const
{
    return QString::fromLatin1(m_view->splitter()->saveState().toBase64());
}

void PlanPage::restoreLayout(const QString& layout)
{
    m_view->splitter()->restoreState(QByteArray::fromBase64(layout.toLatin1()));
}

} // namespace argosy
