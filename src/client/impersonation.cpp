// SPDX-License-Identifier: GPL-3.0-or-later
#include "impersonation.h"

namespace argosy {

namespace {

QList<QByteArray> encoded(const QStringList& values)
{
    QList<QByteArray> bytes;
    for (const QString& value : values)
        bytes.append(value.toUtf8());
    return bytes;
}

/// Names of headers are tokens (RFC 7230); all else, and the percent sign, is written in hexadecimal.
QByteArray escapedKey(const QString& key)
{
    return key.toUtf8().toPercentEncoding("!#$&'*+^`|");
}

} // namespace

QList<HeaderValues> impersonationHeaders(const Impersonation& as)
{
    QList<HeaderValues> headers;
    const auto add = [&headers](const QByteArray& name, const QStringList& values) {
        if (!values.isEmpty())
            headers.append({name, encoded(values)});
    };
    if (as.user.isEmpty())
        return headers;
    add("Impersonate-User", {as.user});
    add("Impersonate-Uid", as.uid.isEmpty() ? QStringList() : QStringList(as.uid));
    add("Impersonate-Group", as.groups);
    for (auto extra = as.extra.cbegin(); extra != as.extra.cend(); ++extra)
        add("Impersonate-Extra-" + escapedKey(extra.key()), extra.value());
    return headers;
}

} // namespace argosy
