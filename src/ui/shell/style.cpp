// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr qreal kRadius = 4;

QColor mixed(const QColor& a, const QColor& b, qreal part)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - part) + b.redF() * part),
        static_cast<float>(a.greenF() * (1 - part) + b.greenF() * part),
        static_cast<float>(a.blueF() * (1 - part) + b.blueF() * part));
}

void roundedRect(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, qreal width = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : Qt::NoPen);
    painter.setBrush(fill);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter.restore();
}

bool isOn(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

QPalette paletteFor(const Tokens& t)
{
    QPalette palette;
    const auto both = [&](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    both(QPalette::Window, t.window, t.window);
    both(QPalette::WindowText, t.text, t.disabled);
    both(QPalette::Base, t.base, t.window);
    both(QPalette::AlternateBase, mixed(t.base, t.window, 0.6), t.window);
    both(QPalette::Text, t.text, t.disabled);
    both(QPalette::PlaceholderText, t.muted, t.disabled);
    both(QPalette::Button, t.raised, t.window);
    both(QPalette::ButtonText, t.text, t.disabled);
    both(QPalette::BrightText, t.stuck, t.disabled);
    both(QPalette::Highlight, t.accent, t.strongBorder);
    both(QPalette::HighlightedText, t.onAccent, t.window);
    both(QPalette::Link, t.accent, t.disabled);
    both(QPalette::LinkVisited, t.accent, t.disabled);
    both(QPalette::ToolTipBase, t.raised, t.raised);
    both(QPalette::ToolTipText, t.text, t.text);
    both(QPalette::Light, t.raised, t.raised);
    both(QPalette::Midlight, t.border, t.border);
    both(QPalette::Mid, t.border, t.border);
    both(QPalette::Dark, t.strongBorder, t.strongBorder);
    both(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.strongBorder, t.border);
    return palette;
}

ArgosyStyle::ArgosyStyle(const Tokens& tokens)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_tokens(tokens)
{ }

void ArgosyStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox")
        || widget->inherits("QScrollBar") || widget->inherits("QLineEdit"))
        widget->setAttribute(Qt::WA_Hover);
    // A crowded layout must not press inputs flat; one inside another, or inside a cell, follows its parent.
    const bool isInput = widget->inherits("QPushButton") || widget->inherits("QComboBox")
        || widget->inherits("QAbstractSpinBox") || widget->inherits("QLineEdit");
    const QWidget* parent = widget->parentWidget();
    const bool isInner = parent
        && (parent->inherits("QComboBox") || parent->inherits("QAbstractSpinBox")
            || (parent->parentWidget() && parent->parentWidget()->inherits("QAbstractItemView")));
    if (isInput && !isInner && widget->minimumHeight() == 0)
        widget->setMinimumHeight(space::kInput);
}

void ArgosyStyle::drawField(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = isOn(option, State_Enabled);
    const bool focused = isOn(option, State_HasFocus);
    const QColor border = !enabled ? m_tokens.border : focused ? m_tokens.accent : m_tokens.strongBorder;
    roundedRect(painter, option.rect, enabled ? m_tokens.base : m_tokens.window, border, focused && enabled ? 2 : 1);
}

void ArgosyStyle::drawButton(const QStyleOption& option, QPainter& painter) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool enabled = isOn(option, State_Enabled);
    const bool primary = button && button->features.testFlag(QStyleOptionButton::DefaultButton) && enabled;
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool down = isOn(option, State_Sunken) || isOn(option, State_On);
    const bool hovered = isOn(option, State_MouseOver) && enabled;
    QColor fill = primary ? m_tokens.accent : enabled ? m_tokens.raised : m_tokens.window;
    if (down || hovered)
        fill = mixed(fill, primary ? m_tokens.text : m_tokens.accent, down ? 0.18 : 0.08);
    if (flat && !down && !hovered)
        fill = Qt::transparent;
    QColor border = primary ? fill : enabled ? m_tokens.strongBorder : m_tokens.border;
    if (flat)
        border = QColor();
    roundedRect(painter, option.rect, fill, border);
    if (isOn(option, State_HasFocus))
        roundedRect(painter, primary ? option.rect.adjusted(2, 2, -2, -2) : option.rect, Qt::transparent,
            primary ? m_tokens.onAccent : m_tokens.accent, primary ? 1 : 2);
}

