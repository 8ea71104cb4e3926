// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/schema/schema.h>

namespace argosy {

/// The path of the first node in which two schemas differ; empty where they say the same.
[[nodiscard]] QString firstDifference(
    const SchemaNode& a, const SchemaNode& b, const QString& at = QStringLiteral("."));

} // namespace argosy
