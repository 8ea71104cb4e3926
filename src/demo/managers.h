// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldset.h"

#include <compare>

namespace argosy::demo {

/// Who owns fields, and how it came to them. Appliers are the same whatever version they apply in.
struct ManagerId
{
    std::string name;
    std::string operation; ///< Apply or Update
    std::string apiVersion; ///< of an Update; empty for Apply
    std::string subresource;

    auto operator<=>(const ManagerId&) const = default;
    /// As conflicts name it: "kubectl" using v1.
    [[nodiscard]] QString toString() const;
};

struct ManagerEntry
{
    std::string apiVersion;
    std::string time; ///< RFC 3339; empty where the manager never changed a value
    FieldSet fields;
};

/// metadata.managedFields, decoded. No entry is empty.
using Managers = std::map<ManagerId, ManagerEntry>;

/// From metadata.managedFields; entries of other field types are left out.
[[nodiscard]] Managers decodeManagers(const Json& managedFields);
/// In the server's order: appliers, then updaters, older ones first.
[[nodiscard]] Json encodeManagers(const Managers& managers);
/// Everything that somebody owns.
[[nodiscard]] FieldSet ownedByAnyone(const Managers& managers);
/// Takes fields away from a manager; one that has none left goes.
void disown(Managers& managers, const ManagerId& manager, const FieldSet& fields);

} // namespace argosy::demo
