// SPDX-License-Identifier: GPL-3.0-or-later
#include "responsereader.h"

namespace argosy::test {

namespace {

constexpr qint64 kLineEnd = 2;

} // namespace

QByteArray ResponseReader::feed(const QByteArray& bytes)
{
    m_rest += bytes;
    if (m_head.isEmpty() && !takeHead())
        return {};
    return m_chunked ? takeChunks() : takeCounted();
}

bool ResponseReader::takeHead()
{
    const qsizetype end = m_rest.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    for (const QByteArray& line : m_rest.first(end).replace("\r\n", "\n").split('\n')) {
        const QByteArray name = line.first(line.indexOf(':') + 1).toLower();
        if (name == "content-length:")
            m_left = line.sliced(name.size()).trimmed().toLongLong();
        else if (name == "transfer-encoding:")
            m_chunked = true;
        else if (name != "connection:" && name != "keep-alive:")
            m_head.append(line);
    }
    m_rest.remove(0, end + 2 * kLineEnd);
    return true;
}

QByteArray ResponseReader::takeCounted()
{
    const QByteArray body = m_rest.first(std::min<qint64>(m_left, m_rest.size()));
    m_rest.remove(0, body.size());
    m_left -= body.size();
    m_complete = m_left == 0;
    return body;
}

QByteArray ResponseReader::takeChunks()
{
    QByteArray body;
    while (!m_complete && (m_left > 0 || takeChunkSize())) {
        const QByteArray piece = m_rest.first(std::min<qint64>(m_left, m_rest.size()));
        if (piece.isEmpty())
            break;
        m_rest.remove(0, piece.size());
        m_left -= piece.size();
        // The last two bytes of what is left end the chunk's line.
        body += piece.chopped(std::clamp<qint64>(kLineEnd - m_left, 0, piece.size()));
    }
    return body;
}

bool ResponseReader::takeChunkSize()
{
    const qsizetype end = m_rest.indexOf("\r\n");
    if (end < 0)
        return false;
    const qint64 size = m_rest.first(end).toLongLong(nullptr, 16);
    m_rest.remove(0, end + kLineEnd);
    m_complete = size == 0;
    m_left = size + kLineEnd;
    return !m_complete;
}

} // namespace argosy::test
