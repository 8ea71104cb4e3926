// SPDX-License-Identifier: GPL-3.0-or-later
#include "outdatedveil.h"

#include <QEvent>
#include <QPainter>

namespace argosy {

namespace {

constexpr float kVeiled = 0.4F; // plain text keeps a contrast of 4.5 to 1

} // namespace

OutdatedVeil::OutdatedVeil(const Theme& theme, QWidget& over)
    : QWidget(over.parentWidget())
    , m_theme(theme)
    , m_over(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_over.installEventFilter(this);
    hide();
}

bool OutdatedVeil::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        cover();
    return QWidget::eventFilter(watched, event);
}

void OutdatedVeil::showEvent(QShowEvent* event)
{
    cover();
    QWidget::showEvent(event);
}

void OutdatedVeil::cover()
{
    setGeometry(m_over.geometry());
    raise();
}

void OutdatedVeil::paintEvent(QPaintEvent*)
{
    QColor colour = m_theme.tokens().window;
    colour.setAlphaF(kVeiled);
    QPainter(this).fillRect(rect(), colour);
}

} // namespace argosy
