// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphitems.h"

#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {
constexpr int kIcon = 16;
constexpr int kRadius = 6;
constexpr int kArrow = 5;
} // namespace

StepItem::StepItem(const Theme& theme)
    : m_theme(theme)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void StepItem::setStep(const WorkflowNode& node, const QString& duration)
{
    if (node == m_node && duration == m_duration)
        return;
    m_node = node;
    m_duration = duration;
    setObjectName(u"workflows.graph."_s + node.displayName);
    setToolTip(node.message.isEmpty() ? node.displayName : QString(node.displayName + u'\n' + node.message));
    update();
}

void StepItem::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    update();
}

QRectF StepItem::boundingRect() const
{
    return {-1, -1, kWidth + 2, kHeight + 2};
}

void StepItem::paintFrame(QPainter& painter) const
{
    const Tokens& tokens = m_theme.tokens();
    const bool planned = m_node.phase == u"Planned";
    QPen pen(m_current ? tokens.accent : tokens.strongBorder, m_current ? 2 : 1);
    if (planned)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_current ? tokens.accentTint : planned ? tokens.window : tokens.raised);
    painter.drawRoundedRect(QRectF(0.5, 0.5, kWidth - 1, kHeight - 1), kRadius, kRadius);
}

void StepItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Tokens& tokens = m_theme.tokens();
    const Health::State state = healthOfPhase(m_node.phase, m_node.message, m_node.started).state;
    const bool planned = m_node.phase == u"Planned";
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter);
    const QRect inner(space::kControl, space::kGroup, kWidth - 2 * space::kControl, kHeight - 2 * space::kGroup);
    const Tone tone = planned ? Tone::Muted : toneFor(state);
    m_theme.icon(planned ? u"pending"_s : stateIcon(state), tone)
        .paint(painter, QRect(inner.x(), inner.y() + (inner.height() - kIcon) / 2, kIcon, kIcon));
    const QRect text = inner.adjusted(kIcon + space::kControl, 0, 0, 0);
    const QRect upper(text.x(), text.y(), text.width(), text.height() / 2);
    const QRect lower = upper.translated(0, text.height() / 2);
    const QFont name = m_theme.font(Theme::Text::Body);
    painter->setFont(name);
    painter->setPen(planned ? tokens.muted : tokens.text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignBottom,
        QFontMetrics(name).elidedText(m_node.displayName, Qt::ElideMiddle, upper.width()));
    painter->setFont(m_theme.font(Theme::Text::Small));
    painter->setPen(tokens.color(tone));
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, m_node.phase);
    painter->setPen(tokens.muted);
    painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, m_duration);
}

void StepItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
    Q_EMIT chosen(m_node.id);
}

EdgeItem::EdgeItem(const Theme& theme, QPointF from, QPointF to)
    : m_theme(theme)
    , m_from(from)
    , m_to(to)
{
    setZValue(-1);
}

QRectF EdgeItem::boundingRect() const
{
    return QRectF(m_from, m_to).normalized().adjusted(-kArrow, -kArrow, kArrow, kArrow);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.tokens().strongBorder, 1.5));
    painter->setBrush(Qt::NoBrush);
    const QPointF end = m_to - QPointF(kArrow, 0);
    const qreal bend = (end.x() - m_from.x()) / 2;
    QPainterPath path(m_from);
    path.cubicTo(m_from + QPointF(bend, 0), end - QPointF(bend, 0), end);
    painter->drawPath(path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.tokens().strongBorder);
    painter->drawPolygon(QPolygonF{m_to, end + QPointF(-1, -kArrow), end + QPointF(-1, kArrow)});
}

} // namespace argosy
