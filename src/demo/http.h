// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace argosy::demo {

/// One request as the handlers see it; the listener makes it from the wire, tests make it by hand.
struct HttpRequest
{
    QString method;
    QString path; ///< decoded
    QList<std::pair<QString, QString>> query; ///< decoded, in the order of the URL
    QString accept;
    QString contentType;
    QString userAgent;
    QString authorization;
    QByteArray body;

    /// The first value of a query parameter, or an empty one.
    [[nodiscard]] QString parameter(QStringView name) const;
    [[nodiscard]] QStringList parameters(QStringView name) const;
    [[nodiscard]] bool hasParameter(QStringView name) const;
    /// True for "1", "true" and the like.
    [[nodiscard]] bool flag(QStringView name) const;
};

struct HttpResponse
{
    int code = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    /// Where set, the body comes in pieces: called until it gives none. An empty piece says "nothing yet"; a call lasts
    /// no longer than a fraction of a second, so that a connection that was closed is noticed.
    std::function<std::optional<QByteArray>()> stream;
};

using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

} // namespace argosy::demo
