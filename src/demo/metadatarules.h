// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources.h"

#include <argosy/base/error.h>

namespace argosy::demo {

/// What a server demands of metadata: the syntax of the name, of labels and annotations, complete owner references.
[[nodiscard]] QList<StatusCause> metadataCauses(const Json& object, const Resource& resource);

/// The cause of finalizers that are added to an object which is being deleted; nothing where there are none.
[[nodiscard]] std::optional<StatusCause> lateFinalizers(const Json& live, const Json& updated);

} // namespace argosy::demo
