// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

namespace argosy {

/**
 * The fields of a kubeconfig (v1 Config) as kubectl decodes them: checked for their types, in the order kubectl writes
 * them, without unknown ones and without what it leaves out when it is empty. Key names count case; null is the same as
 * absent. Fails with Parse, naming `origin` and the field, for a value of another type, data that is not base64, a name
 * that stands twice in a list, another kind or apiVersion.
 */
[[nodiscard]] Result<Json> canonicalKubeconfig(const Json& written, const QString& origin);

} // namespace argosy
