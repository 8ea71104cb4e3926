// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/error.h>

namespace argosy {

bool Error::isTransient() const
{
    switch (kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Throttled:
    case ErrorKind::Timeout:
    case ErrorKind::Unavailable: return true;
    default: return false;
    }
}

QString toWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Unreachable: return QStringLiteral("unreachable");
    case ErrorKind::Tls: return QStringLiteral("tls");
    case ErrorKind::Unauthenticated: return QStringLiteral("unauthenticated");
    case ErrorKind::Forbidden: return QStringLiteral("forbidden");
    case ErrorKind::NotFound: return QStringLiteral("not-found");
    case ErrorKind::Conflict: return QStringLiteral("conflict");
    case ErrorKind::Gone: return QStringLiteral("gone");
    case ErrorKind::Invalid: return QStringLiteral("invalid");
    case ErrorKind::Throttled: return QStringLiteral("throttled");
    case ErrorKind::Timeout: return QStringLiteral("timeout");
    case ErrorKind::Unavailable: return QStringLiteral("unavailable");
    case ErrorKind::Protocol: return QStringLiteral("protocol");
    case ErrorKind::TooLarge: return QStringLiteral("too-large");
    case ErrorKind::Parse: return QStringLiteral("parse");
    case ErrorKind::Io: return QStringLiteral("io");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace argosy
