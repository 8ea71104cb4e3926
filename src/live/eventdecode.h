// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changeset.h"

namespace argosy {

/// A batch of watch events, decoded in order.
struct DecodedEvents
{
    QList<ObjectChange> changes;
    /// So many of the changes came before the bookmark that ends the initial events, where that is among the lines.
    std::optional<qsizetype> initialEnd;
    QString resourceVersion; ///< of the last event, bookmarks too; where a watch resumes
    std::optional<ApiStatus> error; ///< an ERROR event; what came after it is left out
    QList<Error> broken; ///< objects that did not decode, one by one
    std::optional<Error> garbled; ///< a line that is no event: nobody knows what it said; what came after is left out
};

/// Decodes lines of a watch. Thread-safe, never throws.
[[nodiscard]] DecodedEvents decodeEvents(const ClusterId& cluster, const Gvk& kind, const QList<QByteArray>& lines,
    ObjectDetail detail = ObjectDetail::Full);

} // namespace argosy
