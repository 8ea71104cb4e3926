// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

namespace argosy {

struct HeaderValues
{
    QByteArray name;
    QList<QByteArray> values; ///< a header of that name for each
    bool operator==(const HeaderValues&) const = default;
};

/// The headers by which requests act as somebody else; none where they do not. Keys of the extra are escaped as the API
/// server unescapes them.
[[nodiscard]] QList<HeaderValues> impersonationHeaders(const Impersonation& as);

} // namespace argosy
