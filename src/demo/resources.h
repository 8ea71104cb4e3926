// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "objecttable.h"

#include <argosy/kube/gvk.h>
#include <argosy/schema/schema.h>

#include <QStringList>

#include <map>

namespace argosy::demo {

/// One kind in one version, as this server serves it.
struct Resource
{
    Gvk gvk;
    QString plural;
    QString singular;
    QStringList shortNames;
    QStringList categories;
    QStringList verbs;
    bool namespaced = false;
    bool hasStatus = false;
    bool builtIn = false; ///< served by Kubernetes itself and not through a CRD; its errors are worded otherwise
    bool hasRules = false; ///< its schema has CEL rules, which come after all other checks
    SchemaNodePtr schema; ///< never null
    QByteArray printerColumns;

    [[nodiscard]] ResourceKey key() const { return {.group = gvk.group, .plural = plural}; }
    [[nodiscard]] bool allows(const QString& verb) const { return verbs.contains(verb); }
};

/// True for groups that Kubernetes has by itself.
[[nodiscard]] bool isBuiltInGroup(const QString& group);

/// What the server serves: the kinds of a schema set, CRDs as objects, and the reviews.
class ResourceCatalog final
{
public:
    struct Group
    {
        QString name;
        QStringList versions; ///< the preferred one first, by Kubernetes' order of versions
    };

    explicit ResourceCatalog(const SchemaSet& schemas);

    /// Null where it is not served.
    [[nodiscard]] const Resource* find(const QString& group, const QString& version, const QString& plural) const;
    /// In any version.
    [[nodiscard]] const Resource* findKind(const QString& group, const QString& kind) const;
    [[nodiscard]] bool serves(const QString& group, const QString& version) const;
    /// By name, without the core group.
    [[nodiscard]] QList<Group> groups() const;
    /// By plural.
    [[nodiscard]] QList<const Resource*> of(const QString& group, const QString& version) const;

private:
    void insert(Resource resource);

    std::map<std::tuple<QString, QString, QString>, Resource> m_resources; ///< by group, version and plural
};

/// The custom resource definitions that such a server has, with Established conditions.
[[nodiscard]] QList<Json> customResourceDefinitions(const SchemaSet& schemas, const QString& now);

/// Kubernetes' order of versions: v2 before v1 before v1beta2 before v1alpha1, then all others by alphabet.
[[nodiscard]] bool isPreferredVersion(const QString& a, const QString& b);

} // namespace argosy::demo
