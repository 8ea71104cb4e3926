// SPDX-License-Identifier: GPL-3.0-or-later
#include "textindex.h"

#include <algorithm>

namespace argosy {

TextIndex::TextIndex(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (c == u'\n' || (c == u'\r' && next != u'\n'))
            m_lineStarts.push_back(i + 1);
        else if (c.isHighSurrogate() && next.isLowSurrogate())
            m_pairs.push_back(i++);
    }
}

qsizetype TextIndex::pairsBefore(qsizetype offset) const
{
    return std::lower_bound(m_pairs.begin(), m_pairs.end(), offset) - m_pairs.begin();
}

qsizetype TextIndex::charactersBefore(qsizetype offset) const
{
    return offset - pairsBefore(offset);
}

qsizetype TextIndex::offsetOfCharacter(qsizetype character) const
{
    // The n-th pair (from 0) is the character number m_pairs[n] - n, which grows with n: count the pairs below by
    // bisection.
    qsizetype low = 0;
    auto high = static_cast<qsizetype>(m_pairs.size());
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (m_pairs[static_cast<size_t>(middle)] - middle < character)
            low = middle + 1;
        else
            high = middle;
    }
    return character + low;
}

int TextIndex::line(qsizetype offset) const
{
    return static_cast<int>(std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset) - m_lineStarts.begin());
}

int TextIndex::column(qsizetype offset) const
{
    const qsizetype start = m_lineStarts[static_cast<size_t>(line(offset) - 1)];
    return static_cast<int>(charactersBefore(offset) - charactersBefore(start) + 1);
}

TextRange TextIndex::range(qsizetype begin, qsizetype end) const
{
    return {.begin = begin, .end = end, .line = line(begin), .column = column(begin)};
}

} // namespace argosy
