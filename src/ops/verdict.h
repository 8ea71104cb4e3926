// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>
#include <argosy/ops/journal.h>

#include <optional>

namespace argosy {

/// When this manager's last apply changed something, by the server's clock, in seconds; invalid where the object has no
/// field in its name.
[[nodiscard]] QDateTime lastApply(const Json& object, const QString& manager);

/// The entry was sent to this server, and nobody knows what became of it.
[[nodiscard]] bool isOpen(const JournalEntry& entry, const QString& server);

/// Another apply to the same object came after this one and may be what the object shows.
[[nodiscard]] bool isAppliedAgain(const JournalEntry& entry, const QList<JournalEntry>& journal);

/// What an apply came to. `live` is the object, or null where it is not there.
[[nodiscard]] WriteOutcome outcomeOfApply(const WriteIntent& intent, const Json& live);

/// What a create came to. `live` are the objects of its kind and namespace; those that the journal knows to be of other
/// writes do not count.
[[nodiscard]] WriteOutcome outcomeOfCreate(
    const JournalEntry& entry, const Json& live, const QList<JournalEntry>& journal);

/// The write may still be on its way: that it is not there yet says nothing.
[[nodiscard]] bool isUnderWay(const JournalEntry& entry, const QDateTime& now);

} // namespace argosy
