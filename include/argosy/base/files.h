// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QByteArray>
#include <QString>

#include <functional>

namespace argosy {

inline constexpr qint64 kMaxFileBytes = 64LL * 1024 * 1024;

/// Reads a whole regular file or pipe. Fails with Io (naming the file) when it is missing, unreadable or above `limit`
/// bytes.
[[nodiscard]] Result<QByteArray> readFile(const QString& path, qint64 limit = kMaxFileBytes);

/// Replaces the file at once or leaves it as it was; makes missing folders; keeps the permissions of a file that
/// exists, and writes through a symbolic link to its target. Fails with Io.
[[nodiscard]] Result<> writeFileAtomically(const QString& path, const QByteArray& bytes);

/// Changes a file that several of our programs share: `change` gets its bytes (none where it is missing) and gives
/// those to write, and nobody else's change comes in between; the lock is a file beside it that stays. Fails as
/// `change`, readFile and writeFileAtomically do.
[[nodiscard]] Result<> updateFile(
    const QString& path, const std::function<Result<QByteArray>(const QByteArray& bytes)>& change);

} // namespace argosy
