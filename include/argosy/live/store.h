// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>
#include <argosy/live/retrydelays.h>
#include <argosy/live/snapshot.h>

#include <QObject>
#include <QPointer>

namespace argosy {

class Store;

/// Somebody looks at a kind. As long as one lives, the store follows it. Movable; may outlive the store.
class Interest final
{
public:
    Interest() = default; ///< in nothing
    Interest(Interest&& other) noexcept;
    Interest& operator=(Interest&& other) noexcept;
    ~Interest();

private:
    friend class Store;
    Interest(Store& store, GroupKind kind);

    QPointer<Store> m_store;
    GroupKind m_kind;
};

/**
 * The live objects of one cluster: one watch a kind for all who look at it. Lists each kind in pages, then watches it,
 * and resumes where a stream ended. Where the kubeconfig switches compression off, what exists comes as the initial
 * events of the watch, from servers that offer that. A relist fills a side buffer and is swapped in at once. Publishes
 * at most one delta per tick. Lives on the GUI thread; decoding and what makes a snapshot run on the pool.
 */
class Store final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::chrono::milliseconds tick{80};
        int pageSize = 500;
        /// A kind at which nobody looks any more is followed for so long, because people go back and forth.
        std::chrono::milliseconds linger{10'000};
        /// A watch that says nothing for so long is doubted and opened anew; longer than a minute and a quarter, in
        /// which a server sends a bookmark.
        std::chrono::milliseconds silence{90'000};
        /// The same where each watch has a connection of its own (HTTP/1.1): there nobody else notices that it died.
        std::chrono::milliseconds silenceAlone{20'000};
        /// A page of a list of which nothing comes for so long is asked for again, over another connection.
        std::chrono::milliseconds patience{30'000};
        RetryDelays delays;
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

    /// Follows a kind in all namespaces for as long as the interest lives. A kind of which only metadata was wanted
    /// is listed anew for who wants all; nobody loses what he sees meanwhile.
    [[nodiscard]] Interest follow(const ApiResource& resource, ObjectDetail detail = ObjectDetail::Full);
    [[nodiscard]] SnapshotPtr snapshot() const; ///< never null
    [[nodiscard]] QHash<GroupKind, KindState> kinds() const;
    /// When the server was last heard, where it does not answer now: the snapshot is of then. Invalid where it answers,
    /// and where it never has.
    [[nodiscard]] QDateTime disconnectedSince() const;

Q_SIGNALS:
    void changed(const argosy::Delta& delta); ///< snapshot() already has it
    void kindStateChanged(const argosy::GroupKind& kind);
    void disconnectedChanged();

private:
    friend class Interest;
    void release(const GroupKind& kind);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
