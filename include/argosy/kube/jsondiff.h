// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/fieldpath.h>
#include <argosy/kube/json.h>

#include <QByteArray>
#include <QList>

namespace argosy {

/// One difference between two values. Values are compact JSON.
struct FieldChange
{
    enum class Op
    {
        Add,
        Remove,
        Replace
    };
    Op op = Op::Replace;
    FieldPath path;
    QByteArray from; ///< empty for Add
    QByteArray to; ///< empty for Remove
    bool operator==(const FieldChange&) const = default;
};

/// "add", "remove", "replace": for JSON.
[[nodiscard]] QString toWord(FieldChange::Op op);

/// What turns `before` into `after`. The order of an object's keys does not matter; lists are compared by position.
[[nodiscard]] QList<FieldChange> diffJson(const Json& before, const Json& after);

/// A copy without what a server adds and people do not review: managedFields, resourceVersion, uid, generation,
/// creationTimestamp, selfLink, the last-applied annotation, and status.
[[nodiscard]] Json withoutNoise(const Json& object);

} // namespace argosy
