// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QProxyStyle>

namespace argosy {

[[nodiscard]] QPalette paletteFor(const Tokens& tokens);

/// Fusion without its gradients: flat controls with one-pixel borders, one accent, heights of the 4-pixel grid.
class ArgosyStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit ArgosyStyle(const Tokens& tokens);
    void setTokens(const Tokens& tokens) { m_tokens = tokens; }

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(
        SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(
        StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const override;

private:
    void drawField(const QStyleOption& option, QPainter& painter) const;
    void drawButton(const QStyleOption& option, QPainter& painter) const;
    void drawCheck(const QStyleOption& option, QPainter& painter, bool round) const;
    void drawItemBackground(const QStyleOption& option, QPainter& painter) const;
    void drawArrow(const QRect& rect, bool up, bool enabled, QPainter& painter) const;
    void drawCombo(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawSpin(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const;

    Tokens m_tokens;
};

} // namespace argosy
