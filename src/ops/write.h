// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/ops/journal.h>

#include <QObject>
#include <QPointer>

#include <functional>

namespace argosy {

/**
 * Sends one write: its intent goes to the journal first, its outcome after. Where no answer comes the intent stays
 * without outcome, so that it is asked about later. The write belongs to the connection: it goes on when `receiver` is
 * gone, and only the callback is left out. The callback never comes from inside this call.
 */
void sendJournalled(Journal& journal, Connection& connection, const ApiRequest& request, const WriteIntent& intent,
    QObject* receiver, std::function<void(const Result<Json>&)> callback);

/// The document with its namespace as it must be sent: set for a namespaced kind, absent for a cluster-scoped one.
[[nodiscard]] Json inNamespace(Json object, const ApiResource& resource, const QString& nameSpace);

} // namespace argosy
