// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/live/snapshot.h>

#include <QObject>

namespace argosy {

/**
 * The live objects of one cluster: lists each kind in pages, then watches it, and resumes where a stream ended. A
 * relist fills a side buffer and is swapped in at once. Publishes at most one delta per tick. Lives on the GUI thread;
 * decoding runs on the pool.
 */
class Store final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::chrono::milliseconds tick{80};
        int pageSize = 500;
    };
    /// How one kind is doing.
    struct KindState
    {
        enum class Phase
        {
            Listing,
            Live,
            Waiting,
            Unavailable
        };
        Phase phase = Phase::Listing;
        std::optional<Error> error; ///< why Waiting (tried again by itself) or Unavailable (403, 404)
        QDateTime since;
    };

    Store(Connection& connection, Options options, QObject* parent = nullptr);
    ~Store() override;

    /// Starts to follow a kind in all namespaces; a kind that is followed already is left alone.
    void follow(const ApiResource& resource);
    void unfollow(const GroupKind& kind);
    [[nodiscard]] SnapshotPtr snapshot() const; ///< never null
    [[nodiscard]] QHash<GroupKind, KindState> kinds() const;

Q_SIGNALS:
    void changed(const argosy::Delta& delta); ///< snapshot() already has it
    void kindStateChanged(const argosy::GroupKind& kind);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
