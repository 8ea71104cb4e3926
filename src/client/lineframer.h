// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace argosy {

inline constexpr qsizetype kMaxLineBytes = qsizetype{64} * 1024 * 1024;

/// Cuts a stream of bytes into lines, however the network cut it. Empty lines are left out, a carriage return before
/// the newline too.
class LineFramer final
{
public:
    explicit LineFramer(qsizetype maxLineBytes = kMaxLineBytes)
        : m_maxLineBytes(maxLineBytes)
    { }

    /// The lines that these bytes complete.
    [[nodiscard]] QList<QByteArray> feed(QByteArrayView bytes);
    /// A line grew beyond the bound: what follows is not to be trusted, and feed() gives nothing more.
    [[nodiscard]] bool isOverflown() const { return m_overflown; }
    /// Bytes of a line that has not ended.
    [[nodiscard]] qsizetype pending() const { return m_rest.size(); }

private:
    qsizetype m_maxLineBytes;
    QByteArray m_rest;
    bool m_overflown = false;
};

} // namespace argosy
