// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QByteArray>
#include <QString>

namespace argosy {

/// A file of lines that several processes append to. Stateless between calls; usable from any thread.
class AppendLog final
{
public:
    explicit AppendLog(QString path);

    enum class Sync
    {
        No,
        Yes
    };
    /// Appends one record (no newline inside) and a newline in one O_APPEND write under an exclusive lock; with
    /// Sync::Yes it is on disk when this returns. A torn last line that a crash left is closed first. Fails with Io.
    [[nodiscard]] Result<> append(const QByteArray& record, Sync sync) const;
    /// All complete lines, oldest first; a missing file has none. Fails with Io.
    [[nodiscard]] Result<QList<QByteArray>> read() const;

    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace argosy
