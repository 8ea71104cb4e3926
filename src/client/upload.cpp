// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload.h"

#include <cstring>

namespace argosy {

Upload::Upload(QByteArray body, QObject* parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 Upload::bytesAvailable() const
{
    return m_body.size() - m_offset;
}

qint64 Upload::readData(char* data, qint64 maxSize)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min(maxSize, bytesAvailable());
    std::memcpy(data, m_body.constData() + m_offset, static_cast<size_t>(count));
    m_offset += count;
    return count;
}

qint64 Upload::writeData(const char*, qint64)
{
    return -1;
}

} // namespace argosy
