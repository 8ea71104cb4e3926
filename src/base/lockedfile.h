// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// A file opened for reading and appending under an exclusive lock, which other programs wait for; made where it is
/// missing. Both end with this object.
class LockedFile final
{
public:
    explicit LockedFile(const QString& path);
    ~LockedFile();
    Q_DISABLE_COPY_MOVE(LockedFile)

    [[nodiscard]] int fd() const { return m_fd; } ///< -1, and errno says why, where it cannot be opened or locked

private:
    int m_fd;
};

} // namespace argosy
