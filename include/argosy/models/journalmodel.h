// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/models/rowsmodel.h>
#include <argosy/ops/journal.h>

namespace argosy {

/// What became of a journalled write.
enum class WriteResult
{
    Done,
    Failed,
    NotApplied, ///< no answer came, and the server, asked later, does not have it
    Open, ///< no answer came: whether it was done is unknown
};
[[nodiscard]] WriteResult resultOf(const JournalEntry& entry);
[[nodiscard]] Message wordFor(WriteResult result);

/// A journal entry that can be compared.
struct JournalRow
{
    JournalEntry entry;
    friend bool operator==(const JournalRow& a, const JournalRow& b);
};

/// The journal, newest entry first.
class JournalModel final : public RowsModel<JournalRow>
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        VerbColumn,
        ObjectColumn,
        NamespaceColumn,
        ClusterColumn,
        OutcomeColumn,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1, ///< QString: the entry's id
        GroupKindRole, ///< GroupKind
        ResultRole, ///< int of WriteResult
        EntryRole, ///< JournalEntry
    };

    /// The clock must outlive the model.
    explicit JournalModel(const Clock& clock, QObject* parent = nullptr);
    /// Oldest first, as the journal gives them.
    void setEntries(const QList<JournalEntry>& entries);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const JournalRow& row) const override { return row.entry.id; }

private:
    [[nodiscard]] QString text(const JournalEntry& entry, int column) const;

    const Clock& m_clock;
};

} // namespace argosy
