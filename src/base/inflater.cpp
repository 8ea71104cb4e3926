// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/inflater.h>

#include <zlib.h>

namespace argosy {

namespace {

constexpr qsizetype kPieceBytes = qsizetype{256} * 1024;
constexpr int kGzipOnly = 16; ///< added to the window's size, as zlib has it

} // namespace

class Inflater::Stream final
{
public:
    Stream() { isReady = inflateInit2(&z, kGzipOnly + MAX_WBITS) == Z_OK; }
    ~Stream() { inflateEnd(&z); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    z_stream z{};
    bool isReady = false;
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
    , m_broken(!m_stream->isReady)
{ }

Inflater::~Inflater() = default;

void Inflater::add(const QByteArray& packed)
{
    m_broken = m_broken || (m_ended && !packed.isEmpty());
    if (!m_broken)
        m_packed += packed;
}

QByteArray Inflater::next()
{
    if (m_broken || m_ended)
        return {};
    QByteArray piece(kPieceBytes, Qt::Uninitialized);
    z_stream& z = m_stream->z;
    z.next_in = reinterpret_cast<Bytef*>(m_packed.data());
    z.avail_in = static_cast<uInt>(m_packed.size());
    z.next_out = reinterpret_cast<Bytef*>(piece.data());
    z.avail_out = static_cast<uInt>(piece.size());
    const int result = inflate(&z, Z_NO_FLUSH);
    m_broken = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
    piece.truncate(piece.size() - static_cast<qsizetype>(z.avail_out));
    m_packed.remove(0, m_packed.size() - static_cast<qsizetype>(z.avail_in));
    m_ended = result == Z_STREAM_END;
    m_broken = m_broken || (m_ended && !m_packed.isEmpty());
    return piece;
}

} // namespace argosy
