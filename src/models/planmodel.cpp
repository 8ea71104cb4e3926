// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/planmodel.h>

#include <argosy/models/words.h>

namespace argosy {

namespace {

Message reviewNote(const PlanStep& step, bool carried)
{
    switch (step.action) {
    case PlanAction::Conflict: return messageN("models", "%n conflict(s)", int(step.conflicts.size()));
    case PlanAction::Change:
        return step.force ? message("models", "Takes over fields")
                          : messageN("models", "%n field(s)", int(step.changes.size()));
    case PlanAction::Create:
        if (!step.checkedInNamespace.isEmpty())
            return message("models", "Checked in namespace %1", {step.checkedInNamespace});
        break;
    case PlanAction::Invalid:
        if (!step.problems.isEmpty())
            return messageN("models", "%n problem(s)", int(step.problems.size()));
        break;
    default: break;
    }
    return carried ? message("models", "In the Workflow") : Message();
}

std::optional<StepProgress::State> progressOf(const ReviewState& state, qsizetype step)
{
    if (step >= state.progress.size() || isCarried(state, step))
        return {};
    return state.progress.at(step).state;
}

} // namespace

QList<PlanRow> planRows(const ReviewState& state)
{
    QList<PlanRow> rows;
    for (qsizetype i = 0; i < state.plan.steps.size(); ++i) {
        const PlanStep& step = state.plan.steps.at(i);
        PlanRow row{.step = int(i),
            .object = step.object,
            .apiVersion = step.apiVersion,
            .wave = step.wave,
            .action = step.action,
            .force = step.force,
            .carried = isCarried(state, i),
            .progress = progressOf(state, i)};
        row.note = row.progress ? wordFor(*row.progress) : reviewNote(step, row.carried);
        rows.append(row);
    }
    return rows;
}

/// Two documents may describe the same object; the plan calls the second one invalid.
QString PlanModel::keyOf(const PlanRow& row) const
{
    return row.object.id() + QLatin1Char('#') + QString::number(row.step);
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PlanModel::text(const PlanRow& row, int column) const
{
    switch (column) {
    case NumberColumn: return row.step + 1;
    case ActionColumn: return wordFor(row.action).translated();
    case ObjectColumn: return row.object.name;
    case KindColumn: return row.object.kind;
    case NamespaceColumn: return row.object.nameSpace;
    case WaveColumn: return row.wave;
    case StateColumn: return row.note.translated();
    default: return {};
    }
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanRow& row = rows().at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return index.column() == KindColumn ? row.apiVersion : text(row, index.column()).toString();
    case Qt::TextAlignmentRole:
        if (index.column() == NumberColumn || index.column() == WaveColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case IdRole: return row.object.id();
    case StepRole: return row.step;
    case ActionRole: return int(row.action);
    case ProgressRole: return row.progress ? QVariant(int(*row.progress)) : QVariant();
    case CarriedRole: return row.carried;
    case GroupKindRole: return QVariant::fromValue(row.object.groupKind());
    default: return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == NumberColumn || section == WaveColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return message("models", "#").translated();
    case ActionColumn: return message("models", "Action").translated();
    case ObjectColumn: return message("models", "Object").translated();
    case KindColumn: return message("models", "Kind").translated();
    case NamespaceColumn: return message("models", "Namespace").translated();
    case WaveColumn: return message("models", "Wave").translated();
    case StateColumn: return message("models", "State").translated();
    default: return {};
    }
}

} // namespace argosy
