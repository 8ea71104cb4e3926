// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcedelegate.h"

#include <argosy/models/resourcetreemodel.h>

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kIcon = 16;

/// What has no object of its own has no kind with an icon either, but for the two that the tree makes.
QString iconFor(const QModelIndex& index)
{
    const QString kind = index.data(ResourceTreeModel::KindRole).toString();
    if (kind == u"Workflow node")
        return u"kind-workflownode"_s;
    if (kind == u"Agent pool")
        return u"kind-agentpool"_s;
    return kindIcon(index.data(ResourceTreeModel::GroupKindRole).value<GroupKind>());
}

} // namespace

ResourceDelegate::ResourceDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void ResourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString name = item.text;
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Tokens& tokens = m_theme.tokens();
    const QRect row = option.rect.adjusted(space::kGroup, 0, -space::kGroup, 0);
    m_theme.icon(iconFor(index), Tone::Muted)
        .paint(painter, QRect(row.x(), row.y() + (row.height() - kIcon) / 2, kIcon, kIcon));
    const int textLeft = row.x() + kIcon + space::kControl;
    const int room = row.right() - textLeft;
    const QString shown = option.fontMetrics.elidedText(name, Qt::ElideMiddle, room);
    const int nameWidth = option.fontMetrics.horizontalAdvance(shown);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(tokens.text);
    painter->drawText(QRect(textLeft, row.y(), room, row.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    const QRect rest(textLeft + nameWidth + space::kControl, row.y(), room - nameWidth - space::kControl, row.height());
    if (rest.width() > kIcon) {
        const QFont small = m_theme.font(Theme::Text::Small);
        painter->setFont(small);
        painter->setPen(tokens.muted);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(small).elidedText(
                index.data(ResourceTreeModel::KindRole).toString(), Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

QSize ResourceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int name = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int kind = QFontMetrics(m_theme.font(Theme::Text::Small))
                         .horizontalAdvance(index.data(ResourceTreeModel::KindRole).toString());
    return {kIcon + name + kind + 3 * space::kControl, space::kRow};
}

MutedDelegate::MutedDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void MutedDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->palette.setColor(QPalette::Text, m_theme.tokens().muted);
}

} // namespace argosy
