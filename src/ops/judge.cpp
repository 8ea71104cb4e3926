// SPDX-License-Identifier: GPL-3.0-or-later
// What a server's answer to a dry run means for a step: decisions only, no requests.
#include <argosy/client/servererrors.h>
#include <argosy/ops/planner.h>

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

using Origin = PlannedChange::Origin;

std::string pointer(const FieldPath& path)
{
    return path.toPointer().toStdString();
}

bool hasDefault(const SchemaNode* root, const FieldPath& path, const Json& value)
{
    const SchemaNode* node = root ? nodeAt(*root, path) : nullptr;
    return node && node->defaultValue && sameJson(*node->defaultValue, value);
}

/// Splits what was added as one value into what the document says and what it does not.
class OriginFinder final
{
public:
    OriginFinder(const Json& document, const SchemaNode* root)
        : m_document(document)
        , m_root(root)
    { }

    void add(const FieldChange& change)
    {
        if (change.op == FieldChange::Op::Remove) {
            m_changes.append({change, Origin::You});
            return;
        }
        const Json to = parseJson(change.to).value_or(Json());
        const Json& written = valueAt(m_document, pointer(change.path));
        if (sameJson(written, to) && !(to.is_null() && !isWritten(change.path)))
            m_changes.append({change, Origin::You});
        else if (change.op == FieldChange::Op::Add && to.is_object() && written.is_object())
            for (const auto& [key, value] : to.items())
                add({FieldChange::Op::Add, change.path / QString::fromStdString(key), {}, toCompactJson(value)});
        else if (change.op == FieldChange::Op::Add && to.is_array() && written.is_array())
            for (std::size_t i = 0; i < to.size(); ++i)
                add({FieldChange::Op::Add, change.path / qsizetype(i), {}, toCompactJson(to[i])});
        else
            m_changes.append({change, hasDefault(m_root, change.path, to) ? Origin::Default : Origin::Server});
    }

    [[nodiscard]] const QList<PlannedChange>& changes() const { return m_changes; }

private:
    [[nodiscard]] bool isWritten(const FieldPath& path) const
    {
        const Json& parent = valueAt(m_document, pointer(path.parent()));
        return parent.is_object() && parent.contains(path.lastKey().toStdString());
    }

    const Json& m_document;
    const SchemaNode* m_root;
    QList<PlannedChange> m_changes;
};

QList<PlannedChange> plannedChanges(const PlanStep& step, const SchemaSet& schemas)
{
    const KindSchema* kind = schemas.find(Gvk::from(step.apiVersion, step.object.kind));
    const Json document = withoutNoise(*step.source.object);
    OriginFinder finder(document, kind ? kind->root.get() : nullptr);
    for (const FieldChange& change : diffJson(step.live ? *step.live : document, *step.result))
        finder.add(change);
    return finder.changes();
}

FieldConflict conflictFrom(const StatusCause& cause)
{
    static const QRegularExpression manager(QStringLiteral("conflict with \"([^\"]*)\"( .*using )?"));
    const auto match = manager.match(cause.message);
    return {.path = FieldPath::fromDotted(cause.field),
        .manager = match.captured(1),
        .operation = match.hasCaptured(2) ? QStringLiteral("Update") : QStringLiteral("Apply")};
}

void takeConflicts(PlanStep& step, const ApiStatus& status)
{
    for (const StatusCause& cause : status.causes)
        if (cause.reason == u"FieldManagerConflict")
            step.conflicts.append(conflictFrom(cause));
}

PlanAction actionFor(const PlanStep& step, const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Conflict: return step.conflicts.isEmpty() ? PlanAction::Error : PlanAction::Conflict;
    case ErrorKind::Invalid: return PlanAction::Invalid;
    case ErrorKind::Forbidden: return PlanAction::Forbidden;
    default: return PlanAction::Error;
    }
}

} // namespace

void judge(
    PlanStep& step, const std::shared_ptr<const Json>& live, const Result<Json>& applied, const SchemaSet& schemas)
{
    step.live = live ? std::make_shared<const Json>(withoutNoise(*live)) : nullptr;
    step.liveUid = live ? textAt(*live, "/metadata/uid") : QString();
    step.result.reset();
    step.changes.clear();
    step.conflicts.clear();
    step.problems.clear();
    step.error.reset();
    if (!applied) {
        step.error = applied.error();
        step.problems = problemsFrom(applied.error());
        if (applied.error().status)
            takeConflicts(step, *applied.error().status);
        step.action = actionFor(step, applied.error());
        return;
    }
    step.result = std::make_shared<const Json>(withoutNoise(*applied));
    step.changes = plannedChanges(step, schemas);
    if (!step.live)
        step.action = PlanAction::Create;
    else
        step.action = sameJson(*step.live, *step.result) ? PlanAction::None : PlanAction::Change;
}

} // namespace argosy
