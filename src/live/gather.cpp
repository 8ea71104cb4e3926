// SPDX-License-Identifier: GPL-3.0-or-later
#include "gather.h"

namespace argosy {

GatheredPages gatherPages(
    KindObjects objects, const ClusterId& cluster, const Gvk& kind, const QList<QByteArray>& pages, ObjectDetail detail)
{
    GatheredPages gathered{.objects = std::move(objects), .broken = {}, .failure = {}};
    for (const QByteArray& page : pages) {
        const Result<ObjectList> list = decodeList(cluster, page, kind, detail);
        if (!list) {
            gathered.failure = list.error();
            break;
        }
        for (const ObjectPtr& object : list->items)
            gathered.objects.put(object);
        gathered.broken.append(list->broken);
    }
    return gathered;
}

GatheredEvents gatherInitial(KindObjects objects, DecodedEvents events)
{
    const qsizetype initial = events.initialEnd.value_or(events.changes.size());
    for (const ObjectChange& change : std::as_const(events.changes).first(initial)) {
        if (change.removed)
            objects.take(change.object->ref().nameSpace, change.object->ref().name);
        else
            objects.put(change.object);
    }
    events.changes.remove(0, initial);
    return {.objects = std::move(objects), .events = std::move(events)};
}

} // namespace argosy
