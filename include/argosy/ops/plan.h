// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/jsondiff.h>
#include <argosy/kube/objectref.h>
#include <argosy/kube/problem.h>

#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace argosy {

/// One document that is to be applied, and where it stands.
struct PlanDocument
{
    QString file; ///< path or title of the text
    int document = 1; ///< 1-based within the file
    ClusterId cluster;
    std::shared_ptr<const Json> object; ///< never null
};

/// What an apply would do, as the server said.
enum class PlanAction
{
    Pending, ///< not asked yet
    Create,
    Change,
    None,
    Conflict, ///< somebody else owns a field; never forced unless the step is told to
    Invalid,
    Forbidden,
    MissingKind, ///< the server does not have the kind
    Error, ///< the question could not be answered
};
/// "create", "change", …, as in JSON.
[[nodiscard]] QString toWord(PlanAction action);

/// A field that another manager owns.
struct FieldConflict
{
    FieldPath path;
    QString manager;
    QString operation; ///< "Apply" or "Update"; empty where the server does not say
    bool operator==(const FieldConflict&) const = default;
};

struct PlannedChange
{
    /// You: the document says so. Default: it equals the schema's default. Server: neither.
    enum class Origin
    {
        You,
        Default,
        Server
    };
    FieldChange change;
    Origin origin = Origin::You;
    bool operator==(const PlannedChange&) const = default;
};
/// "you", "default", "server".
[[nodiscard]] QString toWord(PlannedChange::Origin origin);

struct PlanStep
{
    PlanDocument source;
    ObjectRef object;
    QString apiVersion;
    int wave = 0;
    PlanAction action = PlanAction::Pending;
    bool force = false; ///< take over conflicting fields of this object; only ever set by a person
    std::shared_ptr<const Json> live; ///< without noise; null where it does not exist
    QString liveUid; ///< empty where it does not exist
    std::shared_ptr<const Json> result; ///< what the server would make of it, without noise; null where it did not say
    /// Change: what differs from live. Create: what the server adds to the document. Conflict: what taking over would
    /// change.
    QList<PlannedChange> changes;
    QList<FieldConflict> conflicts;
    std::optional<Error> error; ///< for Conflict, Invalid, Forbidden, MissingKind, Error
    QList<Problem> problems; ///< the error's causes at their fields
    QStringList warnings; ///< the server's own words
    /// The namespace does not exist yet and is made by an earlier step; the dry run was made in this one instead.
    QString checkedInNamespace;
};

/// An apply would fail at this step.
[[nodiscard]] bool isBlocked(const PlanStep& step);

struct PlanSummary
{
    int create = 0, change = 0, none = 0, blocked = 0; ///< blocked: everything that an apply would fail at
};

struct Plan
{
    QList<PlanStep> steps; ///< in apply order
    [[nodiscard]] PlanSummary summary() const;
    [[nodiscard]] bool isComplete() const; ///< no step is Pending
    [[nodiscard]] bool
    isApplicable() const; ///< complete, nothing blocked (a forced conflict is not), and something to do
};

/// Steps in apply order (wave, then the order of the documents), all Pending. Documents without kind or name become
/// Invalid steps.
[[nodiscard]] Plan draftPlan(const QList<PlanDocument>& documents);

/// A step's changes for people: a Secret's tell which values change, not what they are.
[[nodiscard]] QList<PlannedChange> shownChanges(const PlanStep& step);
/// YAML of live and result for a side-by-side or unified diff; an object that does not exist is an empty text. The
/// values of a Secret are masked as kubectl masks them.
[[nodiscard]] QString liveYaml(const PlanStep& step);
[[nodiscard]] QString resultYaml(const PlanStep& step);

/// The plan as `argosyctl plan -o json` prints it.
[[nodiscard]] Json toJson(const Plan& plan);
/// An object reference as every JSON shape has it.
[[nodiscard]] Json toJson(const ObjectRef& ref, const QString& apiVersion, const QString& uid);

} // namespace argosy
