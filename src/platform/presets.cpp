// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/settings.h>

#include <argosy/platform/kinds.h>

#include "resources.h"

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QList<Requirement> requirements(const Json& rows)
{
    QList<Requirement> list;
    for (const Json& row : rows)
        list.append({textAt(row, "/key"), textAt(row, "/operator"), textsOf(member(row, "values"))});
    return list;
}

NodePoolSettings poolOf(const Json& row)
{
    NodePoolSettings pool;
    pool.name = textAt(row, "/id");
    pool.weight = member(row, "weight").get<int>();
    pool.cpuLimit = textAt(row, "/cpuLimit");
    pool.memoryLimit = textAt(row, "/memoryLimit");
    pool.consolidationPolicy = textAt(row, "/consolidationPolicy");
    pool.consolidateAfter = textAt(row, "/consolidateAfter");
    pool.expireAfter = textAt(row, "/expireAfter");
    pool.requirements = requirements(member(row, "requirements"));
    const Json& taint = member(row, "taint");
    if (taint.is_object())
        pool.taints = {{textAt(taint, "/key"), textAt(taint, "/value"), textAt(taint, "/effect")}};
    return pool;
}

QList<Preset> loadPresets()
{
    QList<Preset> list;
    const Json rows = builtinJson(u"presets.json"_s);
    for (const Json& row : rows)
        list.append({
            .id = textAt(row, "/id"),
            .title = resourceMessage(row, "title"),
            .description = resourceMessage(row, "description"),
            .nodeClassName = textAt(row, "/nodeClass"),
            .nodePool = poolOf(row),
        });
    return list;
}

} // namespace

const QList<Preset>& presets()
{
    static const QList<Preset> kPresets = loadPresets();
    return kPresets;
}

Result<> applyPreset(ClusterSettings& settings, const QString& preset)
{
    const auto found = std::ranges::find(presets(), preset, &Preset::id);
    if (found == presets().cend()) {
        QStringList ids;
        for (const Preset& known : presets())
            ids.append(known.id);
        return fail(ErrorKind::NotFound,
            message("platform", "There is no preset “%1”; there are %2.", {preset, ids.join(u", "_s)}));
    }
    settings.preset = preset;
    settings.nodeClass.name = found->nodeClassName;
    settings.nodePool = found->nodePool;
    return {};
}

Result<ClusterSettings> newCluster(const QString& name, const QString& location, const QString& preset)
{
    ClusterSettings settings;
    settings.name = name;
    settings.location = location;
    settings.resourceGroup = "rg-"_L1 + name;
    settings.dnsPrefix = name;
    settings.kubeconfigSecret = name + "-kubeconfig"_L1;
    if (!hasZones(location))
        settings.systemPool.zones.clear();
    if (auto applied = applyPreset(settings, preset); !applied)
        return fail(applied.error());
    return settings;
}

} // namespace argosy
