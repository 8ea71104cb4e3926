// SPDX-License-Identifier: GPL-3.0-or-later
// The controls that have parts of their own: combo box, spin box, scroll bar.
#include "style.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>

namespace argosy {

void ArgosyStyle::drawArrow(const QRect& rect, bool up, bool enabled, QPainter& painter) const
{
    const QPointF c = QRectF(rect).center();
    const qreal d = up ? -1 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(enabled ? m_tokens.muted : m_tokens.disabled, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF({c + QPointF(-3.5, -1.75 * d), c + QPointF(0, 1.75 * d), c + QPointF(3.5, -1.75 * d)}));
    painter.restore();
}

void ArgosyStyle::drawCombo(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    QStyleOption field(option);
    const auto* combo = qobject_cast<const QComboBox*>(widget);
    if (combo && combo->lineEdit() && combo->lineEdit()->hasFocus())
        field.state.setFlag(State_HasFocus);
    drawField(field, painter);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawArrow(arrow, false, option.state.testFlag(State_Enabled), painter);
}

void ArgosyStyle::drawSpin(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    drawField(option, painter);
    const bool enabled = option.state.testFlag(State_Enabled);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    drawArrow(subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget).translated(0, 1), true,
        enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled), painter);
    drawArrow(subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget).translated(0, -1), false,
        enabled && spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled), painter);
}

void ArgosyStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    painter.fillRect(option.rect, m_tokens.window);
    QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool active = option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    const int inset = active ? 2 : 3;
    slider = option.state.testFlag(State_Horizontal) ? slider.adjusted(2, inset, -2, -inset)
                                                     : slider.adjusted(inset, 2, -inset, -2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(active ? m_tokens.muted : m_tokens.strongBorder);
    const qreal radius = std::min(slider.width(), slider.height()) / 2.0;
    painter.drawRoundedRect(slider, radius, radius);
    painter.restore();
}

void ArgosyStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox: drawCombo(*option, *painter, widget); return;
    case CC_SpinBox: drawSpin(*option, *painter, widget); return;
    case CC_ScrollBar: drawScrollBar(*option, *painter, widget); return;
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace argosy
