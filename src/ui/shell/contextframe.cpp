// SPDX-License-Identifier: GPL-3.0-or-later
#include "contextframe.h"

#include <argosy/models/words.h>
#include <argosy/session/clustersession.h>

#include <QPainter>

namespace argosy {

namespace {

constexpr int kFrame = 3;

QBrush striped(const QColor& a, const QColor& b)
{
    constexpr int kStripe = 12;
    QLinearGradient gradient(0, 0, kStripe, kStripe);
    gradient.setSpread(QGradient::RepeatSpread);
    gradient.setStops({{0, a}, {0.5, a}, {0.501, b}, {1, b}});
    return gradient;
}

} // namespace

ContextKind contextKind(const ClusterSession* cluster)
{
    if (!cluster)
        return ContextKind::None;
    if (cluster->endpoint().contextName.isEmpty())
        return ContextKind::Embedded;
    switch (cluster->endpoint().access) {
    case AccessMode::ReadOnly: return ContextKind::ReadOnly;
    case AccessMode::Guarded: return ContextKind::Guarded;
    case AccessMode::Open: break;
    }
    return ContextKind::Open;
}

QString contextKindText(ContextKind kind)
{
    switch (kind) {
    case ContextKind::Guarded: return wordFor(AccessMode::Guarded).translated();
    case ContextKind::ReadOnly: return wordFor(AccessMode::ReadOnly).translated();
    case ContextKind::Embedded: return ContextFrame::tr("Embedded cluster");
    case ContextKind::None:
    case ContextKind::Open: break;
    }
    return {};
}

ContextFrame::ContextFrame(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setContentsMargins(0, 0, 0, 0);
}

void ContextFrame::setKind(ContextKind kind)
{
    m_kind = kind;
    const int margin = contextKindText(kind).isEmpty() ? 0 : kFrame;
    setContentsMargins(margin, margin, margin, margin);
    setAccessibleDescription(contextKindText(kind));
    update();
}

void ContextFrame::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    switch (m_kind) {
    case ContextKind::Guarded: painter.fillRect(rect(), tokens.stuck); break;
    case ContextKind::ReadOnly: painter.fillRect(rect(), tokens.muted); break;
    case ContextKind::Embedded: painter.fillRect(rect(), striped(tokens.accent, tokens.window)); break;
    case ContextKind::None:
    case ContextKind::Open: return;
    }
    painter.fillRect(contentsRect(), tokens.window);
}

} // namespace argosy
