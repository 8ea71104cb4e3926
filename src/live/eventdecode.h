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
    QList<Error> broken; ///< events that did not decode, one by one
};

/// Decodes lines of a watch. Thread-safe, never throws.
[[nodiscard]] DecodedEvents decodeEvents(const ClusterId& cluster, const Gvk& kind, const QList<QByteArray>& lines,
    ObjectDetail detail = ObjectDetail::Full);

} // namespace argosy
