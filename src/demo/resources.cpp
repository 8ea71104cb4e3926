// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"

#include "text.h"

#include <argosy/schema/openapi.h>

#include <QRegularExpression>

#include <set>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

const QStringList& allVerbs()
{
    static const QStringList verbs{
        u"create"_s, u"delete"_s, u"deletecollection"_s, u"get"_s, u"list"_s, u"patch"_s, u"update"_s, u"watch"_s};
    return verbs;
}

SchemaNodePtr openNode()
{
    auto node = std::make_shared<SchemaNode>();
    node->type = SchemaNode::Type::Object;
    node->preserveUnknownFields = true;
    return node;
}

bool findRules(const SchemaNode* node, std::set<const SchemaNode*>& seen)
{
    if (!node || !seen.insert(node).second)
        return false;
    const auto inPart = [&seen](const auto& entry) { return findRules(entry.second.get(), seen); };
    return !node->rules.isEmpty() || findRules(node->items.get(), seen)
        || findRules(node->additionalProperties.get(), seen)
        || std::any_of(node->properties.cbegin(), node->properties.cend(), inPart);
}

bool hasRules(const SchemaNode& root)
{
    std::set<const SchemaNode*> seen;
    return findRules(&root, seen);
}

/// What "kubectl get all" means.
QStringList categoriesOf(const KindSchema& kind)
{
    static const QStringList all{
        u"pods"_s, u"services"_s, u"daemonsets"_s, u"deployments"_s, u"replicasets"_s, u"statefulsets"_s, u"jobs"_s};
    if (kind.categories.isEmpty() && isBuiltInGroup(kind.gvk.group) && all.contains(kind.plural))
        return {u"all"_s};
    return kind.categories;
}

Resource fromSchema(const KindSchema& kind)
{
    return {.gvk = kind.gvk,
        .plural = kind.plural,
        .singular = kind.singular,
        .shortNames = kind.shortNames,
        .categories = categoriesOf(kind),
        .verbs = allVerbs(),
        .namespaced = kind.namespaced,
        .hasStatus = kind.hasStatus,
        .builtIn = isBuiltInGroup(kind.gvk.group),
        .hasRules = hasRules(*kind.root),
        .schema = kind.root,
        .printerColumns = kind.printerColumns};
}

Resource review(const QString& group, const QString& kind)
{
    const QString singular = kind.toLower();
    return {.gvk = {group, u"v1"_s, kind},
        .plural = singular + u's',
        .singular = singular,
        .shortNames = {},
        .categories = {},
        .verbs = {u"create"_s},
        .namespaced = false,
        .hasStatus = false,
        .builtIn = true,
        .schema = openNode(),
        .printerColumns = {}};
}

Resource definitions()
{
    return {.gvk = {u"apiextensions.k8s.io"_s, u"v1"_s, u"CustomResourceDefinition"_s},
        .plural = u"customresourcedefinitions"_s,
        .singular = u"customresourcedefinition"_s,
        .shortNames = {u"crd"_s, u"crds"_s},
        .categories = {u"api-extensions"_s},
        .verbs = {u"get"_s, u"list"_s, u"watch"_s},
        .namespaced = false,
        .hasStatus = false,
        .builtIn = true,
        .schema = openNode(),
        .printerColumns = {}};
}

/// Sorts a conforming version ("v1", "v2beta3") before others: level, then major, then minor.
std::tuple<int, int, int> rank(const QString& version)
{
    static const QRegularExpression pattern(uR"(^v([1-9][0-9]*)(?:(alpha|beta)([1-9][0-9]*))?$)"_s);
    const QRegularExpressionMatch match = pattern.match(version);
    if (!match.hasMatch())
        return {-1, 0, 0};
    const QString level = match.captured(2);
    return {level.isEmpty() ? 2 : level == u"beta" ? 1 : 0, match.captured(1).toInt(), match.captured(3).toInt()};
}

