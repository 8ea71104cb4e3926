// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/clusterid.h>
#include <argosy/kube/gvk.h>

#include <tuple>

namespace argosy {

/// The identity of an object: cluster, group, kind, namespace, name; never the version (one object is served in many).
struct ObjectRef
{
    ClusterId cluster;
    QString group;
    QString kind;
    QString nameSpace; ///< empty for cluster-scoped kinds
    QString name;

    [[nodiscard]] GroupKind groupKind() const { return {group, kind}; }
    /// For people: "NodePool/gpu".
    [[nodiscard]] QString display() const;
    /// A stable id, also used in object names of widgets: "management/NodePool.karpenter.sh/NAMESPACE/gpu" ("-" for no
    /// namespace).
    [[nodiscard]] QString id() const;

    bool operator==(const ObjectRef&) const = default;
    friend bool operator<(const ObjectRef& a, const ObjectRef& b)
    {
        return std::tie(a.cluster, a.group, a.kind, a.nameSpace, a.name)
            < std::tie(b.cluster, b.group, b.kind, b.nameSpace, b.name);
    }
    friend size_t qHash(const ObjectRef& r, size_t seed = 0)
    {
        return qHashMulti(seed, r.cluster, r.group, r.kind, r.nameSpace, r.name);
    }
};

} // namespace argosy
