// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/page.h>

namespace argosy {

Page::Page(QString id, QString title, QString icon, QWidget* parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_title(std::move(title))
    , m_icon(std::move(icon))
{
    setObjectName(m_id);
    setAccessibleName(m_title);
}

void Page::setBadge(const QString& text, Tone tone)
{
    if (text == m_badge && tone == m_badgeTone)
        return;
    m_badge = text;
    m_badgeTone = tone;
    Q_EMIT badgeChanged();
}

} // namespace argosy
