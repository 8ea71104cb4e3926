// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace argosy::test {

namespace {

template <auto Free> struct Freed
{
    template <class T> void operator()(T* owned) const { Free(owned); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CertPtr = std::unique_ptr<X509, Freed<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free>>;

KeyPtr newKey(CertificateSpec::Key type)
{
    switch (type) {
    case CertificateSpec::Key::Ec: return KeyPtr(EVP_EC_gen("P-256"));
    case CertificateSpec::Key::Rsa: return KeyPtr(EVP_RSA_gen(2048));
    case CertificateSpec::Key::Ed25519: return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    }
    return {};
}

QByteArray text(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<qsizetype>(size)};
}

void addExtension(X509* certificate, X509* issuer, int id, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, id, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

BioPtr reading(const QByteArray& pem)
{
    return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

} // namespace

Certificate makeCertificate(const CertificateSpec& spec, const Certificate* issuer)
{
    static long serial = 1;
    const KeyPtr key = newKey(spec.key);
    const CertPtr certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), spec.notBefore.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), spec.notAfter.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key.get());
    const QByteArray name = spec.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);

    const CertPtr parent(
        issuer ? PEM_read_bio_X509(reading(issuer->certificate).get(), nullptr, nullptr, nullptr) : nullptr);
    const KeyPtr parentKey(
        issuer ? PEM_read_bio_PrivateKey(reading(issuer->key).get(), nullptr, nullptr, nullptr) : nullptr);
    X509* signer = parent ? parent.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    addExtension(certificate.get(), signer, NID_basic_constraints, issuer ? "CA:FALSE" : "critical,CA:TRUE");
    if (!spec.names.isEmpty())
        addExtension(certificate.get(), signer, NID_subject_alt_name, spec.names.join(QChar(u',')).toUtf8());
    EVP_PKEY* signingKey = parentKey ? parentKey.get() : key.get();
    const bool digestless = EVP_PKEY_get_base_id(signingKey) == EVP_PKEY_ED25519;
    X509_sign(certificate.get(), signingKey, digestless ? nullptr : EVP_sha256());

    const BioPtr certificateText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate.get());
    const BioPtr keyText(BIO_new(BIO_s_mem()));
    if (spec.traditionalKey)
        PEM_write_bio_PrivateKey_traditional(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    else
        PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {text(certificateText.get()), text(keyText.get())};
}

} // namespace argosy::test
