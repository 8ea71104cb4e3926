// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QWidget>

namespace argosy {

/// Lies over a widget that shows what may be old, and greys it. What is below can be read, selected and scrolled as
/// before. Hidden at first; must not outlive the widget's parent.
class OutdatedVeil final : public QWidget
{
    Q_OBJECT
public:
    OutdatedVeil(const Theme& theme, QWidget& over);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void cover();

    const Theme& m_theme;
    QWidget& m_over;
};

} // namespace argosy
