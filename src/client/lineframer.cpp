// SPDX-License-Identifier: GPL-3.0-or-later
#include "lineframer.h"

namespace argosy {

QList<QByteArray> LineFramer::feed(QByteArrayView bytes)
{
    QList<QByteArray> lines;
    while (!m_overflown && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        if (m_rest.size() + piece.size() > m_maxLineBytes) {
            m_overflown = true;
            m_rest.clear();
            break;
        }
        m_rest.append(piece);
        if (end < 0)
            break;
        if (m_rest.endsWith('\r'))
            m_rest.chop(1);
        if (!m_rest.isEmpty())
            lines.append(m_rest);
        m_rest.clear();
        bytes = bytes.sliced(end + 1);
    }
    return lines;
}

} // namespace argosy
