// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/session/clustersession.h>
#include <argosy/ui/theme.h>

namespace argosy {

/// How up to date what is shown is.
struct WatchSummary
{
    enum class Level
    {
        None, ///< no cluster
        Loading, ///< first lists are on their way
        Live,
        Partial, ///< some kinds may not be listed, or are not there
        Lost, ///< what is shown grows old
        Failed, ///< nothing to show
    };
    Level level = Level::None;
    QString word; ///< for the pill: "Live"
    QString sentence; ///< for a banner or an empty page; empty where there is nothing to explain
    bool operator==(const WatchSummary&) const = default;

    [[nodiscard]] QString icon() const;
    [[nodiscard]] Tone tone() const;
};

/// Of a cluster that may be null.
[[nodiscard]] WatchSummary watchStateOf(ClusterSession* cluster);
/// The part that follows from the kinds, for a cluster that is Ready. Pure.
[[nodiscard]] WatchSummary watchStateOf(const QHash<GroupKind, Store::KindState>& kinds);

} // namespace argosy
