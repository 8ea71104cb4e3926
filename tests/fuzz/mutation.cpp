// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutation.h"

namespace argosy::fuzz {

namespace {

constexpr int kMaxChanges = 4;
constexpr int kMaxPiece = 32;

class Mutation final
{
public:
    Mutation(QByteArray input, const QList<QByteArray>& others, QRandomGenerator& random)
        : m_bytes(std::move(input))
        , m_others(others)
        , m_random(random)
    { }

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    void change()
    {
        switch (m_random.bounded(6)) {
        case 0: return replaceOne(static_cast<char>(m_random.bounded(256)));
        case 1: return replaceOne(someOf(m_bytes, 1).append(' ').front());
        case 2: return insert(someOf(m_bytes, kMaxPiece));
        case 3: return insert(someOf(m_others.at(below(m_others.size())), kMaxPiece));
        case 4: return void(m_bytes.remove(below(m_bytes.size() + 1), below(kMaxPiece)));
        default: return m_bytes.truncate(below(m_bytes.size() + 1));
        }
    }

private:
    [[nodiscard]] qsizetype below(qsizetype bound) { return m_random.bounded(static_cast<int>(bound)); }

    [[nodiscard]] QByteArray someOf(const QByteArray& bytes, qsizetype atMost)
    {
        return bytes.mid(below(bytes.size() + 1), below(atMost) + 1);
    }

    void insert(const QByteArray& piece) { m_bytes.insert(below(m_bytes.size() + 1), piece); }

    void replaceOne(char byte)
    {
        if (!m_bytes.isEmpty())
            m_bytes[below(m_bytes.size())] = byte;
    }

    QByteArray m_bytes;
    const QList<QByteArray>& m_others;
    QRandomGenerator& m_random;
};

} // namespace

QByteArray mutated(const QByteArray& input, const QList<QByteArray>& others, QRandomGenerator& random)
{
    Mutation mutation(input, others, random);
    for (int changes = random.bounded(kMaxChanges) + 1; changes > 0; --changes)
        mutation.change();
    return mutation.bytes();
}

} // namespace argosy::fuzz