Json condition(const char* type, const char* reason, const char* message, const QString& now)
{
    return {
        {"lastTransitionTime", str(now)}, {"message", message}, {"reason", reason}, {"status", "True"}, {"type", type}};
}

} // namespace

bool isBuiltInGroup(const QString& group)
{
    return !group.contains(u'.') || group.endsWith(u".k8s.io");
}

bool isPreferredVersion(const QString& a, const QString& b)
{
    const auto rankA = rank(a);
    const auto rankB = rank(b);
    return rankA != rankB ? rankA > rankB : a < b;
}

ResourceCatalog::ResourceCatalog(const SchemaSet& schemas)
{
    for (const KindSchema* kind : schemas.all())
        insert(fromSchema(*kind));
    insert(definitions());
    insert(review(u"authorization.k8s.io"_s, u"SelfSubjectAccessReview"_s));
    insert(review(u"authorization.k8s.io"_s, u"SelfSubjectRulesReview"_s));
    insert(review(u"authentication.k8s.io"_s, u"SelfSubjectReview"_s));
}

void ResourceCatalog::insert(Resource resource)
{
    const std::tuple key{resource.gvk.group, resource.gvk.version, resource.plural};
    m_resources.insert_or_assign(key, std::move(resource));
}

const Resource* ResourceCatalog::find(const QString& group, const QString& version, const QString& plural) const
{
    const auto found = m_resources.find({group, version, plural});
    return found == m_resources.end() ? nullptr : &found->second;
}

const Resource* ResourceCatalog::findKind(const QString& group, const QString& kind) const
{
    for (const auto& [key, resource] : m_resources) {
        if (resource.gvk.group == group && resource.gvk.kind == kind)
            return &resource;
    }
    return nullptr;
}

bool ResourceCatalog::serves(const QString& group, const QString& version) const
{
    return !of(group, version).isEmpty();
}

QList<ResourceCatalog::Group> ResourceCatalog::groups() const
{
    std::map<QString, QStringList> versions;
    for (const auto& [key, resource] : m_resources) {
        const auto& [group, version, plural] = key;
        if (!group.isEmpty() && !versions[group].contains(version))
            versions[group].append(version);
    }
    QList<Group> groups;
    for (auto& [name, all] : versions) {
        std::sort(all.begin(), all.end(), isPreferredVersion);
        groups.append({.name = name, .versions = all});
    }
    return groups;
}

QList<const Resource*> ResourceCatalog::of(const QString& group, const QString& version) const
{
    QList<const Resource*> found;
    for (auto at = m_resources.lower_bound({group, version, QString()}); at != m_resources.end(); ++at) {
        if (std::get<0>(at->first) != group || std::get<1>(at->first) != version)
            break;
        found.append(&at->second);
    }
    return found;
}

QList<Json> customResourceDefinitions(const SchemaSet& schemas, const QString& now)
{
    std::map<GroupKind, QList<KindSchema>> kinds;
    for (const KindSchema* kind : schemas.all()) {
        if (!isBuiltInGroup(kind->gvk.group))
            kinds[kind->gvk.groupKind()].append(*kind);
    }
    QList<Json> definitions;
    for (auto& [kind, versions] : kinds) {
        std::sort(versions.begin(), versions.end(),
            [](const KindSchema& a, const KindSchema& b) { return isPreferredVersion(a.gvk.version, b.gvk.version); });
        Json definition = toCrd(versions);
        Json stored = Json::array();
        for (const Json& version : valueAt(definition, "/spec/versions")) {
            if (member(version, "storage") == Json(true))
                stored.push_back(member(version, "name"));
        }
        definition["status"] = Json{{"acceptedNames", valueAt(definition, "/spec/names")},
            {"conditions",
                Json::array({condition("NamesAccepted", "NoConflicts", "no conflicts found", now),
                    condition("Established", "InitialNamesAccepted", "the initial names have been accepted", now)})},
            {"storedVersions", std::move(stored)}};
        definitions.append(std::move(definition));
    }
    return definitions;
}

} // namespace argosy::demo
