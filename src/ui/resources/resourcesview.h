// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/models/resourcetreemodel.h>
#include <argosy/ui/theme.h>

#include "watchstate.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace argosy {

class Banner;
class EmptyState;
class ObjectDetails;
class OutdatedVeil;
class ResourceTreeView;
class StatusPill;

/// Tree, filter and details; knows nothing of clusters but how up to date the tree is.
class ResourcesView final : public QWidget
{
    Q_OBJECT
public:
    /// The model must outlive the view, the clock too.
    ResourcesView(const Theme& theme, const Clock& clock, ResourceTreeModel& model, QWidget* parent = nullptr);

    void setWatchState(const WatchSummary& state);
    /// What came of wholeObjectWanted().
    void setWholeObject(const Result<ObjectPtr>& whole);
    void select(const QString& id);
    void focusTree();
    [[nodiscard]] QSplitter* splitter() const { return m_splitter; }

Q_SIGNALS:
    void connectRequested();
    void retryRequested();
    void wholeObjectWanted(const argosy::ObjectPtr& object); ///< as ObjectDetails has it

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeTreePane();
    void makeActions();
    void refresh(); ///< which of tree and empty state, banner, counts
    void showEmpty();
    void showDetails();
    void clearFilter();

    const Theme& m_theme;
    ResourceTreeModel& m_model;
    WatchSummary m_state;
    StatusPill* m_watch;
    Banner* m_banner;
    QLineEdit* m_filterField;
    QCheckBox* m_onlyProblems;
    QLabel* m_count;
    QStackedWidget* m_stack;
    ResourceTreeView* m_tree;
    EmptyState* m_empty;
    ObjectDetails* m_details;
    QSplitter* m_splitter;
    OutdatedVeil* m_veil;
    QTimer m_ages; ///< ages grow without any event
    QTimer m_soon; ///< many row changes, one refresh
};

} // namespace argosy
