// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <argosy/client/kubeconfigview.h>
#include <argosy/manifest/yaml.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// kubectl sorts the keys of YAML, but not those of JSON.
Json withSortedKeys(const Json& value)
{
    return nlohmann::json(value);
}

} // namespace

void ConfigViewCommand::start()
{
    const auto config = viewKubeconfig({.explicitFile = options().kubeconfig,
        .context = options().context,
        .raw = options().raw,
        .flatten = options().flatten,
        .minify = options().minify});
    if (!config)
        return trouble(config.error());
    if (wantsJson())
        terminal().json(*config);
    else
        terminal().outRaw(emitYaml(withSortedKeys(*config)).toUtf8());
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
