// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/gvk.h>

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

namespace argosy {

/// One kind in one version, as a server serves it.
struct ApiResource
{
    Gvk gvk;
    QString plural;
    QString singular;
    QStringList shortNames;
    QStringList categories;
    QStringList verbs;
    bool namespaced = false;
    bool hasStatus = false; ///< the status subresource exists

    /// "/api/v1" or "/apis/karpenter.sh/v1".
    [[nodiscard]] QString groupVersionPath() const;
    /// The path of the collection or, with a name, of one object. The namespace is left out for cluster-scoped kinds.
    [[nodiscard]] QString path(const QString& nameSpace, const QString& name = {}) const;
    /// "nodepools.karpenter.sh".
    [[nodiscard]] QString toString() const;
    bool operator==(const ApiResource&) const = default;
};

/// What a server serves: groups, versions, scope. A value; empty until discovery has answered.
class ApiCatalog final
{
public:
    ApiCatalog() = default;
    /// `resources` in the server's order of preference within each group.
    explicit ApiCatalog(QList<ApiResource> resources);

    [[nodiscard]] bool isEmpty() const { return m_resources.isEmpty(); }
    [[nodiscard]] const QList<ApiResource>& resources() const { return m_resources; }
    [[nodiscard]] bool hasGroup(const QString& group) const;
    [[nodiscard]] std::optional<ApiResource> find(const Gvk& gvk) const;
    /// The versions in which the kind is served, the server's preferred one first.
    [[nodiscard]] QStringList versions(const GroupKind& kind) const;
    /// The kind in the server's preferred version.
    [[nodiscard]] std::optional<ApiResource> preferred(const GroupKind& kind) const;
    /// What a person typed: kind, plural, singular or short name, each with `.group` if need be, in any case.
    [[nodiscard]] std::optional<ApiResource> findByName(const QString& name) const;

    bool operator==(const ApiCatalog& other) const { return m_resources == other.m_resources; }

private:
    QList<ApiResource> m_resources;
    QHash<GroupKind, QList<qsizetype>> m_byKind;
};

} // namespace argosy
