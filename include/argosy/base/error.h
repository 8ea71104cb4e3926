// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/message.h>

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace argosy {

/// Why something did not work, as far as a caller decides by it.
enum class ErrorKind
{
    Cancelled,
    Unreachable, ///< no connection: refused, unknown host, network down
    Tls, ///< the certificates do not fit
    Unauthenticated, ///< 401
    Forbidden, ///< 403
    NotFound, ///< 404, or no such kind
    Conflict, ///< 409: somebody else owns the field, or the object changed meanwhile
    Gone, ///< 410: the resourceVersion is too old
    Invalid, ///< 400, 422, and the 500 that server-side apply gives for a field that is not declared
    Throttled, ///< 429
    Timeout,
    Unavailable, ///< 5xx other than the above: the server cannot answer now
    Protocol, ///< the answer is not what the API promises
    TooLarge, ///< the answer is larger than we take; one that asks for less may do
    Parse, ///< a text that does not parse
    Io, ///< a file
    Internal, ///< our mistake
};

/// One cause of an API Status (meta/v1 StatusCause).
struct StatusCause
{
    QString reason; ///< e.g. FieldValueInvalid, FieldManagerConflict
    QString message;
    QString field; ///< as the server wrote it, e.g. ".spec.limits.cpu" or "spec.tags"
    bool operator==(const StatusCause&) const = default;
};

/// The API's Status (meta/v1), whole: nothing that the server said is thrown away.
struct ApiStatus
{
    int code = 0; ///< HTTP status
    QString reason; ///< e.g. Forbidden, Conflict; empty for the 500 of an undeclared field
    QString message;
    QString detailsName;
    QString detailsGroup;
    QString detailsKind;
    QList<StatusCause> causes;
    QByteArray body; ///< as received
    bool operator==(const ApiStatus&) const = default;
};

/// What was being done. Empty members are unknown.
struct ErrorContext
{
    QString cluster; ///< ClusterId as text
    QString verb; ///< get, list, watch, create, patch, delete
    QString resource; ///< e.g. nodepools.karpenter.sh
    QString nameSpace;
    QString name;
    QString host; ///< scheme, host and port of the server
    QString file;
    int line = 0; ///< 1-based; 0 is unknown
    int column = 0; ///< 1-based; 0 is unknown
    bool operator==(const ErrorContext&) const = default;
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    Message message; ///< one whole sentence for people: what happened, where, what to do
    ErrorContext where = {};
    std::optional<ApiStatus> status = {};
    std::chrono::milliseconds retryAfter{0}; ///< what the server asked for; 0 is nothing

    /// True where the same request may succeed later without a change by anybody.
    [[nodiscard]] bool isTransient() const;
    bool operator==(const Error&) const = default;
};

/// Stable English word for logs and JSON, e.g. "unreachable".
[[nodiscard]] QString toWord(ErrorKind kind);

} // namespace argosy
