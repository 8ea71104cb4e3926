// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/textmap.h>

namespace argosy {

TextMap::TextMap(QList<Entry> entries)
    : m_entries(std::move(entries))
{
    std::ranges::stable_sort(m_entries, {}, &Entry::first);
    const auto isOverruled = [](const Entry& entry, const Entry& next) { return entry.first == next.first; };
    const auto kept = std::unique(m_entries.rbegin(), m_entries.rend(), isOverruled).base();
    m_entries.erase(m_entries.cbegin(), QList<Entry>::const_iterator(kept));
}

} // namespace argosy
