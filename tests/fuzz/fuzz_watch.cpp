// SPDX-License-Identifier: GPL-3.0-or-later
// However the network cuts a stream, its lines are the same; whatever they say, each is a change, a bookmark, an error,
// a broken object or ends the batch. Lists are read the same way.
#include "fuzz.h"

#include "eventdecode.h"
#include "lineframer.h"

#include <argosy/kube/object.h>

#include <nlohmann/json.hpp>

using namespace argosy;
using fuzz::require;

namespace {

const Gvk kKind{QStringLiteral("karpenter.sh"), QStringLiteral("v1"), QStringLiteral("NodePool")};
constexpr qsizetype kMaxLine = 4096;

QList<QByteArray> framed(QByteArrayView stream, qsizetype piece)
{
    LineFramer framer(kMaxLine);
    QList<QByteArray> lines;
    for (; !stream.isEmpty(); stream = stream.sliced(std::min(piece, stream.size())))
        lines += framer.feed(stream.first(std::min(piece, stream.size())));
    require(framer.pending() <= kMaxLine);
    return lines;
}

void readBack(const ObjectPtr& object)
{
    require(object && !object->ref().name.isEmpty());
    require(object->body().is_object());
}

} // namespace

/// The first byte says how long the pieces are.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView stream = fuzz::bytes(data + 1, size - 1);
    const QList<QByteArray> lines = framed(stream, 1 + data[0]);
    require(lines == framed(stream, 1));
    const DecodedEvents events = decodeEvents(ClusterId::management(), kKind, lines);
    require(events.changes.size() + events.broken.size() <= lines.size());
    for (const ObjectChange& change : events.changes)
        readBack(change.object);
    if (const auto list = decodeList(ClusterId::management(), stream, kKind)) {
        for (const ObjectPtr& object : list->items)
            readBack(object);
    }
    return 0;
}
