// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/session/workspace.h>
#include <argosy/ui/theme.h>

#include <QListWidget>

namespace argosy {

/// The documents of the workspace: icon of the first kind, name, whether it is saved, how many problems.
class DocumentList final : public QListWidget
{
    Q_OBJECT
public:
    DocumentList(const Theme& theme, Workspace& workspace, QWidget* parent = nullptr);
    [[nodiscard]] Document* current() const;
    void setCurrent(const Document* document);

Q_SIGNALS:
    void chosen(argosy::Document* document); ///< null: none is left

private:
    void add(Document* document);
    void remove(const Document* document);
    void update(QListWidgetItem* item, const Document* document) const;
    [[nodiscard]] QListWidgetItem* itemOf(const Document* document) const;

    const Theme& m_theme;
    Workspace& m_workspace;
};

} // namespace argosy
