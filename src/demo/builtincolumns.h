// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columns.h"

namespace argosy::demo {

/// The columns of a kind that Kubernetes itself serves, without the name; empty for kinds with no more than an age.
[[nodiscard]] QList<Column> builtInColumns(const ResourceKey& resource);

[[nodiscard]] Column ageColumn();

} // namespace argosy::demo
