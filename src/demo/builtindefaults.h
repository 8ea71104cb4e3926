// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "objecttable.h"

namespace argosy::demo {

/// What Kubernetes fills into its own kinds beyond their schemas: a Secret's type and its stringData, a namespace's
/// phase, its finalizer and its label.
void defaultBuiltIn(Json& object, const ResourceKey& resource);

} // namespace argosy::demo
