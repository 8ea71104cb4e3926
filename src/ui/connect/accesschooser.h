// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/ui/theme.h>

#include <QWidget>

class QComboBox;
class QLabel;

namespace argosy {

/// How a mode is marked.
[[nodiscard]] QIcon accessIcon(const Theme& theme, AccessMode mode);

/// How carefully a context is treated, and what that means in a sentence beside it.
class AccessChooser final : public QWidget
{
    Q_OBJECT
public:
    explicit AccessChooser(const Theme& theme, QWidget* parent = nullptr);
    void setMode(std::optional<AccessMode> mode); ///< without one there is nothing to choose

Q_SIGNALS:
    void chosen(argosy::AccessMode mode); ///< by a person

private:
    QComboBox* m_modes;
    QLabel* m_meaning;
};

} // namespace argosy
