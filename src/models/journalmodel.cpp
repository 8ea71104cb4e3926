// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/journalmodel.h>

#include <argosy/models/words.h>

#include <QLocale>

namespace argosy {

WriteResult resultOf(const JournalEntry& entry)
{
    if (!entry.outcome)
        return WriteResult::Open;
    if (entry.outcome->ok)
        return WriteResult::Done;
    if (!entry.outcome->verdict)
        return WriteResult::Failed;
    return entry.outcome->verdict == Verdict::NotApplied ? WriteResult::NotApplied : WriteResult::Open;
}

Message wordFor(WriteResult result)
{
    switch (result) {
    case WriteResult::Done: return message("models", "Done");
    case WriteResult::Failed: return message("models", "Failed");
    case WriteResult::NotApplied: return message("models", "Not applied");
    case WriteResult::Open: break;
    }
    return message("models", "Not known");
}

/// An entry never changes but for the outcome that it gets; an answer may take the place of a verdict.
bool operator==(const JournalRow& a, const JournalRow& b)
{
    return a.entry.id == b.entry.id && a.entry.outcome.has_value() == b.entry.outcome.has_value()
        && resultOf(a.entry) == resultOf(b.entry);
}

JournalModel::JournalModel(const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_clock(clock)
{ }

void JournalModel::setEntries(const QList<JournalEntry>& entries)
{
    QList<JournalRow> rows;
    rows.reserve(entries.size());
    std::transform(entries.crbegin(), entries.crend(), std::back_inserter(rows),
        [](const JournalEntry& entry) { return JournalRow{entry}; });
    setRows(rows);
}

int JournalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString JournalModel::text(const JournalEntry& entry, int column) const
{
    switch (column) {
    case TimeColumn: return agoText(entry.time, m_clock.now()).translated();
    case VerbColumn:
        return entry.intent.force ? message("models", "%1, by force", {entry.intent.verb}).translated()
                                  : entry.intent.verb;
    case ObjectColumn: return writtenObject(entry).display();
    case NamespaceColumn: return entry.intent.object.nameSpace;
    case ClusterColumn: return entry.intent.object.cluster.toString();
    case OutcomeColumn: return wordFor(resultOf(entry)).translated();
    default: return {};
    }
}

QVariant JournalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const JournalEntry& entry = rows().at(index.row()).entry;
    switch (role) {
    case Qt::DisplayRole: return text(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn)
            return QLocale().toString(entry.time.toLocalTime(), QLocale::LongFormat);
        return index.column() == OutcomeColumn && entry.outcome ? entry.outcome->error : text(entry, index.column());
    case IdRole: return entry.id;
    case GroupKindRole: return QVariant::fromValue(entry.intent.object.groupKind());
    case ResultRole: return int(resultOf(entry));
    case EntryRole: return QVariant::fromValue(entry);
    default: return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return message("models", "Time").translated();
    case VerbColumn: return message("models", "Write").translated();
    case ObjectColumn: return message("models", "Object").translated();
    case NamespaceColumn: return message("models", "Namespace").translated();
    case ClusterColumn: return message("models", "Cluster").translated();
    case OutcomeColumn: return message("models", "Outcome").translated();
    default: return {};
    }
}

} // namespace argosy
