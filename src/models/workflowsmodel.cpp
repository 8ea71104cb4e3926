// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/workflowsmodel.h>

#include <argosy/insight/workflowgraph.h>
#include <argosy/models/words.h>

#include <QLocale>

namespace argosy {

namespace {

/// Argo writes no phase before its controller has seen the Workflow.
QString phaseOf(const Object& object)
{
    const QString phase = object.field("/status/phase");
    return phase.isEmpty() ? QStringLiteral("Pending") : phase;
}

} // namespace

WorkflowsModel::WorkflowsModel(const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_clock(clock)
{ }

void WorkflowsModel::setWorkflows(const QList<ObjectPtr>& workflows)
{
    QList<ObjectPtr> sorted = workflows;
    std::ranges::sort(sorted, [](const ObjectPtr& a, const ObjectPtr& b) {
        return a->created() != b->created() ? a->created() > b->created() : a->ref() < b->ref();
    });
    QList<WorkflowRow> rows;
    rows.reserve(sorted.size());
    for (const ObjectPtr& object : std::as_const(sorted))
        rows.append({object});
    setRows(rows);
}

int WorkflowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString WorkflowsModel::text(const Object& object, int column) const
{
    switch (column) {
    case NameColumn: return object.ref().name;
    case PhaseColumn: return phaseOf(object);
    case ProgressColumn: return object.field("/status/progress");
    case AgeColumn: return ageText(object.created(), m_clock.now()).translated();
    default: return {};
    }
}

QVariant WorkflowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ObjectPtr& object = rows().at(index.row()).object;
    switch (role) {
    case Qt::DisplayRole: return text(*object, index.column());
    case Qt::ToolTipRole:
        return index.column() == AgeColumn ? QLocale().toString(object->created().toLocalTime(), QLocale::LongFormat)
                                           : text(*object, index.column());
    case IdRole: return object->ref().id();
    case StateRole: return int(healthOfPhase(phaseOf(*object), {}, {}).state);
    case ObjectRole: return QVariant::fromValue(object);
    case RefRole: return QVariant::fromValue(object->ref());
    default: return {};
    }
}

QVariant WorkflowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return message("models", "Workflow").translated();
    case PhaseColumn: return message("models", "Phase").translated();
    case ProgressColumn: return message("models", "Progress").translated();
    case AgeColumn: return message("models", "Age").translated();
    default: return {};
    }
}

} // namespace argosy
