// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandelegate.h"

using namespace Qt::StringLiterals;

namespace argosy {

Look lookOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Pending: return {u"pending"_s, Tone::Muted};
    case PlanAction::Create: return {u"create"_s, Tone::Healthy};
    case PlanAction::Change: return {u"change"_s, Tone::Accent};
    case PlanAction::None: return {u"none"_s, Tone::Muted};
    case PlanAction::Conflict: return {u"conflict"_s, Tone::Degraded};
    case PlanAction::Forbidden: return {u"denied"_s, Tone::Stuck};
    case PlanAction::Invalid:
    case PlanAction::MissingKind:
    case PlanAction::Error: break;
    }
    return {u"problem-error"_s, Tone::Stuck};
}

Look lookOf(StepProgress::State state)
{
    switch (state) {
    case StepProgress::State::Waiting: return {u"pending"_s, Tone::Muted};
    case StepProgress::State::Checking:
    case StepProgress::State::Writing: return {u"state-progressing"_s, Tone::Progressing};
    case StepProgress::State::Applied: return {u"state-healthy"_s, Tone::Healthy};
    case StepProgress::State::Unchanged: return {u"none"_s, Tone::Muted};
    case StepProgress::State::Failed: return {u"state-stuck"_s, Tone::Stuck};
    case StepProgress::State::Unknown: return {u"state-unknown"_s, Tone::Degraded};
    case StepProgress::State::NotReached: break;
    }
    return {u"state-missing"_s, Tone::Muted};
}

PlanDelegate::PlanDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

std::optional<Look> PlanDelegate::lookAt(const QModelIndex& index) const
{
    switch (index.column()) {
    case PlanModel::ActionColumn: return lookOf(static_cast<PlanAction>(index.data(PlanModel::ActionRole).toInt()));
    case PlanModel::ObjectColumn:
        return Look{kindIcon(index.data(PlanModel::GroupKindRole).value<GroupKind>()), Tone::Muted};
    case PlanModel::StateColumn: {
        const QVariant state = index.data(PlanModel::ProgressRole);
        if (state.isValid())
            return lookOf(static_cast<StepProgress::State>(state.toInt()));
        if (index.data(PlanModel::CarriedRole).toBool())
            return Look{u"kind-workflow"_s, Tone::Muted};
        return {};
    }
    default: return {};
    }
}

void PlanDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tokens& tokens = m_theme.tokens();
    const auto setText = [option](const QColor& color) {
        option->palette.setColor(QPalette::Text, color);
        option->palette.setColor(QPalette::HighlightedText, color);
    };
    const std::optional<Look> look = lookAt(index);
    if (look && !option->text.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(look->icon, look->tone);
        option->decorationSize = {16, 16};
    }
    if (index.column() == PlanModel::ObjectColumn)
        return;
    setText(look ? tokens.color(look->tone) : tokens.muted);
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(space::kRow);
    return size;
}

} // namespace argosy
