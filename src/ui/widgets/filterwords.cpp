// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterwords.h"

namespace argosy {

QStringList filterWords(const QString& typed)
{
    return typed.split(u' ', Qt::SkipEmptyParts);
}

bool hasWords(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(
        words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace argosy
