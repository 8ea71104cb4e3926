// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/json.h>
#include <argosy/schema/schema.h>

#include <QList>
#include <QString>

#include <nlohmann/json.hpp>

namespace argosy::demo {

/// Who writes, through which door, and when.
struct FieldWriter
{
    QString manager;
    QString subresource; ///< "status", or empty for the object itself
    QString now; ///< RFC 3339, the time that a changed entry gets
    bool hasStatus = false; ///< the kind has a status subresource: the object's own door leaves status alone
};

struct ManagerConflict
{
    QString manager; ///< as the server names it: "kubectl" using v1
    QString field; ///< ".spec.weight"
    bool operator==(const ManagerConflict&) const = default;
};

struct ApplyOutcome
{
    Json object; ///< the object to store, with managedFields; null where there are conflicts
    QList<ManagerConflict> conflicts; ///< empty when forced
};

/**
 * Server-side apply of `applied` over `live` (null creates). Fields that this applier owned, no longer applies and
 * nobody else owns go away. What the server owns in metadata is taken from `live`; validating, defaulting and checking
 * the request's names and preconditions are the caller's. An apply that changes nothing returns an object equal to
 * `live`.
 *
 * Fails, with the Status of a real server, with 400 where managedFields are applied and with 500 where the object does
 * not fit its schema. Pure; thread-safe.
 */
[[nodiscard]] Result<ApplyOutcome> applyPatch(
    const Json* live, const Json& applied, const FieldWriter& writer, bool force, const SchemaNode& schema);

/// The 409 that answers these conflicts.
[[nodiscard]] Error conflictError(const QList<ManagerConflict>& conflicts);

/**
 * Gives `updated` (the whole new object of a POST, PUT or any other patch; `live` is null for a POST) its
 * managedFields: what it adds or changes now belongs to the writer, what it removes belongs to nobody. A list of one
 * empty entry in `updated` forgets all managers, and an object without managers stays so until somebody applies.
 */
[[nodiscard]] Json trackUpdate(const Json* live, Json updated, const FieldWriter& writer, const SchemaNode& schema);

} // namespace argosy::demo
