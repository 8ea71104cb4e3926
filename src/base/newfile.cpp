// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/newfile.h>

#include <QFileInfo>

#include <cstdio>
#include <unistd.h>

namespace argosy {

namespace {

QString targetOf(const QString& path, NewFile::Existing existing)
{
    const QFileInfo info(path);
    return existing == NewFile::Existing::Replace && info.isSymLink() ? info.symLinkTarget() : path;
}

tl::unexpected<Error> failWith(const Message& message, const QString& path)
{
    return fail(ErrorKind::Io, message, {.file = path});
}

tl::unexpected<Error> failWriting(const QString& path, const QString& reason)
{
    return failWith(message("base", "Cannot write %1: %2.", {path, reason}), path);
}

} // namespace

NewFile::NewFile(const QString& path, Existing existing)
    : m_path(targetOf(path, existing))
    , m_existing(existing)
    , m_file(m_path + QStringLiteral(".XXXXXX"))
{ }

Result<> NewFile::open()
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isFile())
        return failWith(message("base", "%1 is no file that could be replaced.", {m_path}), m_path);
    if (info.exists() && m_existing == Existing::Keep)
        return failWith(message("base", "%1 exists and was left as it is.", {m_path}), m_path);
    if (!m_file.open())
        return failWriting(m_path, m_file.errorString());
    return {};
}

Result<> NewFile::finish()
{
    if (!m_file.flush())
        return failWriting(m_path, m_file.errorString());
    if (::fsync(m_file.handle()) != 0)
        return failWriting(m_path, qt_error_string());
    if (const auto named = takeName(); !named)
        return named;
    m_file.setAutoRemove(false);
    m_file.close();
    return {};
}

Result<> NewFile::takeName()
{
    if (m_existing == Existing::Keep && !m_file.rename(m_path)) // which fails where the name is taken by now
        return failWriting(m_path, m_file.errorString());
    const QByteArray name = QFile::encodeName(m_file.fileName());
    if (m_existing == Existing::Replace && std::rename(name.constData(), QFile::encodeName(m_path).constData()) != 0)
        return failWriting(m_path, qt_error_string());
    return {};
}

} // namespace argosy
