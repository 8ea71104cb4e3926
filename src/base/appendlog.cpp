// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/appendlog.h>

#include <argosy/base/files.h>

#include "lockedfile.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace argosy {

namespace {

bool endsWithNewline(const LockedFile& file)
{
    const off_t size = ::lseek(file.fd(), 0, SEEK_END);
    char last = '\n';
    return size <= 0 || (::pread(file.fd(), &last, 1, size - 1) == 1 && last == '\n');
}

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
    const QByteArray line = (endsWithNewline(file) ? QByteArray() : QByteArray("\n")) + record + '\n';
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
