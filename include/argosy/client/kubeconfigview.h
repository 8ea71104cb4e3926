// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QString>

namespace argosy {

/// What to show of a kubeconfig; the names are those of `kubectl config view`'s flags.
struct KubeconfigView
{
    QString explicitFile;
    QString context; ///< instead of the current one, for minify
    bool raw = false; ///< with tokens, passwords, keys and certificates
    bool flatten = false; ///< files named in it become data; shows secrets too
    bool minify = false; ///< only what the context uses
};

/**
 * The merged kubeconfig as `kubectl config view` shows it, in its order of fields, lists sorted by name, paths as they
 * are written. A file that does not exist is an empty kubeconfig. Fails with Io, Parse, or Invalid where minify has no
 * context or what it names is missing, or flatten finds a file and data for the same thing.
 */
[[nodiscard]] Result<Json> viewKubeconfig(const KubeconfigView& view);

} // namespace argosy
