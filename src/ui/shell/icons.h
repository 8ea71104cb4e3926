// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QIconEngine>
#include <QPointer>

namespace argosy {

/// Draws one SVG of resources/icons in the colour that its tone has when it is drawn, with lines of 1.5 pixels at any
/// size.
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(const Theme* theme, QString name, Tone tone);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine* clone() const override;
    [[nodiscard]] QString key() const override;

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Tone m_tone;
};

} // namespace argosy