void ArgosyStyle::drawCheck(const QStyleOption& option, QPainter& painter, bool round) const
{
    const bool enabled = isOn(option, State_Enabled);
    const bool on = isOn(option, State_On);
    const bool partial = isOn(option, State_NoChange);
    const bool focused = isOn(option, State_HasFocus);
    const QColor fill = on && enabled ? m_tokens.accent : on ? m_tokens.disabled : m_tokens.base;
    const QColor border = focused ? m_tokens.accent : on ? fill : enabled ? m_tokens.strongBorder : m_tokens.border;
    const QColor mark = on ? m_tokens.onAccent : m_tokens.muted;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, focused ? 2 : 1));
    painter.setBrush(fill);
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) { return QPointF(box.x() + x * box.width(), box.y() + y * box.height()); };
    if (round && on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), box.width() * 0.2, box.height() * 0.2);
    } else if (partial) {
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (on) {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.7), at(0.77, 0.3)}));
    }
    painter.restore();
}

void ArgosyStyle::drawItemBackground(const QStyleOption& option, QPainter& painter) const
{
    if (isOn(option, State_Selected))
        painter.fillRect(option.rect, m_tokens.accentTint);
    else if (isOn(option, State_MouseOver) && isOn(option, State_Enabled))
        painter.fillRect(option.rect, mixed(m_tokens.base, m_tokens.accentTint, 0.5));
    else if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option))
        painter.fillRect(option.rect, item->backgroundBrush);
}

void ArgosyStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*option, *painter);
        return;
    }
    case PE_FrameLineEdit: return;
    case PE_PanelButtonCommand: drawButton(*option, *painter); return;
    case PE_FrameFocusRect:
        if (widget && (widget->inherits("QCheckBox") || widget->inherits("QRadioButton")))
            return;
        roundedRect(*painter, option->rect, Qt::transparent, m_tokens.accent);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(*option, *painter, false); return;
    case PE_IndicatorRadioButton: drawCheck(*option, *painter, true); return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: drawItemBackground(*option, *painter); return;
    case PE_Frame:
        if (widget && widget->inherits("QAbstractScrollArea")) {
            painter->save();
            painter->setPen(m_tokens.border);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
            return;
        }
        break;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_tokens.raised);
        painter->setPen(m_tokens.strongBorder);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorBranch:
        if (isOn(*option, State_Children)) {
            const QRect square = alignedRect(option->direction, Qt::AlignCenter, QSize(16, 16), option->rect);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(m_tokens.muted, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF c = QRectF(square).center();
            const bool open = isOn(*option, State_Open);
            painter->drawPolyline(open ? QPolygonF({c + QPointF(-3.5, -2), c + QPointF(0, 2), c + QPointF(3.5, -2)})
                                       : QPolygonF({c + QPointF(-2, -3.5), c + QPointF(2, 0), c + QPointF(-2, 3.5)}));
            painter->restore();
        }
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ArgosyStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_ItemViewItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem copy(*item);
            copy.palette.setColor(QPalette::HighlightedText, copy.palette.color(QPalette::Text));
            copy.state.setFlag(State_HasFocus, false); // the selected row shows where the keyboard is
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_PushButtonLabel) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button && button->features.testFlag(QStyleOptionButton::DefaultButton)
            && button->state.testFlag(State_Enabled)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, m_tokens.onAccent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        const bool hovered = isOn(*option, State_MouseOver) || isOn(*option, State_Sunken);
        const bool vertical = option->rect.height() > option->rect.width();
        const QRect line = vertical ? QRect(option->rect.center().x(), option->rect.y(), 1, option->rect.height())
                                    : QRect(option->rect.x(), option->rect.center().y(), option->rect.width(), 1);
        painter->fillRect(line, hovered ? m_tokens.accent : m_tokens.border);
        return;
    }
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, m_tokens.window);
        painter->setPen(m_tokens.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_ShapedFrame) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->frameShape == QFrame::HLine) {
            painter->fillRect(
                QRect(option->rect.x(), option->rect.center().y(), option->rect.width(), 1), m_tokens.border);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize ArgosyStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: result.setHeight(std::max(result.height(), space::kInput)); break;
    case CT_PushButton:
        result.setHeight(std::max(result.height(), space::kInput));
        result.rwidth() += space::kControl;
        break;
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), space::kRow)); break;
    case CT_HeaderSection: result.setHeight(std::max(result.height(), space::kRow)); break;
    default: break;
    }
    return result;
}

QRect ArgosyStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(space::kGroup, 0, -space::kGroup, 0);
    return rect;
}

int ArgosyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_ScrollBarExtent: return 12;
    case PM_FocusFrameHMargin: return space::kControl - 1; // item views add the last pixel
    case PM_HeaderMargin: return space::kControl;
    case PM_SplitterWidth: return 7;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::kControl;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ArgosyStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup: return 0;
    case SH_UnderlineShortcut: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace argosy
