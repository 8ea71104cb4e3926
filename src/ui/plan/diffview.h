// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/plandiff.h>
#include <argosy/ui/theme.h>

#include <QPlainTextEdit>

namespace argosy {

/**
 * A unified diff to read: removed and added lines on the theme's colours, line numbers of both texts at the left, who
 * asks for a changed line at the right. F8 and Shift+F8 go to the next and previous change.
 */
class DiffView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit DiffView(const Theme& theme, QWidget* parent = nullptr);

    void setLines(const QList<PlanDiffLine>& lines);
    [[nodiscard]] const QList<PlanDiffLine>& lines() const { return m_lines; }
    /// For the margins: each visible line with its top and height in the viewport.
    void forVisibleLines(const std::function<void(const PlanDiffLine&, int top, int height)>& each) const;
    [[nodiscard]] const Theme& theme() const { return m_theme; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void muteGaps();
    void placeMargins();
    void goToChange(bool forward);

    const Theme& m_theme;
    QList<PlanDiffLine> m_lines;
    QWidget* m_numbers;
    QWidget* m_origins;
};

} // namespace argosy
