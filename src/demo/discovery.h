// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http.h"
#include "resources.h"

#include <optional>

namespace argosy::demo {

/// Answers /api, /apis, /api/v1, /apis/GROUP and /apis/GROUP/VERSION, the first two in the aggregated form to whom asks
/// for it (apidiscovery.k8s.io/v2). Nothing for any other path.
[[nodiscard]] std::optional<HttpResponse> answerDiscovery(const HttpRequest& request, const ResourceCatalog& catalog);

} // namespace argosy::demo
