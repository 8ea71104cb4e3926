// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lifecycle.h"

#include <argosy/base/clock.h>
#include <argosy/base/result.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace argosy::demo {

struct DeleteOptions
{
    Propagation propagation = Propagation::Background;
    QString uid; ///< precondition; empty for none
    QString resourceVersion; ///< precondition; empty for none
    bool dryRun = false;
};

/// What a deletion came to.
struct Deletion
{
    JsonPtr object; ///< as it is now or, when it is gone, as it was last
    bool gone = false; ///< false where finalizers (or a namespace's content) hold it
};

/**
 * All objects of the embedded server with one revision counter. Objects are immutable and shared; every member is safe
 * to call from any thread, and each write is one step for all readers.
 *
 * It keeps what the server owns in metadata: uid, creationTimestamp, resourceVersion, generation (for the kinds that
 * have one), deletionTimestamp. A deletion waits for finalizers; dependents follow their owners, and a namespace takes
 * its content along. Failures are Errors that carry the Status a real server answers (404, 409).
 */
class Storage final
{
public:
    /// `window` is how many events of each kind a watch can go back.
    explicit Storage(std::shared_ptr<const Clock> clock, qsizetype window = 4000);

    /// Null where there is none.
    [[nodiscard]] JsonPtr get(const ObjectKey& key) const;
    /// Sorted by namespace and name; of all namespaces where `nameSpace` is empty.
    [[nodiscard]] Listing list(const ResourceKey& resource, const QString& nameSpace = {}) const;
    /// The same as it was at an earlier revision; nothing where the history no longer reaches back that far.
    [[nodiscard]] std::optional<Listing> listAt(
        const ResourceKey& resource, const QString& nameSpace, qint64 revision) const;
    /// Of every kind.
    [[nodiscard]] QList<ObjectKey> keys() const;
    [[nodiscard]] qint64 revision() const;

    /// Stores a new object under a name that is free; 409 otherwise. A dry run answers the same and stores nothing.
    [[nodiscard]] Result<JsonPtr> create(const ObjectKey& key, Json object, bool dryRun = false);

    /// Makes the new state out of the live one, which cannot change meanwhile; 404 where there is none. A result that
    /// says the same makes no revision; one that takes the last finalizer off an object being deleted removes it.
    /// `change` must not call the storage.
    using Change = std::function<Result<Json>(const Json& live)>;
    [[nodiscard]] Result<JsonPtr> update(const ObjectKey& key, const Change& change, bool dryRun = false);

    /// Creates or updates in one step: `change` gets null where there is no object. Tells which it was through
    /// `created`.
    using Upsert = std::function<Result<Json>(const Json* live)>;
    [[nodiscard]] Result<JsonPtr> upsert(const ObjectKey& key, const Upsert& change, bool dryRun, bool* created);

    [[nodiscard]] Result<Deletion> remove(const ObjectKey& key, const DeleteOptions& options = {});

    /// What happened to one kind after a revision.
    struct Events
    {
        QList<StorageEvent> events; ///< oldest first
        qint64 revision = 0; ///< that all of this is up to
        bool expired = false; ///< the window no longer reaches back that far
        bool closed = false; ///< the storage ends: no more events
    };
    /// Waits for the first event of that kind (in that namespace, or any) after `after`; returns with none at the
    /// time-out.
    [[nodiscard]] Events waitForEvents(
        const ResourceKey& resource, const QString& nameSpace, qint64 after, std::chrono::milliseconds timeout) const;
    /// Waits until anything at all has a later revision, the storage is closed or the time is over; the revision by
    /// then.
    qint64 waitForRevision(qint64 after, std::chrono::milliseconds timeout) const;
    /// Ends all waits, now and later. Reading and writing still work.
    void close();
    [[nodiscard]] bool isClosed() const;

    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    /// "2026-01-10T09:00:00Z", as every timestamp in metadata is written.
    [[nodiscard]] QString timestamp() const;

private:
    [[nodiscard]] Result<JsonPtr> createLocked(const ObjectKey& key, Json object, bool dryRun);
    [[nodiscard]] Result<JsonPtr> updateLocked(const ObjectKey& key, const JsonPtr& live, Json updated, bool dryRun);

    std::shared_ptr<const Clock> m_clock;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    ObjectTable m_table;
    bool m_closed = false;
};

} // namespace argosy::demo
