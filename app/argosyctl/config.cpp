// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <argosy/client/kubeconfigview.h>
#include <argosy/session/accessmodes.h>

#include <nlohmann/json.hpp>

namespace argosy {

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
        terminal().yaml(*config);
    Q_EMIT finished(exitcode::kDone);
}

/// Without connecting: the context may be of no use yet, or any more.
void ConfigModeCommand::start()
{
    const auto config = loadKubeconfig(options().kubeconfig);
    if (!config)
        return trouble(config.error());
    const auto context = identityOf(*config, options().context);
    if (!context)
        return trouble(context.error());
    AccessModes modes(Paths::fromEnvironment());
    const std::optional<AccessMode> wanted = accessModeFrom(options().mode);
    if (const auto kept = wanted ? modes.setMode(*context, *wanted) : Result<>(); !kept)
        return trouble(kept.error());
    const auto mode = modes.modeOf(*context);
    if (!mode)
        return trouble(mode.error());
    terminal().out(toWord(*mode));
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
