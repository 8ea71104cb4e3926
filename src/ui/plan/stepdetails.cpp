// SPDX-License-Identifier: GPL-3.0-or-later
#include "stepdetails.h"

#include "diffview.h"
#include "plandelegate.h"
#include "stepnotes.h"

#include <argosy/base/pool.h>
#include <argosy/models/words.h>
#include <argosy/ui/widgets.h>

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

StepDetails::StepDetails(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_notes(new StepNotes(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_diff(new DiffView(theme, this))
    , m_empty(new EmptyState(theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_notes);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(m_empty);
    m_diff->setObjectName(u"plan.diff"_s);
    m_empty->setObjectName(u"plan.diff.empty"_s);
    connect(m_notes, &StepNotes::takeOverRequested, this, &StepDetails::takeOverRequested);
    connect(m_notes, &StepNotes::fieldRequested, this,
        [this](const FieldPath& path) { Q_EMIT fieldRequested(m_source.file, m_source.document, path); });
}

QWidget* StepDetails::makeHeader()
{
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(space::kSection, space::kControl, space::kControl, space::kControl);
    row->setSpacing(space::kControl);
    m_icon = new IconLabel(m_theme, 16, header);
    m_name = new ElidedLabel(header);
    m_file = new ElidedLabel(header);
    m_action = new StatusPill(m_theme, header);
    m_edit = new QPushButton(tr("&Edit"), header);
    m_edit->setObjectName(u"plan.edit"_s);
    m_edit->setToolTip(tr("Open this document on the build page."));
    m_theme.style(m_name, Theme::Text::Strong);
    m_theme.style(m_file, Theme::Text::Small, Tone::Muted);
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_file, 1);
    row->addWidget(m_action);
    row->addWidget(m_edit);
    connect(
        m_edit, &QPushButton::clicked, this, [this] { Q_EMIT fieldRequested(m_source.file, m_source.document, {}); });
    return header;
}

void StepDetails::setStep(const ReviewState& state, qsizetype index)
{
    const bool any = index >= 0 && index < state.plan.steps.size();
    setVisible(any);
    if (!any)
        return;
    const PlanStep& step = state.plan.steps.at(index);
    const StepProgress progress = index < state.progress.size() ? state.progress.at(index) : StepProgress();
    const Look look = lookOf(step.action);
    m_source = step.source;
    m_icon->setIcon(kindIcon(step.object.groupKind()), Tone::Muted);
    m_name->setText(step.object.display());
    m_file->setText(step.source.file);
    m_action->setState(look.icon, look.tone, wordFor(step.action).translated());
    m_notes->setStep(step, progress, state.phase == ReviewState::Phase::Reviewed && !state.stale);
    showDiff(step);
}

void StepDetails::showDiff(const PlanStep& step)
{
    if (!step.result || step.action == PlanAction::None)
        return explainNoDiff(step);
    m_stack->setCurrentWidget(m_diff);
    if (step.live == m_live && step.result == m_result)
        return;
    m_live = step.live;
    m_result = step.result;
    m_diff->setLines({});
    runOnPool(
        this, [step] { return planDiff(step); },
        [this, wanted = ++m_wanted](const QList<PlanDiffLine>& lines) {
            if (wanted == m_wanted)
                m_diff->setLines(lines);
        });
}

void StepDetails::explainNoDiff(const PlanStep& step)
{
    ++m_wanted;
    m_live.reset();
    m_result.reset();
    m_stack->setCurrentWidget(m_empty);
    if (step.action == PlanAction::Pending)
        m_empty->setContent(u"pending"_s, tr("The server is being asked."));
    else if (step.action == PlanAction::None)
        m_empty->setContent(u"check"_s, tr("The cluster has this object as it is written here."));
    else
        m_empty->setContent(u"diff"_s, tr("The server gave no result to compare with."));
}

} // namespace argosy
