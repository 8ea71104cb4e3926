// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QList>

namespace argosy {

/**
 * A hash of which many versions live side by side: a copy costs a reference count, and a change to it copies the bucket
 * that changes, not the whole. QHash copies all 50,000 objects of a kind for one that changed.
 */
template <class Key, class Value> class SharedHash final
{
public:
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    [[nodiscard]] const Value* find(const Key& key) const
    {
        if (m_buckets.isEmpty())
            return nullptr;
        const size_t hash = qHash(key, size_t(0));
        for (const Entry& entry : m_buckets.at(place(hash))) {
            if (entry.hash == hash && entry.key == key)
                return &entry.value;
        }
        return nullptr;
    }
    [[nodiscard]] Value value(const Key& key) const
    {
        const Value* found = find(key);
        return found ? *found : Value();
    }

    /// The value to change, made if it is not there.
    Value& operator[](const Key& key)
    {
        const size_t hash = qHash(key, size_t(0));
        if (m_size >= m_buckets.size() * kPerBucket)
            grow();
        QList<Entry>& bucket = m_buckets[place(hash)];
        for (Entry& entry : bucket) {
            if (entry.hash == hash && entry.key == key)
                return entry.value;
        }
        ++m_size;
        bucket.append(Entry{hash, key, {}});
        return bucket.last().value;
    }

    void remove(const Key& key)
    {
        if (!find(key))
            return;
        const size_t hash = qHash(key, size_t(0));
        m_buckets[place(hash)].removeIf([&](const Entry& entry) { return entry.hash == hash && entry.key == key; });
        --m_size;
    }

    template <class Use> void forEach(const Use& use) const
    {
        for (const QList<Entry>& bucket : m_buckets) {
            for (const Entry& entry : bucket)
                use(entry.key, entry.value);
        }
    }

private:
    static constexpr qsizetype kPerBucket = 8;

    struct Entry
    {
        size_t hash = 0;
        Key key;
        Value value;
    };

    /// The number of buckets is a power of two.
    [[nodiscard]] qsizetype place(size_t hash) const { return qsizetype(hash & size_t(m_buckets.size() - 1)); }

    void grow()
    {
        QList<QList<Entry>> old = std::exchange(m_buckets, {});
        m_buckets.resize(std::max<qsizetype>(1, old.size() * 2));
        for (const QList<Entry>& bucket : std::as_const(old)) {
            for (const Entry& entry : bucket)
                m_buckets[place(entry.hash)].append(entry);
        }
    }

    QList<QList<Entry>> m_buckets;
    qsizetype m_size = 0;
};

} // namespace argosy
