// SPDX-License-Identifier: GPL-3.0-or-later
#include "networkerrors.h"

#include <QSslCertificate>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

QString commonName(const QStringList& names, const QString& otherwise)
{
    return names.isEmpty() ? otherwise : names.join(u", "_s);
}

QString subjectOf(const QSslCertificate& certificate)
{
    return commonName(certificate.subjectInfo(QSslCertificate::CommonName), certificate.subjectDisplayName());
}

QString issuerOf(const QSslCertificate& certificate)
{
    return commonName(certificate.issuerInfo(QSslCertificate::CommonName), certificate.issuerDisplayName());
}

QString namesOf(const QSslCertificate& certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    names.sort();
    return names.isEmpty() ? subjectOf(certificate) : names.join(u", "_s);
}

QString day(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODate);
}

bool isAbout(const QSslError& error, std::initializer_list<QSslError::SslError> kinds)
{
    return std::ranges::find(kinds, error.error()) != kinds.end();
}

bool isUntrusted(const QSslError& error)
{
    return isAbout(error,
        {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
            QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
            QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted,
            QSslError::CertificateSignatureFailed, QSslError::InvalidCaCertificate});
}

Message certificateText(const QSslError& error, const QString& host)
{
    const QSslCertificate certificate = error.certificate();
    if (isUntrusted(error))
        return message("client",
            "The certificate of %1 (%2, issued by %3) is not signed by the certificate authority of this context. Get "
            "a "
            "fresh kubeconfig of this cluster, or check that the address leads to it.",
            {host, subjectOf(certificate), issuerOf(certificate)});
    if (error.error() == QSslError::CertificateExpired)
        return message("client",
            "The certificate of %1 (%2) expired on %3. Have it renewed on the server, or check this computer's clock.",
            {host, subjectOf(certificate), day(certificate.expiryDate())});
    if (error.error() == QSslError::CertificateNotYetValid)
        return message("client", "The certificate of %1 (%2) is not valid before %3. Check this computer's clock.",
            {host, subjectOf(certificate), day(certificate.effectiveDate())});
    if (error.error() == QSslError::HostNameMismatch)
        return message("client",
            "The certificate of %1 is made out for other names: %2. Use one of them as the server's address or as "
            "tls-server-name in the kubeconfig.",
            {host, namesOf(certificate)});
    return message(
        "client", "The certificate of %1 (%2) is refused: %3", {host, subjectOf(certificate), error.errorString()});
}

/// An unknown authority says more than a wrong name or date, which any stranger's certificate has too.
const QSslError& weightiest(const QList<QSslError>& errors)
{
    const auto untrusted = std::ranges::find_if(errors, isUntrusted);
    return untrusted == errors.end() ? errors.first() : *untrusted;
}

Message networkText(QNetworkReply::NetworkError code, const QString& qtText, const QString& host)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return message("client",
            "Nothing listens at %1: the connection is refused. Check the address and the port, and that the server "
            "runs.",
            {host});
    case QNetworkReply::HostNotFoundError:
        return message("client", "The name in %1 is not known. Check the address, the network and the VPN.", {host});
    case QNetworkReply::RemoteHostClosedError:
        return message("client", "%1 closed the connection before it answered in full.", {host});
    case QNetworkReply::ContentReSendError:
        return message("client",
            "%1 closed the connection before it answered; whether the change was made is not known until the object is "
            "read again.",
            {host});
    case QNetworkReply::SslHandshakeFailedError:
        return message("client", "No TLS connection to %1: %2", {host, qtText});
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return message("client", "The proxy on the way to %1 does not work: %2", {host, qtText});
    default: return message("client", "The connection to %1 failed: %2", {host, qtText});
    }
}

ErrorKind networkKind(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError: return ErrorKind::Tls;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure: return ErrorKind::Protocol;
    default: return ErrorKind::Unreachable;
    }
}

} // namespace

Error errorFromNetwork(
    QNetworkReply::NetworkError code, const QString& qtText, const QList<QSslError>& tls, const ErrorContext& where)
{
    if (!tls.isEmpty())
        return {.kind = ErrorKind::Tls, .message = certificateText(weightiest(tls), where.host), .where = where};
    return {.kind = networkKind(code), .message = networkText(code, qtText, where.host), .where = where};
}

Error timeoutError(std::chrono::milliseconds waited, const ErrorContext& where)
{
    const QString seconds = QString::number(static_cast<double>(waited.count()) / 1000.0);
    return {.kind = ErrorKind::Timeout,
        .message = message("client", "%1 did not answer within %2 s. Check the network, the VPN and the firewall.",
            {where.host, seconds}),
        .where = where};
}

Error cancelledError(const ErrorContext& where)
{
    return {.kind = ErrorKind::Cancelled,
        .message = message("client", "The request to %1 was given up because the connection was closed.", {where.host}),
        .where = where};
}

Error quietStreamError(const ErrorContext& where)
{
    return {.kind = ErrorKind::Unreachable,
        .message =
            message("client", "%1 has sent nothing on a connection for so long that it is made anew.", {where.host}),
        .where = where};
}

Error sleptError(const ErrorContext& where)
{
    return {.kind = ErrorKind::Unreachable,
        .message = message("client", "This computer slept; the connection to %1 is being made anew.", {where.host}),
        .where = where};
}

Error readOnlyError(const ErrorContext& where)
{
    return {.kind = ErrorKind::Forbidden,
        .message = message("client", "The connection to %1 is read-only here; nothing was sent.", {where.cluster}),
        .where = where};
}

} // namespace argosy
