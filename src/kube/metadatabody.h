// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>

namespace argosy {

/// The object as far as its header says: apiVersion, kind and metadata, in the server's order.
[[nodiscard]] Json metadataBody(const Object& object);

} // namespace argosy
