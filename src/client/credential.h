// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/secret.h>

#include <QDateTime>

#include <optional>

namespace argosy {

/// What a request shows so that the server knows who asks.
struct Credential
{
    Secret authorization; ///< value of the Authorization header; empty: none
    QByteArray certificate; ///< PEM, with its key in place of the kubeconfig's client certificate; empty: that one
    Secret key; ///< PEM
    std::optional<QDateTime> expires;
    bool operator==(const Credential&) const = default;
};

} // namespace argosy
