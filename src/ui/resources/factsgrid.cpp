// SPDX-License-Identifier: GPL-3.0-or-later
#include "factsgrid.h"

#include <argosy/ui/widgets.h>

#include <QGridLayout>
#include <QLabel>

namespace argosy {

FactsGrid::FactsGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kSection);
    m_grid->setVerticalSpacing(space::kGroup);
    m_grid->setColumnStretch(1, 1);
}

void FactsGrid::setFacts(const QList<Fact>& facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    clearLayout(m_grid);
    int row = 0;
    for (const Fact& fact : facts) {
        if (fact.value.isEmpty())
            continue;
        auto* key = new QLabel(fact.key, this);
        auto* value = new QLabel(fact.value, this);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setMinimumWidth(1); // a long word does not widen the pane
        value->setToolTip(fact.toolTip);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(fact.key);
        m_theme.style(key, Theme::Text::Body, Tone::Muted);
        m_theme.style(value, fact.mono ? Theme::Text::Mono : Theme::Text::Body);
        m_grid->addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, row, 1);
        ++row;
    }
}

} // namespace argosy
