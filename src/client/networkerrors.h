// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/error.h>

#include <QNetworkReply>
#include <QSslError>

namespace argosy {

/// A request that got no whole answer. `tls` are the certificate errors that were seen; they decide where there are
/// any.
[[nodiscard]] Error errorFromNetwork(
    QNetworkReply::NetworkError code, const QString& qtText, const QList<QSslError>& tls, const ErrorContext& where);
[[nodiscard]] Error timeoutError(std::chrono::milliseconds waited, const ErrorContext& where);
[[nodiscard]] Error cancelledError(const ErrorContext& where);
/// A stream that was open said nothing for so long that it is taken for cut.
[[nodiscard]] Error quietStreamError(const ErrorContext& where);
/// The computer slept, and what was open before is not.
[[nodiscard]] Error sleptError(const ErrorContext& where);
/// A write was refused because the connection is read-only.
[[nodiscard]] Error readOnlyError(const ErrorContext& where);

} // namespace argosy
