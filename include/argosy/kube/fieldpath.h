// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QHashFunctions>
#include <QList>
#include <QString>

namespace argosy {

/// The way from an object's root to one of its values: member names and list indexes.
class FieldPath final
{
public:
    struct Segment
    {
        QString key; ///< empty for a list index
        qsizetype index = -1; ///< -1 for a member
        [[nodiscard]] bool isIndex() const { return index >= 0; }
        bool operator==(const Segment&) const = default;
    };

    FieldPath() = default; ///< the root

    /// From an RFC 6901 pointer, "/spec/taints/0/key". A number is a list index, as in all paths Argosy prints; map
    /// keys that are numbers are found all the same, because readers of a path ask the value which it is. Fails with
    /// Parse.
    [[nodiscard]] static Result<FieldPath> fromPointer(QStringView pointer);
    /// From the server's spelling in errors and causes: ".spec.taints[0].key", "spec.tags[a.b]",
    /// "spec.agentPoolProfiles[0]". Selectors like [name="sys"] and [=value] are kept as keys in brackets. Never fails:
    /// what does not parse becomes one key.
    [[nodiscard]] static FieldPath fromDotted(QStringView text);

    [[nodiscard]] FieldPath operator/(const QString& key) const;
    [[nodiscard]] FieldPath operator/(qsizetype index) const;

    [[nodiscard]] const QList<Segment>& segments() const { return m_segments; }
    [[nodiscard]] bool isRoot() const { return m_segments.isEmpty(); }
    [[nodiscard]] FieldPath parent() const; ///< the root's parent is the root
    [[nodiscard]] QString lastKey() const; ///< the last segment as text; empty for the root
    [[nodiscard]] bool startsWith(const FieldPath& prefix) const;
    /// RFC 6901; the root is "".
    [[nodiscard]] QString toPointer() const;
    /// For people, as kubectl writes it: "spec.taints[0].key".
    [[nodiscard]] QString toDotted() const;

    bool operator==(const FieldPath&) const = default;
    friend bool operator<(const FieldPath& a, const FieldPath& b) { return a.toPointer() < b.toPointer(); }
    friend size_t qHash(const FieldPath& p, size_t seed = 0) { return qHash(p.toPointer(), seed); }

private:
    QList<Segment> m_segments;
};

} // namespace argosy
