// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/base/secret.h>

#include <QByteArray>

#include <openssl/types.h>

#include <memory>

namespace argosy::demo {

/// A server's identity for one run: a certificate for localhost and 127.0.0.1 with its key, and the CA that signed it.
class ServerIdentity final
{
public:
    /// Makes new keys (P-256) and certificates. Fails with Internal where OpenSSL does.
    [[nodiscard]] static Result<ServerIdentity> make();

    [[nodiscard]] const QByteArray& caPem() const { return m_caPem; }
    /// A TLS 1.2+ server context that presents the certificate.
    [[nodiscard]] std::shared_ptr<SSL_CTX> serverContext() const;

private:
    ServerIdentity() = default;

    QByteArray m_caPem;
    std::shared_ptr<X509> m_certificate;
    std::shared_ptr<EVP_PKEY> m_key;
};

/// Random bytes as a hexadecimal token.
[[nodiscard]] Secret makeToken();

} // namespace argosy::demo
