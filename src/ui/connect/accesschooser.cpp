// SPDX-License-Identifier: GPL-3.0-or-later
#include "accesschooser.h"

#include <argosy/models/words.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace argosy {

QIcon accessIcon(const Theme& theme, AccessMode mode)
{
    switch (mode) {
    case AccessMode::ReadOnly: return theme.icon(u"eye"_s, Tone::Muted);
    case AccessMode::Guarded: return theme.icon(u"lock"_s, Tone::Stuck);
    case AccessMode::Open: break;
    }
    return theme.icon(u"edit"_s, Tone::Muted);
}

AccessChooser::AccessChooser(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_modes(new QComboBox(this))
    , m_meaning(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kControl);
    auto* title = new QLabel(tr("&Access"), this);
    title->setBuddy(m_modes);
    row->addWidget(title);
    row->addWidget(m_modes);
    row->addWidget(m_meaning, 1);
    m_modes->setObjectName(u"connect.access"_s);
    m_modes->setAccessibleName(tr("Access to the selected context"));
    m_meaning->setObjectName(u"connect.access.meaning"_s);
    theme.style(m_meaning, Theme::Text::Small, Tone::Muted);
    for (const AccessMode mode : {AccessMode::ReadOnly, AccessMode::Guarded, AccessMode::Open})
        m_modes->addItem(accessIcon(theme, mode), wordFor(mode).translated(), static_cast<int>(mode));
    connect(m_modes, &QComboBox::activated, this,
        [this] { Q_EMIT chosen(static_cast<AccessMode>(m_modes->currentData().toInt())); });
    setMode({});
}

void AccessChooser::setMode(std::optional<AccessMode> mode)
{
    setEnabled(mode.has_value());
    m_modes->setCurrentIndex(mode ? m_modes->findData(static_cast<int>(*mode)) : -1);
    m_meaning->setText(mode ? meaningOf(*mode).translated() : QString());
}

} // namespace argosy
