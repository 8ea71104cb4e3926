// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QStyledItemDelegate>

namespace argosy {

/// Paints the name column of the resource tree: the kind's icon, the name, the kind in muted words.
class ResourceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ResourceDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

/// Paints a cell in muted text.
class MutedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MutedDelegate(const Theme& theme, QObject* parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace argosy
