// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflowsview.h"

#include "widgets/outdatedveil.h"
#include "widgets/rowtable.h"
#include "workflowdetails.h"

#include <argosy/ui/widgets.h>

#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// The phase as Argo writes it, in its state's look; everything else muted.
class WorkflowDelegate final : public QStyledItemDelegate
{
public:
    WorkflowDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == WorkflowsModel::NameColumn)
            return;
        Tone tone = Tone::Muted;
        if (index.column() == WorkflowsModel::PhaseColumn) {
            const auto state = static_cast<Health::State>(index.data(WorkflowsModel::StateRole).toInt());
            tone = toneFor(state);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = m_theme.icon(stateIcon(state), tone);
            option->decorationSize = {16, 16};
        }
        option->palette.setColor(QPalette::Text, m_theme.tokens().color(tone));
    }

private:
    const Theme& m_theme;
};

} // namespace

WorkflowsView::WorkflowsView(const Theme& theme, const Clock& clock, WorkflowsModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_banner(new Banner(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_list(makeList())
    , m_details(new WorkflowDetails(theme, clock, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHeader(theme, tr("Workflows"), this));
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_banner->setObjectName(u"workflows.banner"_s);
    m_empty->setObjectName(u"workflows.empty"_s);
    m_splitter->setObjectName(u"workflows.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({700, 1300});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    m_veil = new OutdatedVeil(theme, *m_splitter);
    connect(m_banner, &Banner::actionTriggered, this, &WorkflowsView::retryRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &WorkflowsView::emptyActionTriggered);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorkflowsView::selectionChanged);
    connect(&model, &QAbstractItemModel::dataChanged, this, &WorkflowsView::selectionChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &WorkflowsView::takeRows);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &WorkflowsView::takeRows);
    takeRows();
}

QTableView* WorkflowsView::makeList()
{
    QTableView* list = makeRowTable(u"workflows.list"_s, tr("Workflows"), m_model, WorkflowsModel::NameColumn, this);
    list->setItemDelegate(new WorkflowDelegate(m_theme, list));
    list->setTextElideMode(Qt::ElideMiddle);
    return list;
}

void WorkflowsView::setWatchState(const WatchSummary& state)
{
    const bool isOutdated = state.level == WatchSummary::Level::Lost && m_model.rowCount() > 0;
    m_veil->setVisible(isOutdated);
    if (isOutdated)
        m_banner->showMessage(Tone::Degraded, state.sentence, tr("Try now"));
    else
        m_banner->clear();
}

void WorkflowsView::setEmptyReason(const QString& sentence, const QString& button)
{
    m_empty->setContent(u"page-workflows"_s, sentence, button);
}

void WorkflowsView::select(const QString& id)
{
    m_wanted = id;
    takeRows();
}

void WorkflowsView::takeRows()
{
    m_stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget*>(m_splitter) : m_empty);
    const int wanted = m_wanted.isEmpty() ? -1 : m_model.rowOf(m_wanted);
    if (wanted >= 0) {
        m_wanted.clear();
        m_list->selectRow(wanted);
    } else if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0) {
        m_list->selectRow(0);
    }
    m_details->setVisible(m_list->currentIndex().isValid());
}

ObjectPtr WorkflowsView::selected() const
{
    return m_list->currentIndex().data(WorkflowsModel::ObjectRole).value<ObjectPtr>();
}

void WorkflowsView::setGraph(const WorkflowGraph& graph)
{
    if (const ObjectPtr workflow = selected())
        m_details->setWorkflow(workflow->ref().name, graph);
}

void WorkflowsView::focusList()
{
    m_list->setFocus();
}

} // namespace argosy
