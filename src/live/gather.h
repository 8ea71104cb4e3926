// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventdecode.h"

namespace argosy {

// A kind's content while it arrives in parts. Each part is put to what came before it as soon as it is there, so that
// the last one leaves little to do. Thread-safe, never throw.

/// What the pages of a list have brought so far.
struct GatheredPages
{
    KindObjects objects;
    QList<Error> broken; ///< items of these pages that did not decode
    std::optional<Error> failure; ///< a page that is no list; what came after it is left out
};
[[nodiscard]] GatheredPages gatherPages(KindObjects objects, const ClusterId& cluster, const Gvk& kind,
    const QList<QByteArray>& pages, ObjectDetail detail);

/// What the initial events of a watch have brought so far. What changes while they come is among them; of several words
/// on an object the last counts.
struct GatheredEvents
{
    KindObjects objects;
    DecodedEvents events; ///< without the changes that were gathered
};
[[nodiscard]] GatheredEvents gatherInitial(KindObjects objects, DecodedEvents events);

} // namespace argosy
