// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace argosy {

/// A kind without its version: what identity is made of. The core group is the empty string.
struct GroupKind
{
    QString group;
    QString kind;

    /// "NodePool.karpenter.sh", or "Secret" for the core group.
    [[nodiscard]] QString toString() const;
    bool operator==(const GroupKind&) const = default;
    friend bool operator<(const GroupKind& a, const GroupKind& b)
    {
        return a.group != b.group ? a.group < b.group : a.kind < b.kind;
    }
    friend size_t qHash(const GroupKind& k, size_t seed = 0) { return qHashMulti(seed, k.group, k.kind); }
};

/// A kind in one version.
struct Gvk
{
    QString group;
    QString version;
    QString kind;

    /// From `apiVersion` ("v1", "karpenter.sh/v1") and `kind`.
    [[nodiscard]] static Gvk from(const QString& apiVersion, const QString& kind);
    /// "v1" or "karpenter.sh/v1".
    [[nodiscard]] QString apiVersion() const;
    [[nodiscard]] GroupKind groupKind() const { return {group, kind}; }
    /// "karpenter.sh/v1 NodePool".
    [[nodiscard]] QString toString() const;
    bool operator==(const Gvk&) const = default;
    friend size_t qHash(const Gvk& k, size_t seed = 0) { return qHashMulti(seed, k.group, k.version, k.kind); }
};

} // namespace argosy
