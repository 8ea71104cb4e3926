// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

#include <QWidget>

class QGridLayout;

namespace argosy {

/// Keys in muted words and values that can be selected and copied.
class FactsGrid final : public QWidget
{
    Q_OBJECT
public:
    struct Fact
    {
        QString key; ///< for people
        QString value;
        bool mono = false; ///< a name that people copy
        QString toolTip;
        bool operator==(const Fact&) const = default;
    };

    explicit FactsGrid(const Theme& theme, QWidget* parent = nullptr);
    /// Facts without a value are left out.
    void setFacts(const QList<Fact>& facts);

private:
    const Theme& m_theme;
    QGridLayout* m_grid;
    QList<Fact> m_facts;
};

} // namespace argosy
