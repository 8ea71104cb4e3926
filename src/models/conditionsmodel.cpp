// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/conditionsmodel.h>

#include <argosy/models/words.h>

#include <QLocale>

namespace argosy {

ConditionsModel::ConditionsModel(const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_clock(clock)
{ }

int ConditionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ConditionsModel::text(const Condition& row, int column) const
{
    switch (column) {
    case TypeColumn: return row.type;
    case StatusColumn: return row.status;
    case ReasonColumn: return row.reason;
    case MessageColumn: return row.message;
    case SinceColumn: return ageText(row.lastTransition, m_clock.now()).translated();
    default: return {};
    }
}

QVariant ConditionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Condition& row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == SinceColumn ? QLocale().toString(row.lastTransition.toLocalTime(), QLocale::LongFormat)
                                             : text(row, index.column());
    case StatusRole: return row.status;
    case SeverityRole: return row.severity;
    default: return {};
    }
}

QVariant ConditionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TypeColumn: return message("models", "Condition").translated();
    case StatusColumn: return message("models", "Status").translated();
    case ReasonColumn: return message("models", "Reason").translated();
    case MessageColumn: return message("models", "Message").translated();
    case SinceColumn: return message("models", "Since").translated();
    default: return {};
    }
}

} // namespace argosy
