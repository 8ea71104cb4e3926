// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/apicatalog.h>

namespace argosy {

QString ApiResource::groupVersionPath() const
{
    return gvk.group.isEmpty() ? QStringLiteral("/api/") + gvk.version : QStringLiteral("/apis/") + gvk.apiVersion();
}

QString ApiResource::path(const QString& nameSpace, const QString& name) const
{
    QString path = groupVersionPath();
    if (namespaced && !nameSpace.isEmpty())
        path += QStringLiteral("/namespaces/") + nameSpace;
    path += u'/' + plural;
    return name.isEmpty() ? path : path + u'/' + name;
}

QString ApiResource::toString() const
{
    return gvk.group.isEmpty() ? plural : plural + u'.' + gvk.group;
}

ApiCatalog::ApiCatalog(QList<ApiResource> resources)
    : m_resources(std::move(resources))
{
    for (qsizetype i = 0; i < m_resources.size(); ++i)
        m_byKind[m_resources.at(i).gvk.groupKind()].append(i);
}

bool ApiCatalog::hasGroup(const QString& group) const
{
    return std::ranges::any_of(m_resources, [&](const ApiResource& r) { return r.gvk.group == group; });
}

std::optional<ApiResource> ApiCatalog::find(const Gvk& gvk) const
{
    for (const qsizetype i : m_byKind.value(gvk.groupKind()))
        if (m_resources.at(i).gvk.version == gvk.version)
            return m_resources.at(i);
    return std::nullopt;
}

QStringList ApiCatalog::versions(const GroupKind& kind) const
{
    QStringList versions;
    for (const qsizetype i : m_byKind.value(kind))
        versions.append(m_resources.at(i).gvk.version);
    return versions;
}

std::optional<ApiResource> ApiCatalog::preferred(const GroupKind& kind) const
{
    const QList<qsizetype> known = m_byKind.value(kind);
    return known.isEmpty() ? std::nullopt : std::optional(m_resources.at(known.first()));
}

std::optional<ApiResource> ApiCatalog::findByName(const QString& name) const
{
    const qsizetype dot = name.indexOf(u'.');
    const QString word = (dot < 0 ? name : name.left(dot)).toLower();
    const QString group = dot < 0 ? QString() : name.mid(dot + 1).toLower();
    for (const ApiResource& resource : m_resources) {
        const bool named = resource.gvk.kind.toLower() == word || resource.plural == word || resource.singular == word
            || resource.shortNames.contains(word);
        if (named && (group.isEmpty() || resource.gvk.group == group))
            return resource;
    }
    return std::nullopt;
}

} // namespace argosy
