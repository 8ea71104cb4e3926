// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSet>

namespace argosy {

/**
 * A table of values with keys. New rows are turned into removals, insertions, moves and changes, so that selection and
 * scroll position of a view survive; never resets. Of rows with the same key only the first is shown.
 */
template <class Row> class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const QString& key) const
    {
        for (int row = 0; row < m_rows.size(); ++row)
            if (keyOf(m_rows.at(row)) == key)
                return row;
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    [[nodiscard]] virtual QString keyOf(const Row& row) const = 0;

    void setRows(const QList<Row>& rows)
    {
        const QList<Row> wanted = unique(rows);
        QSet<QString> keys;
        for (const Row& row : wanted)
            keys.insert(keyOf(row));
        removeGone(keys);
        int row = 0;
        while (row < wanted.size())
            row = place(wanted, row);
    }

private:
    [[nodiscard]] QList<Row> unique(const QList<Row>& rows) const
    {
        QSet<QString> seen;
        QList<Row> list;
        for (const Row& row : rows) {
            const QString key = keyOf(row);
            if (!seen.contains(key))
                list.append(row);
            seen.insert(key);
        }
        return list;
    }

    void removeGone(const QSet<QString>& keys)
    {
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            int first = last + 1;
            while (first > 0 && !keys.contains(keyOf(m_rows.at(first - 1))))
                --first;
            if (first > last)
                continue;
            beginRemoveRows({}, first, last);
            for (int i = first; i <= last; ++i)
                m_keys.remove(keyOf(m_rows.at(i)));
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    /// Brings what belongs at `row` there; returns the next row to look at.
    int place(const QList<Row>& wanted, int row)
    {
        const QString key = keyOf(wanted.at(row));
        if (!m_keys.contains(key))
            return insertRun(wanted, row);
        if (keyOf(m_rows.at(row)) != key) {
            const int here = rowOf(key);
            beginMoveRows({}, here, here, {}, row);
            m_rows.move(here, row);
            endMoveRows();
        }
        if (!(m_rows.at(row) == wanted.at(row))) {
            m_rows[row] = wanted.at(row);
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        return row + 1;
    }

    int insertRun(const QList<Row>& wanted, int row)
    {
        int end = row + 1;
        while (end < wanted.size() && !m_keys.contains(keyOf(wanted.at(end))))
            ++end;
        beginInsertRows({}, row, end - 1);
        for (int i = row; i < end; ++i)
            m_keys.insert(keyOf(wanted.at(i)));
        m_rows = m_rows.first(row) + wanted.sliced(row, end - row) + m_rows.sliced(row);
        endInsertRows();
        return end;
    }

    QList<Row> m_rows;
    QSet<QString> m_keys;
};

} // namespace argosy
