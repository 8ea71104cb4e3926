// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/page.h>

#include <QListWidget>

namespace argosy {

/// The rows at the left: icon, title and a count for each page.
class Navigation final : public QListWidget
{
    Q_OBJECT
public:
    explicit Navigation(const Theme& theme, QWidget* parent = nullptr);
    void addPage(Page* page);
    /// Selects the page's row without a signal; none where it has no row.
    void setCurrentPage(const QString& id);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(const QString& id);

private:
    const Theme& m_theme;
};

} // namespace argosy
