// SPDX-License-Identifier: GPL-3.0-or-later
#include "inflate.h"

#include <QScopeGuard>

#include <array>

#define ZLIB_CONST
#include <zlib.h>

namespace argosy {

std::optional<QByteArray> gunzip(const QByteArray& packed, qsizetype limit)
{
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    z_stream stream{};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK)
        return {};
    const auto end = qScopeGuard([&stream] { inflateEnd(&stream); });
    stream.next_in = reinterpret_cast<const Bytef*>(packed.constData());
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray unpacked;
    std::array<char, size_t{64} * 1024> chunk{};
    for (int status = Z_OK; status != Z_STREAM_END;) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const auto made = static_cast<qsizetype>(chunk.size() - stream.avail_out);
        const bool goesOn = status == Z_STREAM_END || (status == Z_OK && (made > 0 || stream.avail_in > 0));
        if (!goesOn || unpacked.size() + made > limit)
            return {};
        unpacked.append(chunk.data(), made);
    }
    return unpacked;
}

} // namespace argosy
