// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>

namespace argosy::demo {

namespace {

using KeyPtr = std::shared_ptr<EVP_PKEY>;
using CertificatePtr = std::shared_ptr<X509>;

struct Signing
{
    X509* issuer;
    EVP_PKEY* key;
};

struct Extension
{
    int nid;
    const char* value;
};

KeyPtr makeKey()
{
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

bool addExtension(X509* certificate, X509* issuer, const Extension& extension)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* made = X509V3_EXT_conf_nid(nullptr, &context, extension.nid, extension.value);
    const bool added = made && X509_add_ext(certificate, made, -1) == 1;
    X509_EXTENSION_free(made);
    return added;
}

bool setSerial(X509* certificate)
{
    std::array<unsigned char, 15> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return false;
    bytes[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), BN_free);
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509* certificate, const char* commonName)
{
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
               reinterpret_cast<const unsigned char*>(commonName), -1, -1, 0)
        == 1;
}

CertificatePtr makeCertificate(
    const char* commonName, EVP_PKEY* key, const Signing* signing, std::initializer_list<Extension> extensions)
{
    constexpr long kSkew = 3600; // clocks of a client that is a little behind
    constexpr long kLifetime = 30L * 24 * 3600;
    CertificatePtr certificate(X509_new(), X509_free);
    if (!certificate || X509_set_version(certificate.get(), 2) != 1 || !setSerial(certificate.get())
        || !X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kSkew)
        || !X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kLifetime)
        || X509_set_pubkey(certificate.get(), key) != 1 || !setName(certificate.get(), commonName))
        return nullptr;
    X509* issuer = signing ? signing->issuer : certificate.get();
    if (X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer)) != 1)
        return nullptr;
    for (const Extension& extension : extensions) {
        if (!addExtension(certificate.get(), issuer, extension))
            return nullptr;
    }
    if (X509_sign(certificate.get(), signing ? signing->key : key, EVP_sha256()) == 0)
        return nullptr;
    return certificate;
}

QByteArray toPem(X509* certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1)
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

tl::unexpected<Error> openSslFailed()
{
    std::array<char, 256> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    return fail(ErrorKind::Internal,
        message(
            "demo", "The embedded cluster could not make its certificate: %1.", {QString::fromUtf8(reason.data())}));
}

} // namespace

Result<ServerIdentity> ServerIdentity::make()
{
    const KeyPtr caKey = makeKey();
    ServerIdentity identity;
    identity.m_key = makeKey();
    if (!caKey || !identity.m_key)
        return openSslFailed();
    const CertificatePtr ca = makeCertificate("argosy embedded cluster CA", caKey.get(), nullptr,
        {{NID_basic_constraints, "critical,CA:TRUE"}, {NID_key_usage, "critical,keyCertSign,cRLSign"},
            {NID_subject_key_identifier, "hash"}});
    if (!ca)
        return openSslFailed();
    const Signing signing{.issuer = ca.get(), .key = caKey.get()};
    identity.m_certificate = makeCertificate("localhost", identity.m_key.get(), &signing,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
            {NID_ext_key_usage, "serverAuth"}, {NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"},
            {NID_subject_key_identifier, "hash"}, {NID_authority_key_identifier, "keyid"}});
    identity.m_caPem = toPem(ca.get());
    if (!identity.m_certificate || identity.m_caPem.isEmpty())
        return openSslFailed();
    return identity;
}

std::shared_ptr<SSL_CTX> ServerIdentity::serverContext() const
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1
        || SSL_CTX_use_certificate(context.get(), m_certificate.get()) != 1
        || SSL_CTX_use_PrivateKey(context.get(), m_key.get()) != 1)
        return nullptr;
    return context;
}

Secret makeToken()
{
    std::array<unsigned char, 24> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        qFatal("no random bytes for the token of the embedded cluster");
    return Secret(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex());
}

} // namespace argosy::demo
