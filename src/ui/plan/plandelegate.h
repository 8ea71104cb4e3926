// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/planmodel.h>
#include <argosy/ui/theme.h>

#include <QStyledItemDelegate>

namespace argosy {

/// How an action and a run's state look: glyph and tone beside their word.
struct Look
{
    QString icon;
    Tone tone = Tone::Neutral;
};
[[nodiscard]] Look lookOf(PlanAction action);
[[nodiscard]] Look lookOf(StepProgress::State state);

/// Paints the plan's table: glyph and word of actions and states, the kind's icon before names.
class PlanDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PlanDelegate(const Theme& theme, QObject* parent = nullptr);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    [[nodiscard]] std::optional<Look> lookAt(const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace argosy
