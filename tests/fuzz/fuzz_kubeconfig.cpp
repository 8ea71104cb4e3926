// SPDX-License-Identifier: GPL-3.0-or-later
// Any kubeconfig is read or refused, and so is what an exec plugin prints; what contexts lead to is complete.
#include "fuzz.h"

#include <argosy/client/connection.h>

#include "execcredential.h"

using namespace argosy;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray yaml = fuzz::bytes(data, size).toByteArray();
    const ExecPlugin plugin{.apiVersion = ExecPlugin::kV1, .command = QStringLiteral("plugin")};
    (void)execCredential(plugin, Secret(yaml));
    const auto config = parseKubeconfig(yaml, QStringLiteral("/home/a/.kube"), QStringLiteral("fuzz"));
    if (!config)
        return 0;
    for (const KubeContext& context : config->contexts) {
        require(config->context(context.name) != nullptr);
        if (const auto endpoint = endpointFor(*config, context.name, ClusterId::management()))
            require(!endpoint->server.server.isEmpty() && !endpoint->defaultNamespace.isEmpty());
    }
    return 0;
}
