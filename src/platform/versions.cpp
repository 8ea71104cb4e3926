// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/versions.h>

#include <argosy/platform/kinds.h>

#include <array>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// "v1api20240402preview" and the newer "v20251002preview" carry the date of Azure's API version; 0 for any other form.
int dateOf(QStringView version)
{
    if (version.startsWith("v1api"_L1))
        version = version.sliced(5);
    else if (version.startsWith(u'v'))
        version = version.sliced(1);
    if (isPreviewVersion(version))
        version.chop(7);
    bool isNumber = false;
    const int date = version.toInt(&isNumber);
    return isNumber && version.size() == 8 ? date : 0;
}

bool isOperatorGroup(const QString& group)
{
    return group.endsWith(".azure.com"_L1) && group != "karpenter.azure.com"_L1;
}

/// The newest of those that pass, or empty.
QString newest(const QStringList& versions, const std::function<bool(const QString&)>& passes)
{
    QString best;
    for (const QString& version : versions)
        if (passes(version) && (best.isEmpty() || dateOf(version) > dateOf(best)))
            best = version;
    return best;
}

bool isStable(const QString& version)
{
    return !isPreviewVersion(version);
}

QString chooseManagedCluster(const QStringList& versions, const SchemaSet& schemas)
{
    const auto provisions = [&schemas](const QString& version) { return hasNodeProvisioning(version, schemas); };
    QString chosen = newest(versions, [&](const QString& v) { return isStable(v) && provisions(v); });
    if (chosen.isEmpty())
        chosen = newest(versions, provisions);
    return chosen;
}

} // namespace

bool isPreviewVersion(QStringView version)
{
    return version.endsWith("preview"_L1);
}

bool isRetiredVersion(const Gvk& gvk)
{
    // The operator dropped these after Azure had retired the API behind them.
    constexpr std::array kRetired{20210501, 20230201, 20231001, 20231102, 20240402};
    return gvk.group == managedCluster().group && std::ranges::find(kRetired, dateOf(gvk.version)) != kRetired.end();
}

bool hasNodeProvisioning(const QString& managedClusterVersion, const SchemaSet& schemas)
{
    const KindSchema* schema = schemas.find({managedCluster().group, managedClusterVersion, managedCluster().kind});
    if (schema && schema->root) {
        const SchemaNode* spec = schema->root->child(u"spec"_s);
        return spec && spec->child(u"nodeProvisioningProfile"_s);
    }
    // A version nobody gave a schema for: the field came with these API versions and stayed.
    constexpr int kFirstPreview = 20231102;
    constexpr int kFirstStable = 20250801;
    return dateOf(managedClusterVersion) >= (isPreviewVersion(managedClusterVersion) ? kFirstPreview : kFirstStable);
}

QString chooseVersion(const GroupKind& kind, const SchemaSet& schemas, const ApiCatalog* catalog)
{
    QStringList candidates = catalog ? catalog->versions(kind) : QStringList();
    if (candidates.isEmpty())
        candidates = schemas.versions(kind);
    QString chosen;
    if (kind == managedCluster())
        chosen = chooseManagedCluster(candidates, schemas);
    if (chosen.isEmpty() && isOperatorGroup(kind.group))
        chosen = newest(candidates, isStable);
    return chosen.isEmpty() ? candidates.value(0) : chosen;
}

} // namespace argosy
