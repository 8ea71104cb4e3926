// SPDX-License-Identifier: GPL-3.0-or-later
#include "nearest.h"

#include <QList>

#include <algorithm>

namespace argosy {

namespace {

constexpr qsizetype kLongest = 128;

QString folded(const QString& word)
{
    QString plain = word.toLower();
    plain.removeIf([](QChar c) { return c == u'-' || c == u'_' || c == u'.' || c == u' '; });
    return plain;
}

/// Insertions, removals, replacements and swaps of neighbours (optimal string alignment).
qsizetype distance(const QString& a, const QString& b)
{
    QList<qsizetype> beforeLast, last(b.size() + 1), row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = last;
        last = row;
    }
    return last.last();
}

} // namespace

QString nearestOf(const QString& word, const QStringList& candidates)
{
    const QString wanted = folded(word);
    if (wanted.isEmpty() || wanted.size() > kLongest)
        return {};
    QString best;
    // A third of the letters wrong is another word, and short words are near to everything.
    qsizetype bestDistance = std::max<qsizetype>(wanted.size() / 3, wanted.size() > 2 ? 1 : 0) + 1;
    for (const QString& candidate : candidates) {
        const QString plain = folded(candidate);
        if (std::abs(plain.size() - wanted.size()) >= bestDistance)
            continue;
        if (const qsizetype current = distance(wanted, plain); current < bestDistance) {
            best = candidate;
            bestDistance = current;
        }
    }
    return best;
}

} // namespace argosy
