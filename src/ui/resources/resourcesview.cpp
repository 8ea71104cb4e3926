// SPDX-License-Identifier: GPL-3.0-or-later
#include "resourcesview.h"

#include "objectdetails.h"
#include "resourcefilter.h"
#include "resourcetreeview.h"
#include "widgets/outdatedveil.h"

#include <argosy/ui/widgets.h>

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {
using Level = WatchSummary::Level;
constexpr std::chrono::seconds kAgeTick{10};
} // namespace

ResourcesView::ResourcesView(const Theme& theme, const Clock& clock, ResourceTreeModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_banner(new Banner(theme, this))
    , m_details(new ObjectDetails(theme, clock, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_veil(new OutdatedVeil(theme, *m_splitter))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    m_banner->setObjectName(u"resources.banner"_s);
    m_splitter->setObjectName(u"resources.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTreePane());
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({1200, 800});
    makeActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ResourcesView::refresh);
    m_ages.setInterval(kAgeTick);
    connect(&m_ages, &QTimer::timeout, m_tree->viewport(), qOverload<>(&QWidget::update));
    m_ages.start();
    const auto refreshSoon = [this] { m_soon.start(); };
    connect(&m_tree->filter(), &QAbstractItemModel::rowsInserted, this, refreshSoon);
    connect(&m_tree->filter(), &QAbstractItemModel::rowsRemoved, this, refreshSoon);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, refreshSoon);
    connect(m_banner, &Banner::actionTriggered, this, &ResourcesView::retryRequested);
    connect(m_details, &ObjectDetails::wholeObjectWanted, this, &ResourcesView::wholeObjectWanted);
    refresh();
}

QWidget* ResourcesView::makeHeader()
{
    auto* header = new PageHeader(m_theme, tr("Resources"), this);
    m_filterField = new QLineEdit(this);
    m_filterField->setObjectName(u"resources.filter"_s);
    m_filterField->setPlaceholderText(tr("Filter by name, kind, state"));
    m_filterField->setToolTip(tr("Show only rows with all of these words (/)"));
    m_filterField->setAccessibleName(tr("Filter"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->addAction(m_theme.icon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_filterField->setFixedWidth(280);
    m_onlyProblems = new QCheckBox(tr("Only &problems"), this);
    m_onlyProblems->setObjectName(u"resources.problems"_s);
    m_watch = new StatusPill(m_theme, this);
    m_watch->setObjectName(u"resources.watch"_s);
    m_watch->layout()->setContentsMargins(0, 0, space::kControl, 0);
    header->addAction(m_watch);
    header->addAction(m_onlyProblems);
    header->addAction(m_filterField);
    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_tree->filter().setText(text);
        refresh();
    });
    connect(m_onlyProblems, &QCheckBox::toggled, this, [this](bool on) {
        m_tree->filter().setOnlyProblems(on);
        refresh();
    });
    return header;
}

QWidget* ResourcesView::makeTreePane()
{
    auto* pane = new QWidget(this);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedWidget(pane);
    m_tree = new ResourceTreeView(m_theme, m_model, m_stack);
    m_empty = new EmptyState(m_theme, m_stack);
    m_empty->setObjectName(u"resources.empty"_s);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    m_count = new QLabel(pane);
    m_count->setObjectName(u"resources.count"_s);
    m_count->setContentsMargins(space::kSection, space::kGroup, space::kSection, space::kGroup);
    m_theme.style(m_count, Theme::Text::Small, Tone::Muted);
    column->addWidget(m_stack, 1);
    column->addWidget(m_count);
    connect(m_tree, &ResourceTreeView::selectedNodeChanged, this, &ResourcesView::showDetails);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_state.level == Level::None)
            Q_EMIT connectRequested();
        else if (m_tree->filter().isFiltering())
            clearFilter();
        else
            Q_EMIT retryRequested();
    });
    return pane;
}

void ResourcesView::makeActions()
{
    const auto add = [this](const QList<QKeySequence>& keys, QWidget* where, auto run) {
        auto* action = new QAction(where);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        where->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    add({QKeySequence::Find}, this, [this] { m_filterField->setFocus(); });
    // Single keys only where nobody types.
    add({Qt::Key_Slash}, m_tree, [this] { m_filterField->setFocus(); });
    add({Qt::Key_Y}, m_tree, [this] { m_details->showYaml(); });
    add({Qt::Key_Escape}, m_filterField, [this] {
        clearFilter();
        m_tree->setFocus();
    });
}

void ResourcesView::clearFilter()
{
    m_filterField->clear();
    m_onlyProblems->setChecked(false);
}

void ResourcesView::setWatchState(const WatchSummary& state)
{
    if (state == m_state)
        return;
    const bool isBack = m_state.level == Level::Lost;
    m_state = state;
    refresh();
    if (isBack && state.level != Level::Lost)
        m_details->retryWholeObject();
}

void ResourcesView::setWholeObject(const Result<ObjectPtr>& whole)
{
    m_details->setWholeObject(whole);
}

void ResourcesView::refresh()
{
    const int shown = m_tree->filter().rowCount();
    m_watch->setState(m_state.icon(), m_state.tone(), m_state.word);
    m_watch->setToolTip(m_state.sentence);
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_tree) : m_empty);
    const auto total = int(m_model.nodeCount());
    m_count->setVisible(total > 0);
    m_count->setText(m_tree->filter().isFiltering() ? tr("Filtered; %n row(s) in all", nullptr, total)
                                                    : tr("%n row(s)", nullptr, total));
    const bool explains = (m_state.level == Level::Lost || m_state.level == Level::Partial) && shown > 0;
    if (explains)
        m_banner->showMessage(
            Tone::Degraded, m_state.sentence, m_state.level == Level::Lost ? tr("Try now") : QString());
    else
        m_banner->clear();
    m_veil->setVisible(m_state.level == Level::Lost && shown > 0);
    if (shown == 0)
        showEmpty();
    showDetails();
}

void ResourcesView::showEmpty()
{
    if (m_state.level == Level::None)
        return m_empty->setContent(u"connect"_s, m_state.sentence, tr("Connect"));
    if (m_state.level == Level::Failed || m_state.level == Level::Lost || m_state.level == Level::Partial)
        return m_empty->setContent(u"problem-error"_s, m_state.sentence, tr("Try again"));
    if (m_state.level == Level::Loading)
        return m_empty->setContent(u"pending"_s, tr("%1…").arg(m_state.word));
    if (m_model.nodeCount() > 0)
        return m_empty->setContent(
            u"filter"_s, tr("The filter hides all %n row(s).", nullptr, int(m_model.nodeCount())), tr("Show all"));
    m_empty->setContent(u"page-resources"_s, tr("The cluster has none of the resources that Argosy follows yet."));
}

void ResourcesView::showDetails()
{
    m_details->setNode(m_tree->selectedNode());
}

void ResourcesView::select(const QString& id)
{
    m_tree->selectNode(id);
}

void ResourcesView::focusTree()
{
    m_tree->setFocus();
}

} // namespace argosy
