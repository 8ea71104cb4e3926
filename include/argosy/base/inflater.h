// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace argosy {

/// Unpacks a gzip stream as it comes, a piece at a time: a few bytes may stand for very many, and whoever takes them
/// decides when it is enough. Qt unpacks all that has arrived at once.
class Inflater final
{
public:
    Inflater();
    ~Inflater();

    /// What comes after the end breaks it.
    void add(const QByteArray& packed);
    /// What comes next, no more than 256 KB; empty where more has to be added, at the end, and where it is broken.
    [[nodiscard]] QByteArray next();
    /// What came is no gzip stream.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// All of it has been given.
    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    class Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_packed;
    bool m_broken = false;
    bool m_ended = false;
};

} // namespace argosy
