// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionlist.h"

#include <argosy/ui/widgets.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QLabel* selectable(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(1); // a long word does not widen the pane
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ConditionList::ConditionList(const Theme& theme, const ConditionsModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"resources.details.conditions"_s);
    setAccessibleName(tr("Conditions"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kGroup);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ConditionList::rebuild);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ConditionList::rebuild);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &ConditionList::rebuild);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ConditionList::rebuild);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConditionList::rebuild);
    rebuild();
}

QString ConditionList::text(int row, ConditionsModel::Column column) const
{
    return m_model.index(row, column).data().toString();
}

void ConditionList::rebuild()
{
    clearLayout(m_column);
    for (int row = 0; row < m_model.rowCount(); ++row)
        addCondition(row);
}

void ConditionList::addCondition(int row)
{
    const QString type = text(row, ConditionsModel::TypeColumn);
    const QString status = text(row, ConditionsModel::StatusColumn);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kSection);
    auto* name = selectable(type, this);
    m_theme.style(name, Theme::Text::Strong);
    auto* state = new QLabel(status, this);
    m_theme.style(state, Theme::Text::Body, status == u"True" ? Tone::Muted : Tone::Neutral);
    auto* since = new QLabel(text(row, ConditionsModel::SinceColumn), this);
    since->setToolTip(m_model.index(row, ConditionsModel::SinceColumn).data(Qt::ToolTipRole).toString());
    m_theme.style(since, Theme::Text::Small, Tone::Muted);
    head->addWidget(name, 1);
    head->addWidget(state);
    head->addWidget(since);
    m_column->addLayout(head);

    QStringList why{text(row, ConditionsModel::ReasonColumn), text(row, ConditionsModel::MessageColumn)};
    why.removeAll(QString());
    if (!why.isEmpty()) {
        auto* label = selectable(why.join(u": "_s), this);
        label->setObjectName(u"resources.details.condition."_s + type);
        m_theme.style(label, Theme::Text::Body, Tone::Muted);
        m_column->addWidget(label);
    }
    m_column->addSpacing(space::kGroup);
}

} // namespace argosy
