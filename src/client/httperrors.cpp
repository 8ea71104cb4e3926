// SPDX-License-Identifier: GPL-3.0-or-later
#include "httperrors.h"

#include <argosy/client/servererrors.h>
#include <argosy/kube/object.h>

#include <QUrl>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// "nodepools.karpenter.sh/gpu", as kubectl writes it.
QString subject(const ErrorContext& where)
{
    return where.name.isEmpty() ? where.resource : where.resource + u'/' + where.name;
}

/// What a server said, as the end of a sentence of ours.
QString ending(const QString& text)
{
    return text.endsWith(u'.') ? text : text + u'.';
}

bool isTypedPatchFailure(const ApiStatus& status)
{
    return status.code == 500 && status.message.contains("failed to create typed patch object"_L1);
}

ErrorKind serverErrorKind(const ApiStatus& status)
{
    if (isTypedPatchFailure(status))
        return ErrorKind::Invalid;
    return status.code == 504 ? ErrorKind::Timeout : ErrorKind::Unavailable;
}

ErrorKind kindOf(const ApiStatus& status)
{
    switch (status.code) {
    case 400:
    case 405:
    case 413:
    case 422: return ErrorKind::Invalid;
    case 401: return ErrorKind::Unauthenticated;
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 408: return ErrorKind::Timeout;
    case 409: return ErrorKind::Conflict;
    case 410: return ErrorKind::Gone;
    case 429: return ErrorKind::Throttled;
    default: break;
    }
    return status.code >= 500 ? serverErrorKind(status) : ErrorKind::Protocol;
}

Message forbiddenText(const ApiStatus& status, const ErrorContext& where)
{
    if (where.nameSpace.isEmpty())
        return message("client", "You may not %1 %2: %3 Ask for a role that allows it.",
            {where.verb, subject(where), ending(status.message)});
    return message("client", "You may not %1 %2 in the namespace %3: %4 Ask for a role that allows it.",
        {where.verb, subject(where), where.nameSpace, ending(status.message)});
}

/// A missing object is named in the details; a kind that is not served gets a plain text or a Status without a name.
Message notFoundText(const ApiStatus& status, const ErrorContext& where)
{
    if (status.detailsName.isEmpty())
        return message("client", "The server %1 does not serve %2.", {where.host, where.resource});
    if (status.detailsKind == "namespaces"_L1 && where.resource != "namespaces"_L1)
        return message(
            "client", "The namespace %1 does not exist. Create it, or add it to the documents.", {status.detailsName});
    if (status.detailsName != where.name)
        return message(
            "client", "The server does not have what %1 needs: %2", {subject(where), ending(status.message)});
    if (where.nameSpace.isEmpty())
        return message("client", "%1 does not exist.", {subject(where)});
    return message("client", "%1 does not exist in the namespace %2.", {subject(where), where.nameSpace});
}

Message conflictText(const ApiStatus& status, const ErrorContext& where)
{
    QStringList fields;
    for (const StatusCause& cause : status.causes) {
        if (cause.reason == "FieldManagerConflict"_L1)
            fields.append(cause.field);
    }
    if (!fields.isEmpty())
        return messageN("client", "Somebody else has set %n field(s) of %1 to other values: %2.",
            static_cast<int>(fields.size()), {subject(where), fields.join(u", "_s)});
    if (status.reason == "AlreadyExists"_L1)
        return message("client", "%1 exists already.", {subject(where)});
    if (status.message.contains("has been modified"_L1))
        return message(
            "client", "%1 was changed by somebody else meanwhile; look at it again and repeat.", {subject(where)});
    return message("client", "The server refuses to change %1 now: %2", {subject(where), status.message});
}

Message invalidText(const ApiStatus& status, const ErrorContext& where)
{
    const QList<StatusCause> causes = fieldErrors(status);
    if (causes.isEmpty())
        return message("client", "The server rejects %1: %2", {subject(where), status.message});
    QStringList lines;
    for (const StatusCause& cause : causes)
        lines.append(FieldPath::fromDotted(cause.field).toDotted() + ": "_L1 + cause.message);
    return message("client", "The server rejects %1: %2", {subject(where), lines.join(u"; "_s)});
}

Message textOf(ErrorKind kind, const ApiStatus& status, const ErrorContext& where)
{
    switch (kind) {
    case ErrorKind::Unauthenticated:
        return message("client",
            "%1 does not accept the credentials of this context: the token or certificate has expired, was revoked or "
            "is for another server. Sign in again, or get a fresh kubeconfig.",
            {where.host});
    case ErrorKind::Forbidden: return forbiddenText(status, where);
    case ErrorKind::NotFound: return notFoundText(status, where);
    case ErrorKind::Conflict: return conflictText(status, where);
    case ErrorKind::Gone:
        return message("client", "The state of %1 that was asked for is too old for the server.", {where.resource});
    case ErrorKind::Invalid: return invalidText(status, where);
    case ErrorKind::Throttled: return message("client", "%1 is busy and asks to try again later.", {where.host});
    case ErrorKind::Timeout:
        return message("client", "%1 gave up on %2: %3", {where.host, subject(where), ending(status.message)});
    case ErrorKind::Unavailable:
        return message("client", "%1 cannot answer now (%2): %3",
            {where.host, QString::number(status.code), ending(status.message)});
    default: break;
    }
    return message("client", "%1 gave the unexpected answer %2: %3",
        {where.host, QString::number(status.code), ending(status.message)});
}

/// Kubernetes sends seconds; a date is a proxy's and is left to our own backoff.
std::chrono::milliseconds retryDelay(const QByteArray& header)
{
    bool ok = false;
    const int seconds = header.trimmed().toInt(&ok);
    return std::chrono::seconds(ok && seconds > 0 ? seconds : 0);
}

Error redirectError(const HttpAnswer& answer, const ErrorContext& where)
{
    const QUrl target = QUrl::fromEncoded(answer.location);
    return {.kind = ErrorKind::Protocol,
        .message = message("client",
            "%1 sends requests on to %2, which no Kubernetes API server does; check the server's address or the proxy "
            "before it.",
            {where.host,
                target.isRelative() ? target.path()
                                    : target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)}),
        .where = where};
}

} // namespace

Error errorFromStatus(const ApiStatus& status, const ErrorContext& where)
{
    const ErrorKind kind = kindOf(status);
    return {.kind = kind, .message = textOf(kind, status, where), .where = where, .status = status};
}

Error errorFromAnswer(const HttpAnswer& answer, const ErrorContext& where)
{
    if (answer.code >= 300 && answer.code < 400)
        return redirectError(answer, where);
    Error error = errorFromStatus(decodeStatus(answer.code, answer.body), where);
    error.retryAfter = retryDelay(answer.retryAfter);
    return error;
}

} // namespace argosy
