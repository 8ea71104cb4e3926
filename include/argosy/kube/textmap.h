// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace argosy {

/// Labels or annotations: a few texts by key, sorted. A hash of this size costs 2.4 KB (measured with Qt 6.4), this one
/// what is in it.
class TextMap final
{
public:
    using Entry = std::pair<QString, QString>;

    TextMap() = default;
    /// Of several entries with one key the last counts.
    explicit TextMap(QList<Entry> entries);

    [[nodiscard]] QString value(QStringView key) const { return contains(key) ? find(key)->second : QString(); }
    [[nodiscard]] bool contains(QStringView key) const
    {
        const auto entry = find(key);
        return entry != m_entries.cend() && entry->first == key;
    }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_entries.size(); }
    [[nodiscard]] auto begin() const { return m_entries.cbegin(); }
    [[nodiscard]] auto end() const { return m_entries.cend(); }
    bool operator==(const TextMap&) const = default;

private:
    [[nodiscard]] QList<Entry>::const_iterator find(QStringView key) const
    {
        return std::lower_bound(m_entries.cbegin(), m_entries.cend(), key,
            [](const Entry& entry, QStringView wanted) { return entry.first < wanted; });
    }

    QList<Entry> m_entries;
};

} // namespace argosy
