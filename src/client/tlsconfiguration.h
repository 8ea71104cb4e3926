// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>

#include "credential.h"

#include <QSslConfiguration>
#include <QSslKey>

namespace argosy {

/// What TLS needs to know of an endpoint: whom to trust, and the client certificate if there is one. Fails with Io or
/// Tls, naming the file or the entry, never its content.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const Endpoint& endpoint, const Credential& credential = {});

/// A private key from PEM in any of OpenSSL's forms (PKCS#1, PKCS#8, EC, Ed25519). Fails with Tls, `origin` naming the
/// text.
[[nodiscard]] Result<QSslKey> privateKey(const Secret& pem, const QString& origin);

} // namespace argosy
