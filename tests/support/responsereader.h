// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace argosy::test {

/// Takes an HTTP/1.1 answer apart as its bytes come: its head, and its body without the framing.
class ResponseReader final
{
public:
    /// What these bytes add to the body.
    [[nodiscard]] QByteArray feed(const QByteArray& bytes);
    [[nodiscard]] bool hasHead() const { return !m_head.isEmpty(); }
    /// The status line and the headers, one a line, without those that frame the body or belong to the connection.
    [[nodiscard]] const QList<QByteArray>& head() const { return m_head; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    bool takeHead();
    QByteArray takeCounted();
    QByteArray takeChunks();
    bool takeChunkSize();

    QByteArray m_rest;
    QList<QByteArray> m_head;
    bool m_chunked = false;
    bool m_complete = false;
    qint64 m_left = 0; ///< bytes of the body, or of the present chunk with its line end
};

} // namespace argosy::test
