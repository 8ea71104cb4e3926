// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>

#include <QByteArray>
#include <QStringList>

namespace argosy {

/// A page of a list whose objects may leave the cluster: whole, managedFields too, but for what redactionRules() says.
struct RedactedPage
{
    QList<QByteArray> objects; ///< compact JSON, apiVersion and kind first
    ListPosition position;
};

/// Decodes a List of any kind. Fails with Protocol where it is no list, ends in the middle, or has an item that is no
/// object with a name. Thread-safe.
[[nodiscard]] Result<RedactedPage> redactedPage(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind);

/// What is redacted, in English, for whatever keeps such objects.
[[nodiscard]] QStringList redactionRules();

} // namespace argosy
