// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace argosy {

class DiffView;

/// Old number, new number and sign of each line of a diff.
class DiffNumbers final : public QWidget
{
public:
    explicit DiffNumbers(DiffView& view);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DiffView& m_view;
};

/// Who asks for a changed line.
class DiffOrigins final : public QWidget
{
public:
    explicit DiffOrigins(DiffView& view);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    DiffView& m_view;
};

} // namespace argosy
