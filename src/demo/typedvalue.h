// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldset.h"

#include <argosy/schema/schema.h>

#include <QStringList>

namespace argosy::demo {

/**
 * A value seen through its schema, as server-side apply sees it: maps merge unless atomic, lists merge by key or by
 * value unless atomic, and where the schema says nothing the value itself says what it is. Pure functions; schemas are
 * roots as `objectSchema` makes them, or nodes below them.
 */

/// The schema of a whole object: what a kind's schema says, with the metadata that every object has.
[[nodiscard]] SchemaNode objectSchema(const SchemaNode& kind);

/// Why a value does not fit, as the server words it (".spec.x: field not declared in schema"), sorted; empty where it
/// fits.
[[nodiscard]] QStringList typeErrors(const Json& value, const SchemaNode& schema);

/// The fields that someone who applies this value owns.
[[nodiscard]] FieldSet fieldsOf(const Json& value, const SchemaNode& schema);

struct Comparison
{
    FieldSet added;
    FieldSet modified;
    FieldSet removed;

    [[nodiscard]] bool isEmpty() const { return added.isEmpty() && modified.isEmpty() && removed.isEmpty(); }
};
[[nodiscard]] Comparison compareValues(const Json& before, const Json& after, const SchemaNode& schema);

/// `applied` over `live`: what it does not mention stays; merged lists take the order of `applied`.
[[nodiscard]] Json mergeValues(const Json& live, const Json& applied, const SchemaNode& schema);

/// The value without these fields and all that is below them. A map or list that loses all its members becomes null.
[[nodiscard]] Json withoutFields(const Json& value, const FieldSet& fields, const SchemaNode& schema);

/// The set with those parents of its paths that the schema declares by name.
[[nodiscard]] FieldSet withNamedParents(const FieldSet& fields, const SchemaNode& schema);

} // namespace argosy::demo
