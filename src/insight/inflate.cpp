// SPDX-License-Identifier: GPL-3.0-or-later
#include "inflate.h"

#include <argosy/base/inflater.h>

namespace argosy {

std::optional<QByteArray> gunzip(const QByteArray& packed, qsizetype limit)
{
    Inflater inflater;
    inflater.add(packed);
    QByteArray unpacked;
    for (QByteArray piece = inflater.next(); !piece.isEmpty(); piece = inflater.next()) {
        unpacked += piece;
        if (unpacked.size() > limit)
            return {};
    }
    return inflater.hasEnded() && !inflater.isBroken() ? std::optional(unpacked) : std::nullopt;
}

} // namespace argosy
