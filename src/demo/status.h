// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "objecttable.h"

#include <argosy/base/result.h>

namespace argosy::demo {

/// Errors that carry the Status which a real API server answers, in its words.

struct StatusDetails
{
    QString name;
    QString group;
    QString kind; ///< of most failures the plural; of Invalid the kind itself
    QList<StatusCause> causes;
};

[[nodiscard]] Error apiError(int code, const QString& reason, const QString& text, const StatusDetails& details = {});

/// "nodepools.karpenter.sh", or "secrets" for the core group.
[[nodiscard]] QString qualified(const QString& name, const QString& group);

[[nodiscard]] Error notFound(const ResourceKey& resource, const QString& name);
[[nodiscard]] Error noSuchPath();
[[nodiscard]] Error alreadyExists(const ResourceKey& resource, const QString& name);
[[nodiscard]] Error conflict(const QString& kind, const QString& group, const QString& name, const QString& why);
/// The resourceVersion that was sent is not the live one.
[[nodiscard]] Error modifiedMeanwhile(const ResourceKey& resource, const QString& name);
[[nodiscard]] Error badRequest(const QString& text);
[[nodiscard]] Error invalid(const QString& kind, const QString& group, const QString& name, QList<StatusCause> causes);
[[nodiscard]] Error forbidden(const ResourceKey& resource, const QString& name, const QString& why);
[[nodiscard]] Error methodNotAllowed(const ResourceKey& resource, const QString& verb);
[[nodiscard]] Error expired(const QString& text);
[[nodiscard]] Error unauthorized();

/// The Status object of a failure.
[[nodiscard]] Json statusJson(const Error& error);
/// The Status object of a deletion that is complete.
[[nodiscard]] Json deletedStatus(const ResourceKey& resource, const Json& object);

} // namespace argosy::demo
