// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/platform/workflow.h>

#include <nlohmann/json.hpp>

namespace argosy {

ClusterSettings settingsOf(const QList<Json>& manifests)
{
    ClusterSettings settings;
    for (const Json& manifest : manifests) {
        if (textAt(manifest, "/kind") != u"ManagedCluster")
            continue;
        settings.name = textAt(manifest, "/metadata/name");
        settings.nameSpace = textAt(manifest, "/metadata/namespace");
        for (const char* which :
            {"/spec/operatorSpec/secrets/userCredentials", "/spec/operatorSpec/secrets/adminCredentials"}) {
            const Json& secret = valueAt(manifest, which);
            if (textAt(secret, "/name").isEmpty())
                continue;
            settings.kubeconfigSecret = textAt(secret, "/name");
            settings.kubeconfigKey = textAt(secret, "/key");
        }
    }
    return settings;
}

} // namespace argosy
