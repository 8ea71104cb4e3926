// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace argosy::demo {

/// What the path of a resource request says.
struct RequestPath
{
    QString group;
    QString version;
    QString nameSpace; ///< empty where the path names none
    QString plural;
    QString name; ///< empty for a collection
    QString subresource;
    bool watch = false; ///< the old form, /api/v1/watch/…
};

/// From "/api/v1/…" or "/apis/GROUP/VERSION/…"; nothing where the path is neither or ends at the version.
[[nodiscard]] std::optional<RequestPath> parseResourcePath(const QString& path);

} // namespace argosy::demo
