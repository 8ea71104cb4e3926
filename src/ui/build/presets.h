// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/fieldpath.h>
#include <argosy/kube/json.h>
#include <argosy/platform/settings.h>

#include <nlohmann/json.hpp>

namespace argosy {

/// What a preset sets in a NodePool: only those of its fields whose value in `nodePool` differs; null where the preset
/// does without. Name, node class and labels stay the document's own.
[[nodiscard]] QList<std::pair<FieldPath, Json>> presetFields(const Preset& preset, const Json& nodePool);

} // namespace argosy
