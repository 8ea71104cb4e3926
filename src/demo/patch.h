// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

namespace argosy::demo {

/// RFC 7386: null removes, objects merge, all else replaces.
void mergePatch(Json& target, const Json& patch);

/// RFC 6902. Fails with the 422 of a server whose patch does not apply, or its 400 where it is no list.
[[nodiscard]] Result<Json> jsonPatch(const Json& target, const Json& patch);

/// Kubernetes' strategic merge for its own kinds: like a merge patch, but lists of objects with a merge key are merged
/// by it, and the directives $patch, $deleteFromPrimitiveList, $setElementOrder and $retainKeys are understood.
void strategicMergePatch(Json& target, const Json& patch);

} // namespace argosy::demo
