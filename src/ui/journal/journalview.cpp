// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalview.h"

#include "entrydetails.h"
#include "widgets/rowtable.h"

#include <argosy/ui/widgets.h>

#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

class JournalDelegate final : public QStyledItemDelegate
{
public:
    JournalDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    { }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        Tone tone = Tone::Muted;
        if (index.column() == JournalModel::ObjectColumn) {
            tone = Tone::Neutral;
            setIcon(option, kindIcon(index.data(JournalModel::GroupKindRole).value<GroupKind>()), Tone::Muted);
        } else if (index.column() == JournalModel::OutcomeColumn) {
            const WriteLook look = lookOf(static_cast<WriteResult>(index.data(JournalModel::ResultRole).toInt()));
            tone = look.tone;
            setIcon(option, look.icon, look.tone);
        }
        option->palette.setColor(QPalette::Text, m_theme.tokens().color(tone));
    }

private:
    void setIcon(QStyleOptionViewItem* option, const QString& name, Tone tone) const
    {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_theme.icon(name, tone);
        option->decorationSize = {16, 16};
    }

    const Theme& m_theme;
};

} // namespace

WriteLook lookOf(WriteResult result)
{
    switch (result) {
    case WriteResult::Done: return {u"state-healthy"_s, Tone::Healthy};
    case WriteResult::Failed: return {u"state-stuck"_s, Tone::Stuck};
    case WriteResult::NotApplied: return {u"state-missing"_s, Tone::Degraded};
    case WriteResult::Open: break;
    }
    return {u"state-unknown"_s, Tone::Degraded};
}

JournalView::JournalView(const Theme& theme, const Clock& clock, JournalModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_banner(new Banner(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_table(makeTable())
    , m_details(new EntryDetails(theme, clock, this))
{
    auto* header = new PageHeader(theme, tr("Journal"), this);
    header->setSubtitle(tr("Everything that Argosy has written from this account"));
    auto* reload = new QPushButton(theme.icon(u"refresh"_s), tr("&Reload"), this);
    reload->setObjectName(u"journal.reload"_s);
    reload->setToolTip(tr("Read the journal again (F5)"));
    header->addAction(reload);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_banner->setObjectName(u"journal.banner"_s);
    m_empty->setObjectName(u"journal.empty"_s);
    m_splitter->setObjectName(u"journal.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({1200, 800});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    connect(reload, &QPushButton::clicked, this, &JournalView::reloadRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalView::showSelected);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &JournalView::takeRows);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &JournalView::takeRows);
    connect(&model, &QAbstractItemModel::dataChanged, this, &JournalView::showSelected);
    takeRows();
}

QTableView* JournalView::makeTable()
{
    QTableView* table = makeRowTable(u"journal.entries"_s, tr("Entries"), m_model, JournalModel::ObjectColumn, this);
    table->setItemDelegate(new JournalDelegate(m_theme, table));
    table->setTextElideMode(Qt::ElideMiddle);
    return table;
}

void JournalView::setError(const std::optional<Error>& error)
{
    m_error = error;
    takeRows();
}

void JournalView::takeRows()
{
    const bool any = m_model.rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_splitter) : m_empty);
    if (m_error)
        m_banner->showMessage(Tone::Stuck, m_error->message.translated());
    else
        m_banner->clear();
    m_empty->setContent(u"page-journal"_s,
        m_error ? tr("The journal cannot be read.")
                : tr("Nothing was written yet. Every apply and every submit will stand here."));
    if (any && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
}

std::optional<JournalEntry> JournalView::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return {};
    return current.data(JournalModel::EntryRole).value<JournalEntry>();
}

void JournalView::showSelected()
{
    m_details->setEntry(selected());
    Q_EMIT selectionChanged();
}

void JournalView::setBody(const QString& yaml)
{
    m_details->setBody(yaml);
}

void JournalView::focusTable()
{
    m_table->setFocus();
}

} // namespace argosy
