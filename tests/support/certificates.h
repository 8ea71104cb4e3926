// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace argosy::test {

/// A certificate and its key, PEM.
struct Certificate
{
    QByteArray certificate;
    QByteArray key;
};

struct CertificateSpec
{
    enum class Key
    {
        Ec,
        Rsa,
        Ed25519
    };
    QString commonName;
    QStringList names; ///< as OpenSSL writes subject alternative names: "DNS:localhost", "IP:127.0.0.1"
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(30);
    Key key = Key::Ec;
    bool traditionalKey = false; ///< PKCS#1 or SEC 1 instead of PKCS#8; Ed25519 has no such form
};

/// Signed by `issuer`, or by itself and then usable as an authority.
[[nodiscard]] Certificate makeCertificate(const CertificateSpec& spec, const Certificate* issuer = nullptr);

} // namespace argosy::test
