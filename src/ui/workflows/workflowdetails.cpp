// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflowdetails.h"

#include "graphview.h"
#include "widgets/rowtable.h"

#include <argosy/ui/widgets.h>

#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// The phase's own word in its state's look, and muted where it has not begun.
class PhaseDelegate final : public QStyledItemDelegate
{
public:
    PhaseDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool planned = index.data(WorkflowNodesModel::PhaseRole) == u"Planned"_s;
        const auto state = static_cast<Health::State>(index.data(WorkflowNodesModel::StateRole).toInt());
        const Tone tone = planned ? Tone::Muted : toneFor(state);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(planned ? u"pending"_s : stateIcon(state), tone);
        option->decorationSize = {16, 16};
        option->palette.setColor(QPalette::Text, m_theme.tokens().color(tone));
    }

private:
    const Theme& m_theme;
};

} // namespace

WorkflowDetails::WorkflowDetails(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_model(new WorkflowNodesModel(clock, this))
    , m_banner(new Banner(theme, this))
    , m_view(new GraphView(theme, clock, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_banner);
    m_table = makeTable();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_table);
    m_splitter->setSizes({1100, 900});
    column->addWidget(m_splitter, 1);
    m_banner->setObjectName(u"workflows.banner"_s);
    connect(m_view, &GraphView::chosen, this, &WorkflowDetails::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& row) { m_view->setCurrent(row.data(WorkflowNodesModel::IdRole).toString()); });
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &WorkflowDetails::tick);
}

QWidget* WorkflowDetails::makeHeader()
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(space::kSection, space::kControl, space::kSection, space::kControl);
    column->setSpacing(space::kGroup);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::kSection);
    m_name = new QLabel(header);
    m_name->setObjectName(u"workflows.details.name"_s);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_phase = new StatusPill(m_theme, header);
    m_phase->setObjectName(u"workflows.details.phase"_s);
    m_progress = new QLabel(header);
    m_progress->setObjectName(u"workflows.details.progress"_s);
    m_message = new QLabel(header);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_theme.style(m_name, Theme::Text::Section);
    m_theme.style(m_progress, Theme::Text::Body, Tone::Muted);
    m_theme.style(m_message, Theme::Text::Body, Tone::Muted);
    row->addWidget(m_name);
    row->addWidget(m_progress, 1);
    row->addWidget(m_phase);
    column->addLayout(row);
    column->addWidget(m_message);
    return header;
}

QTableView* WorkflowDetails::makeTable()
{
    QTableView* table =
        makeRowTable(u"workflows.steps"_s, tr("Steps"), *m_model, WorkflowNodesModel::MessageColumn, this);
    table->setItemDelegateForColumn(WorkflowNodesModel::PhaseColumn, new PhaseDelegate(m_theme, table));
    return table;
}

void WorkflowDetails::setWorkflow(const QString& name, const WorkflowGraph& graph)
{
    m_graph = graph;
    m_name->setText(name);
    m_model->setGraph(graph);
    m_view->setNodes(graph.nodes);
    graph.started.isValid() && !graph.finished.isValid() ? m_tick.start() : m_tick.stop();
    showHeader();
    showBanner();
}

void WorkflowDetails::showHeader()
{
    const Health health = healthOfPhase(m_graph.phase, m_graph.message, m_graph.started);
    const QString duration = durationOf(m_graph.started, m_graph.finished, m_clock.now());
    QStringList facts;
    if (!m_graph.progress.isEmpty())
        facts.append(tr("%1 steps done").arg(m_graph.progress));
    if (!duration.isEmpty())
        facts.append(duration);
    m_phase->setState(
        stateIcon(health.state), toneFor(health.state), m_graph.phase.isEmpty() ? tr("Pending") : m_graph.phase);
    m_progress->setText(facts.join(u"  ·  "_s));
    m_message->setText(m_graph.message);
    m_message->setVisible(!m_graph.message.isEmpty());
}

void WorkflowDetails::showBanner()
{
    if (m_graph.storage == WorkflowGraph::Nodes::Offloaded)
        m_banner->showMessage(Tone::Degraded,
            tr("Argo keeps the steps of this Workflow in its own database; only the planned ones are shown."));
    else if (m_graph.suspended)
        m_banner->showMessage(Tone::Suspended, tr("This Workflow waits for somebody to resume it."));
    else
        m_banner->clear();
}

void WorkflowDetails::choose(const QString& id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_table->selectRow(row);
    m_view->setCurrent(id);
}

void WorkflowDetails::tick()
{
    showHeader();
    m_view->refreshDurations();
    m_table->viewport()->update();
}

} // namespace argosy
