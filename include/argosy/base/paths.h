// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace argosy {

/// Where Argosy keeps its files, by the XDG base directory specification. Folders are made when they are first written
/// to.
struct Paths
{
    QString config; ///< $XDG_CONFIG_HOME/argosy: settings, access modes
    QString data; ///< $XDG_DATA_HOME/argosy: the forms that the user adds
    QString state; ///< $XDG_STATE_HOME/argosy: journal, drafts
    QString cache; ///< $XDG_CACHE_HOME/argosy: discovery

    /// From the environment; a relative or empty variable counts as unset, as the specification says.
    [[nodiscard]] static Paths fromEnvironment();
    /// All four below one folder, for tests and `--home`.
    [[nodiscard]] static Paths below(const QString& folder);
};

} // namespace argosy
