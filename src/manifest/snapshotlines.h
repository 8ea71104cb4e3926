// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>
#include <argosy/manifest/snapshotfile.h>

namespace argosy {

/// The last line.
struct SnapshotEnd
{
    qint64 objects = 0;
};

// Lines with their newline.
[[nodiscard]] QByteArray toLine(const SnapshotHead& head);
[[nodiscard]] QByteArray toLine(const SnapshotListing& listing);
[[nodiscard]] QByteArray toLine(const SnapshotGap& gap);
[[nodiscard]] QByteArray toLine(const SnapshotEnd& end);
[[nodiscard]] QByteArray objectLine(const QByteArray& object);

using SnapshotLine = std::variant<SnapshotObject, SnapshotListing, SnapshotGap, SnapshotEnd>;
/// A line without its newline; nothing where it is none of these.
[[nodiscard]] std::optional<SnapshotLine> fromLine(const QByteArray& line);

/// The format of a first line; nothing where it is that of no snapshot.
[[nodiscard]] std::optional<int> formatOf(const Json& firstLine);
[[nodiscard]] SnapshotHead headFrom(const Json& firstLine);

} // namespace argosy
