// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/appendlog.h>

#include <argosy/base/files.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace argosy {

namespace {

/// An open file descriptor with an exclusive lock; both end with it.
class LockedFile final
{
public:
    explicit LockedFile(const QString& path)
        : m_fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
    {
        if (m_fd >= 0 && ::flock(m_fd, LOCK_EX) != 0) {
            ::close(m_fd);
            m_fd = -1;
        }
    }
    ~LockedFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;

    [[nodiscard]] int fd() const { return m_fd; }

    [[nodiscard]] bool endsWithNewline() const
    {
        const off_t size = ::lseek(m_fd, 0, SEEK_END);
        char last = '\n';
        return size <= 0 || (::pread(m_fd, &last, 1, size - 1) == 1 && last == '\n');
    }

private:
    int m_fd;
};

tl::unexpected<Error> failAppend(const QString& path)
{
    return fail(
        ErrorKind::Io, message("base", "Cannot write to %1: %2.", {path, qt_error_string(errno)}), {.file = path});
}

} // namespace

AppendLog::AppendLog(QString path)
    : m_path(std::move(path))
{ }

Result<> AppendLog::append(const QByteArray& record, Sync sync) const
{
    Q_ASSERT(!record.contains('\n'));
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const LockedFile file(m_path);
    if (file.fd() < 0)
        return failAppend(m_path);
    const QByteArray line = (file.endsWithNewline() ? QByteArray() : QByteArray("\n")) + record + '\n';
    if (::write(file.fd(), line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        return failAppend(m_path);
    if (sync == Sync::Yes && ::fdatasync(file.fd()) != 0)
        return failAppend(m_path);
    return {};
}

Result<QList<QByteArray>> AppendLog::read() const
{
    if (!QFileInfo::exists(m_path))
        return QList<QByteArray>();
    const auto bytes = readFile(m_path, std::numeric_limits<qint64>::max() - 1);
    if (!bytes)
        return fail(bytes.error());
    QList<QByteArray> lines = bytes->split('\n');
    lines.removeLast(); // what follows the last newline is torn, or empty
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace argosy
