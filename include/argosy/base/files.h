// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QByteArray>
#include <QString>

namespace argosy {

inline constexpr qint64 kMaxFileBytes = 64LL * 1024 * 1024;

/// Reads a whole regular file or pipe. Fails with Io (naming the file) when it is missing, unreadable or above `limit`
/// bytes.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit = kMaxFileBytes);

/// Replaces the file at once or leaves it as it was; makes missing folders; keeps the permissions of a file that
/// exists, and writes through a symbolic link to its target. Fails with Io.
[[nodiscard]] Result<> writeFileAtomically(const QString& path, const QByteArray& bytes);

} // namespace argosy
