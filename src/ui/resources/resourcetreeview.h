// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/models/resourcetreemodel.h>
#include <argosy/ui/theme.h>

#include <QSet>
#include <QTimer>
#include <QTreeView>

namespace argosy {

class ResourceFilter;

/// The resource tree: everything is expanded but what a person collapsed, and it stays so as rows come and go.
class ResourceTreeView final : public QTreeView
{
    Q_OBJECT
public:
    ResourceTreeView(const Theme& theme, ResourceTreeModel& model, QWidget* parent = nullptr);

    [[nodiscard]] ResourceFilter& filter() const { return *m_filter; }
    /// The node that is selected; an invalid index of the model where none is.
    [[nodiscard]] QModelIndex selectedNode() const;
    void selectNode(const QString& id);
    void copySelectedName() const;

Q_SIGNALS:
    void selectedNodeChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dressHeader();
    void fitColumns();
    void expandNew(const QModelIndex& parent, int first, int last);
    void copyText(const QString& text) const;

    ResourceTreeModel& m_model;
    ResourceFilter* m_filter;
    QSet<QString> m_collapsed;
    QTimer m_fitSoon; ///< once for all rows that come at a time
};

} // namespace argosy
