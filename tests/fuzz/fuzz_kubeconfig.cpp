// SPDX-License-Identifier: GPL-3.0-or-later
// Any kubeconfig is read or refused; what contexts lead to is complete.
#include "fuzz.h"

#include <argosy/client/connection.h>

using namespace argosy;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray yaml = fuzz::bytes(data, size).toByteArray();
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
