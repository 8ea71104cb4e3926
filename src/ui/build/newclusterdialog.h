// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/platform/settings.h>
#include <argosy/session/workspace.h>
#include <argosy/ui/theme.h>

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace argosy {

/// Name, location and preset of a new cluster; what the rules say of them stands below while one types.
class NewClusterDialog final : public QDialog
{
    Q_OBJECT
public:
    NewClusterDialog(const Theme& theme, Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void created(const argosy::ClusterSettings& settings);

private:
    void buildFields();
    void check();
    void finish();
    [[nodiscard]] Result<ClusterSettings> settings() const;
    [[nodiscard]] QList<Problem> problems(const ClusterSettings& settings) const;

    const Theme& m_theme;
    Workspace& m_workspace;
    QLineEdit* m_name;
    QComboBox* m_location;
    QComboBox* m_preset;
    QLabel* m_presetText;
    QLabel* m_makes;
    QVBoxLayout* m_problems;
    QPushButton* m_create = nullptr; // until the fields above it are filled for the first time
};

} // namespace argosy
