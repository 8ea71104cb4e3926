// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace argosy {

/// Packs a text into a gzip stream as it comes. A copy goes on from the same place, so that what was added since can be
/// taken back.
class Deflater final
{
public:
    Deflater();
    Deflater(const Deflater& other);
    Deflater& operator=(const Deflater& other);
    ~Deflater();

    /// What is packed by now and was not given yet; often nothing, because packing gathers.
    [[nodiscard]] QByteArray add(QByteArrayView text);
    /// The rest of the stream. Nothing can be added after it.
    [[nodiscard]] QByteArray finish();

private:
    class Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace argosy
