// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage.h"

#include <argosy/schema/schema.h>

namespace argosy::demo {

/// What a cluster has before anybody uses it: namespaces and CRDs. Fails where one exists already.
[[nodiscard]] Result<> plantSeeds(Storage& storage, const SchemaSet& schemas);

} // namespace argosy::demo
