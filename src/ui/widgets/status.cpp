// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ui/widgets.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QLayout>
#include <QPainter>

namespace argosy {

namespace {
constexpr int kIcon = 16;
}

IconLabel::IconLabel(const Theme& theme, int size, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
}

void IconLabel::setIcon(const QString& name, Tone tone)
{
    m_icon = m_theme.icon(name, tone);
    update();
}

QSize IconLabel::sizeHint() const
{
    return {m_size, m_size};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, QRect((width() - m_size) / 2, (height() - m_size) / 2, m_size, m_size), Qt::AlignCenter,
        isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

StatusPill::StatusPill(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new IconLabel(theme, kIcon, this))
    , m_word(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kGroup);
    row->addWidget(m_icon);
    row->addWidget(m_word);
}

void StatusPill::setHealth(Health::State state)
{
    setState(stateIcon(state), toneFor(state), stateText(state));
}

void StatusPill::setState(const QString& icon, Tone tone, const QString& word)
{
    m_icon->setIcon(icon, tone);
    m_word->setText(word);
    m_theme.style(m_word, Theme::Text::Body, tone);
    setAccessibleName(word);
}

QString StatusPill::word() const
{
    return m_word->text();
}

HealthDelegate::HealthDelegate(const Theme& theme, int role, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_role(role)
{ }

void HealthDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    item.icon = {};
    const QWidget* view = item.widget;
    QStyle* style = view ? view->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, view);
    const QVariant value = index.data(m_role);
    if (!value.isValid())
        return;
    const auto state = static_cast<Health::State>(value.toInt());
    const Tone tone = toneFor(state);
    const QRect inner = option.rect.adjusted(space::kControl, 0, -space::kControl, 0);
    m_theme.icon(stateIcon(state), tone)
        .paint(painter, QRect(inner.x(), inner.y() + (inner.height() - kIcon) / 2, kIcon, kIcon));
    painter->save();
    painter->setFont(option.font);
    painter->setPen(m_theme.tokens().color(tone));
    painter->drawText(inner.adjusted(kIcon + space::kGroup, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(stateText(state), Qt::ElideRight, inner.width() - kIcon - space::kGroup));
    painter->restore();
}

QSize HealthDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QVariant value = index.data(m_role);
    const QString word = value.isValid() ? stateText(static_cast<Health::State>(value.toInt())) : QString();
    size.setWidth(kIcon + 2 * space::kControl + space::kGroup + option.fontMetrics.horizontalAdvance(word));
    size.setHeight(std::max(size.height(), space::kRow));
    return size;
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QLayout* inner = item->layout())
            clearLayout(inner);
        delete item->widget();
        delete item;
    }
}

} // namespace argosy
