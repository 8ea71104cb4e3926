// SPDX-License-Identifier: GPL-3.0-or-later
#include "presets.h"

#include <argosy/kube/json.h>
#include <argosy/platform/manifests.h>

namespace argosy {

QList<std::pair<FieldPath, Json>> presetFields(const Preset& preset, const Json& nodePool)
{
    ClusterSettings settings;
    settings.nodePool = preset.nodePool;
    settings.nodeClass.name = preset.nodeClassName;
    const Json wanted = nodePoolManifest(settings, QStringLiteral("v1"));
    QList<std::pair<FieldPath, Json>> fields;
    for (const char* pointer : {"/spec/template/spec/requirements", "/spec/template/spec/taints",
             "/spec/template/spec/expireAfter", "/spec/disruption", "/spec/limits", "/spec/weight"}) {
        const Json& value = valueAt(wanted, pointer);
        if (!sameJson(value, valueAt(nodePool, pointer)))
            fields.append({FieldPath::fromPointer(QString::fromLatin1(pointer)).value_or(FieldPath()), value});
    }
    return fields;
}

} // namespace argosy
