// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/base/deflater.h>

#include <zlib.h>

namespace argosy {

namespace {

constexpr qsizetype kPieceBytes = qsizetype{64} * 1024;
constexpr int kGzipOnly = 16; ///< added to the window's size, as zlib has it
constexpr int kMemoryLevel = 8; ///< zlib's default

} // namespace

class Deflater::Stream final
{
public:
    Stream()
    {
        // It fails for want of memory only.
        if (deflateInit2(
                &m_z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipOnly + MAX_WBITS, kMemoryLevel, Z_DEFAULT_STRATEGY)
            != Z_OK)
            qBadAlloc();
    }
    Stream(const Stream& other)
    {
        // zlib's own state changes nothing of the stream that it copies.
        if (deflateCopy(&m_z, const_cast<z_stream*>(&other.m_z)) != Z_OK)
            qBadAlloc();
    }
    Stream& operator=(const Stream&) = delete;
    ~Stream() { deflateEnd(&m_z); }

    QByteArray packed(QByteArrayView text, int flush)
    {
        m_z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data())); // zlib only reads it
        m_z.avail_in = static_cast<uInt>(text.size());
        QByteArray out;
        QByteArray piece(kPieceBytes, Qt::Uninitialized);
        do {
            m_z.next_out = reinterpret_cast<Bytef*>(piece.data());
            m_z.avail_out = static_cast<uInt>(piece.size());
            deflate(&m_z, flush);
            out.append(piece.constData(), piece.size() - static_cast<qsizetype>(m_z.avail_out));
        } while (m_z.avail_out == 0);
        return out;
    }

private:
    z_stream m_z{};
};

Deflater::Deflater()
    : m_stream(std::make_unique<Stream>())
{ }

Deflater::Deflater(const Deflater& other)
    : m_stream(std::make_unique<Stream>(*other.m_stream))
{ }

Deflater& Deflater::operator=(const Deflater& other)
{
    if (this != &other)
        m_stream = std::make_unique<Stream>(*other.m_stream);
    return *this;
}

Deflater::~Deflater() = default;

QByteArray Deflater::add(QByteArrayView text)
{
    return m_stream->packed(text, Z_NO_FLUSH);
}

QByteArray Deflater::finish()
{
    return m_stream->packed({}, Z_FINISH);
}

} // namespace argosy
