// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/files.h>

#include "lockedfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace argosy {

namespace {

tl::unexpected<Error> failIo(Message message, const QString& path)
{
    return fail(ErrorKind::Io, std::move(message), {.file = path});
}

tl::unexpected<Error> cannotRead(const QString& path, const QString& reason)
{
    return failIo(message("base", "Cannot read %1: %2.", {path, reason}), path);
}

tl::unexpected<Error> cannotWrite(const QString& path, const QString& reason)
{
    return failIo(message("base", "Cannot write %1: %2.", {path, reason}), path);
}

} // namespace

Result<QByteArray> readFile(const QString& path, qint64 limit)
{
    if (QFileInfo(path).isDir())
        return failIo(message("base", "%1 is a folder, not a file.", {path}), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(path, file.errorString());
    constexpr qint64 kChunk =
        1 << 20; // one read per chunk: a size that a file states may be wrong, and a pipe states none
    QByteArray bytes;
    for (QByteArray chunk = file.read(kChunk); !chunk.isEmpty() && bytes.size() <= limit; chunk = file.read(kChunk))
        bytes += chunk;
    if (file.error() != QFileDevice::NoError)
        return cannotRead(path, file.errorString());
    if (bytes.size() > limit)
        return failIo(message("base", "%1 is larger than %2 MiB, which is too large to open.",
                          {path, QString::number(limit / (qint64{1024} * 1024))}),
            path);
    return bytes;
}

Result<> writeFileAtomically(const QString& path, const QByteArray& bytes)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.symLinkTarget() : path;
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return failIo(message("base", "Cannot make the folder for %1.", {path}), path);
    QSaveFile file(target); // keeps the permissions of a file that exists
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

Result<> updateFile(const QString& path, const std::function<Result<QByteArray>(const QByteArray& bytes)>& change)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    // Beside it, because the file itself is replaced.
    const LockedFile lock(path + QStringLiteral(".lock"));
    if (lock.fd() < 0)
        return cannotWrite(path, qt_error_string(errno));
    const Result<QByteArray> bytes = QFileInfo::exists(path) ? readFile(path) : QByteArray();
    if (!bytes)
        return fail(bytes.error());
    const Result<QByteArray> changed = change(*bytes);
    if (!changed)
        return fail(changed.error());
    return writeFileAtomically(path, *changed);
}

} // namespace argosy
