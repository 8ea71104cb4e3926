// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/ui/theme.h>

namespace argosy {

class ClusterSession;

/// How a connection is shown: glyph, word, and a sentence for whoever wants to know more.
struct ConnectionState
{
    QString icon;
    Tone tone = Tone::Unknown;
    QString word;
    QString detail;
};
/// A null cluster is "Not connected".
[[nodiscard]] ConnectionState connectionState(const ClusterSession* cluster);
/// Why the cluster is Lost or Failed, and whether it is tried again by itself; empty otherwise.
[[nodiscard]] QString failureText(const ClusterSession& cluster);
/// The context's name, "Embedded cluster", or that there is none.
[[nodiscard]] QString clusterName(const ClusterSession* cluster);

/// The steps of connecting, in order, for the connect page.
struct ConnectionStep
{
    Health::State state = Health::State::Missing; ///< Missing: not begun
    QString text;
};
[[nodiscard]] QList<ConnectionStep> connectionSteps(ClusterSession& cluster);

} // namespace argosy
