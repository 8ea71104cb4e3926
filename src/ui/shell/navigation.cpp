// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kBadgeRole = Qt::UserRole + 1;
constexpr int kToneRole = Qt::UserRole + 2;
constexpr int kRowHeight = 36;
constexpr int kWidth = 176;

/// Draws the row's bar, icon, title and count.
class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {kWidth, kRowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = m_theme.tokens();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect rect = option.rect;
        painter->save();
        if (selected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(rect, selected ? tokens.accentTint : tokens.border);
        if (selected)
            painter->fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), tokens.accent);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(tokens.accent);
            painter->drawRect(rect.adjusted(0, 0, -1, -1));
        }
        const QRect inner = rect.adjusted(space::kSection, 0, -space::kControl, 0);
        m_theme.icon(index.data(Qt::UserRole + 3).toString(), selected ? Tone::Accent : Tone::Muted)
            .paint(painter, QRect(inner.x(), inner.center().y() - 9, 18, 18));
        const QString badge = index.data(kBadgeRole).toString();
        const int badgeWidth = badge.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(badge) + space::kControl;
        painter->setFont(m_theme.font(selected ? Theme::Text::Strong : Theme::Text::Body));
        painter->setPen(tokens.text);
        const QRect text = inner.adjusted(18 + space::kControl + space::kGroup, 0, -badgeWidth, 0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        painter->setFont(m_theme.font(Theme::Text::Strong));
        painter->setPen(tokens.color(static_cast<Tone>(index.data(kToneRole).toInt())));
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, badge);
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

Navigation::Navigation(const Theme& theme, QWidget* parent)
    : QListWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"shell.navigation"_s);
    setAccessibleName(tr("Areas"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RowDelegate(theme, this));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    // The selection, not the current item: taking the focus makes the first row current, and that chooses no page.
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        const QList<QListWidgetItem*> selected = selectedItems();
        if (!selected.isEmpty())
            Q_EMIT pageChosen(selected.constFirst()->data(kIdRole).toString());
    });
}

void Navigation::addPage(Page* page)
{
    auto* item = new QListWidgetItem(page->title(), this);
    item->setData(kIdRole, page->id());
    item->setData(kIdRole + 3, page->icon());
    item->setToolTip(tr("%1 (Ctrl+%2)").arg(page->title()).arg(count()));
    const auto badge = [item, page] {
        item->setData(kBadgeRole, page->badge());
        item->setData(kToneRole, static_cast<int>(page->badgeTone()));
        item->setData(Qt::AccessibleTextRole,
            page->badge().isEmpty() ? page->title() : tr("%1, %2").arg(page->title(), page->badge()));
    };
    badge();
    connect(page, &Page::badgeChanged, this, badge);
}

void Navigation::setCurrentPage(const QString& id)
{
    const QSignalBlocker blocker(this);
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(kIdRole).toString() == id) {
            setCurrentRow(row);
            return;
        }
    setCurrentRow(-1);
    clearSelection();
}

QSize Navigation::sizeHint() const
{
    return {kWidth, QListWidget::sizeHint().height()};
}

} // namespace argosy
