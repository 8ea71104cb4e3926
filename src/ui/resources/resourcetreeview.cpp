// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcetreeview.h"

#include "resourcedelegate.h"
#include "resourcefilter.h"

#include <argosy/ui/widgets.h>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

constexpr int kLeastReason = 96; // what the names leave to the reasons at the least

QString idOf(const QModelIndex& index)
{
    return index.data(ResourceTreeModel::IdRole).toString();
}

} // namespace

ResourceTreeView::ResourceTreeView(const Theme& theme, ResourceTreeModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_model(model)
    , m_filter(new ResourceFilter(this))
{
    setObjectName(u"resources.tree"_s);
    setAccessibleName(tr("Resources"));
    m_filter->setSourceModel(&model);
    setModel(m_filter);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setItemDelegateForColumn(ResourceTreeModel::NameColumn, new ResourceDelegate(theme, this));
    setItemDelegateForColumn(
        ResourceTreeModel::StateColumn, new HealthDelegate(theme, ResourceTreeModel::StateRole, this));
    setItemDelegateForColumn(ResourceTreeModel::ReasonColumn, new MutedDelegate(theme, this));
    setItemDelegateForColumn(ResourceTreeModel::AgeColumn, new MutedDelegate(theme, this));
    setColumnHidden(ResourceTreeModel::KindColumn, true); // it stands beside the name
    dressHeader();
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ResourceTreeView::expandNew);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { m_collapsed.insert(idOf(index)); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { m_collapsed.remove(idOf(index)); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResourceTreeView::selectedNodeChanged);
    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(0);
    connect(&m_fitSoon, &QTimer::timeout, this, &ResourceTreeView::fitColumns);
    const auto fitSoon = [this] { m_fitSoon.start(); };
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, fitSoon);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, fitSoon);
    connect(this, &QTreeView::expanded, this, fitSoon);
    connect(this, &QTreeView::collapsed, this, fitSoon);
    expandNew({}, 0, m_filter->rowCount() - 1);
}

void ResourceTreeView::dressHeader()
{
    QHeaderView* head = header();
    head->setStretchLastSection(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionResizeMode(ResourceTreeModel::NameColumn, QHeaderView::Fixed);
    head->setSectionResizeMode(ResourceTreeModel::ReasonColumn, QHeaderView::Stretch);
    head->setMinimumSectionSize(48);
    const QFontMetrics metrics = fontMetrics();
    const auto setWidth = [&](int column, const QString& widest) {
        head->setSectionResizeMode(column, QHeaderView::Interactive);
        head->resizeSection(column, metrics.horizontalAdvance(widest) + 24 + 2 * space::kControl);
    };
    setWidth(ResourceTreeModel::StateColumn, tr("Progressing"));
    setWidth(ResourceTreeModel::AgeColumn, tr("119 min"));
}

/// Names get the width that they need before reasons do, which are read in whole in the details too.
void ResourceTreeView::fitColumns()
{
    const int others = columnWidth(ResourceTreeModel::StateColumn) + columnWidth(ResourceTreeModel::AgeColumn);
    const int most = viewport()->width() - others - kLeastReason;
    const int half = (viewport()->width() - others) / 2; // short names leave the columns where people expect them
    const int needed = std::max(sizeHintForColumn(ResourceTreeModel::NameColumn) + space::kControl, half);
    setColumnWidth(ResourceTreeModel::NameColumn, std::max(std::min(needed, most), kLeastReason));
}

void ResourceTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ResourceTreeView::expandNew(const QModelIndex& parent, int first, int last)
{
    // What got its first child is expanded too.
    if (parent.isValid() && !m_collapsed.contains(idOf(parent)))
        expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filter->index(row, 0, parent);
        const int children = m_filter->rowCount(index);
        if (children > 0)
            expandNew(index, 0, children - 1);
    }
}

QModelIndex ResourceTreeView::selectedNode() const
{
    return m_filter->mapToSource(currentIndex().siblingAtColumn(0));
}

void ResourceTreeView::selectNode(const QString& id)
{
    const QModelIndex index = m_filter->mapFromSource(m_model.find(id));
    if (!index.isValid())
        return;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        expand(up);
    setCurrentIndex(index);
    scrollTo(index);
}

void ResourceTreeView::copyText(const QString& text) const
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ResourceTreeView::copySelectedName() const
{
    copyText(selectedNode().data().toString());
}

void ResourceTreeView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelectedName();
    else
        QTreeView::keyPressEvent(event);
}

void ResourceTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex node = selectedNode();
    if (!node.isValid())
        return;
    const auto ref = node.data(ResourceTreeModel::RefRole).value<ObjectRef>();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copyName = menu->addAction(tr("Copy name"), this, &ResourceTreeView::copySelectedName);
    copyName->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy kind and name"), this, [this, ref] { copyText(ref.display()); });
    menu->addAction(tr("Copy message"), this,
            [this, text = node.data(ResourceTreeModel::MessageRole).toString()] { copyText(text); })
        ->setEnabled(!node.data(ResourceTreeModel::MessageRole).toString().isEmpty());
    menu->popup(event->reason() == QContextMenuEvent::Keyboard
            ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
            : event->globalPos());
}

} // namespace argosy
