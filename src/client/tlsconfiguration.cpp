// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsconfiguration.h"

#include <argosy/base/files.h>

#include <QSslCertificate>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxPemBytes = qint64{4} * 1024 * 1024;

Error tlsError(const Message& text, const QString& origin)
{
    return {.kind = ErrorKind::Tls, .message = text, .where = {.file = origin}};
}

/// Data in the kubeconfig takes precedence over a file, as for kubectl.
struct PemSource
{
    QByteArray data;
    QString file;
    QString owner; ///< names the entry where there is no file

    [[nodiscard]] bool isGiven() const { return !data.isEmpty() || !file.isEmpty(); }
    [[nodiscard]] QString origin() const { return data.isEmpty() ? file : owner; }
    [[nodiscard]] Result<QByteArray> read() const
    {
        if (!data.isEmpty())
            return data;
        return readFile(file, kMaxPemBytes);
    }
};

Result<QList<QSslCertificate>> certificates(const PemSource& source)
{
    const Result<QByteArray> pem = source.read();
    if (!pem)
        return fail(pem.error());
    const QList<QSslCertificate> found = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (found.isEmpty())
        return fail(
            tlsError(message("client", "%1 holds no certificate in PEM form.", {source.origin()}), source.origin()));
    return found;
}

/// OpenSSL would ask for a passphrase on the terminal.
int refusePassphrase(char*, int, int, void* asked)
{
    *static_cast<bool*>(asked) = true;
    return -1;
}

Result<> addIdentity(QSslConfiguration& configuration, const KubeUser& user)
{
    const QString owner = "users/"_L1 + user.name;
    const PemSource certificate{user.clientCertificateData, user.clientCertificate, owner};
    const PemSource key{user.clientKeyData.reveal(), user.clientKey, owner};
    if (!certificate.isGiven())
        return {};
    if (!key.isGiven())
        return fail(
            tlsError(message("client", "The user “%1” has a client certificate but no client key.", {user.name}),
                certificate.origin()));
    const Result<QList<QSslCertificate>> chain = certificates(certificate);
    if (!chain)
        return fail(chain.error());
    const Result<QByteArray> pem = key.read();
    if (!pem)
        return fail(pem.error());
    const Result<QSslKey> parsed = privateKey(Secret(*pem), key.origin());
    if (!parsed)
        return fail(parsed.error());
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*parsed);
    return {};
}

/// What the credential brings along takes the place of the kubeconfig's certificate.
KubeUser withCertificate(KubeUser user, const Credential& credential)
{
    if (credential.certificate.isEmpty())
        return user;
    user.clientCertificate.clear();
    user.clientCertificateData = credential.certificate;
    user.clientKey.clear();
    user.clientKeyData = credential.key;
    return user;
}

} // namespace

Result<QSslKey> privateKey(const Secret& pem, const QString& origin)
{
    const QByteArray& text = pem.reveal();
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())), &BIO_free);
    bool passphraseAsked = false;
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio.get(), nullptr, &refusePassphrase, &passphraseAsked);
    ERR_clear_error();
    if (passphraseAsked)
        return fail(tlsError(
            message("client", "The private key in %1 is encrypted; Argosy cannot ask for its passphrase.", {origin}),
            origin));
    if (!key)
        return fail(tlsError(message("client", "%1 holds no private key in PEM form.", {origin}), origin));
    return QSslKey(Qt::HANDLE(key), QSsl::PrivateKey); // owns it from here
}

Result<QSslConfiguration> tlsConfiguration(const Endpoint& endpoint, const Credential& credential)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    const KubeCluster& server = endpoint.server;
    const PemSource authority{
        server.certificateAuthorityData, server.certificateAuthority, "clusters/"_L1 + server.name};
    if (server.insecureSkipTlsVerify) {
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    } else if (authority.isGiven()) {
        const Result<QList<QSslCertificate>> trusted = certificates(authority);
        if (!trusted)
            return fail(trusted.error());
        configuration.setCaCertificates(*trusted);
    }
    if (Result<> identity = addIdentity(configuration, withCertificate(endpoint.user, credential)); !identity)
        return fail(identity.error());
    return configuration;
}

} // namespace argosy
