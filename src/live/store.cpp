// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/store.h>

#include "kindfollower.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

namespace argosy {

class Store::Private final
{
public:
    Private(Store& store, Connection& used, Options wanted)
        : q(store)
        , connection(used)
        , options(wanted)
        , snapshot(std::make_shared<const Snapshot>(used.cluster()))
    {
        tick.setSingleShot(true);
        tick.setTimerType(Qt::CoarseTimer);
        QObject::connect(&tick, &QTimer::timeout, &q, [this] { publish(); });
    }

    void connectFollower(KindFollower& follower);
    void schedule()
    {
        if (!tick.isActive())
            tick.start(options.tick);
    }
    void publish();
    void publishStates();

    Store& q;
    Connection& connection;
    Options options;
    SnapshotPtr snapshot;
    QTimer tick;
    std::map<GroupKind, std::unique_ptr<KindFollower>> followers;
    QHash<GroupKind, KindState> states; ///< as last published

    // What the next tick publishes.
    ChangeSet changes;
    QHash<GroupKind, bool> completeness;
    QSet<GroupKind> changedStates;
};

namespace {

Store::KindState::Phase phaseOf(const WatchState& state)
{
    switch (state.phase) {
    case WatchState::Phase::Listing: return Store::KindState::Phase::Listing;
    case WatchState::Phase::Live: return Store::KindState::Phase::Live;
    case WatchState::Phase::Unavailable: return Store::KindState::Phase::Unavailable;
    case WatchState::Phase::Waiting:
    case WatchState::Phase::Ended: break;
    }
    return Store::KindState::Phase::Waiting;
}

} // namespace

void Store::Private::connectFollower(KindFollower& follower)
{
    const GroupKind kind = follower.kind();
    QObject::connect(&follower, &KindFollower::listed, &q, [this, kind](const QList<ObjectPtr>& objects) {
        changes.replaceKind(kind, objects, *snapshot);
        completeness.insert(kind, true);
        schedule();
    });
    QObject::connect(&follower, &KindFollower::changed, &q, [this](const QList<ObjectChange>& batch) {
        for (const ObjectChange& change : batch)
            changes.add(change);
        schedule();
    });
    QObject::connect(&follower, &KindFollower::forgotten, &q, [this, kind] {
        changes.replaceKind(kind, {}, *snapshot);
        schedule();
    });
    QObject::connect(&follower, &KindFollower::stateChanged, &q, [this, kind, &follower] {
        if (follower.state().phase == WatchState::Phase::Unavailable)
            completeness.insert(kind, false);
        changedStates.insert(kind);
        schedule();
    });
}

void Store::Private::publish()
{
    const ChangeSet taken = std::exchange(changes, {});
    const QHash<GroupKind, bool> complete = std::exchange(completeness, {});
    Delta delta;
    if (!taken.isEmpty() || !complete.isEmpty()) {
        auto next = std::make_shared<Snapshot>(*snapshot);
        delta = taken.applyTo(*next);
        for (auto kind = complete.cbegin(); kind != complete.cend(); ++kind)
            next->setComplete(kind.key(), kind.value());
        snapshot = std::move(next);
    }
    const QPointer<Store> self(&q);
    if (!delta.isEmpty())
        Q_EMIT q.changed(delta);
    if (self)
        publishStates();
}

void Store::Private::publishStates()
{
    const QPointer<Store> self(&q);
    const QSet<GroupKind> kinds = std::exchange(changedStates, {});
    for (const GroupKind& kind : kinds) {
        const auto follower = followers.find(kind);
        if (follower == followers.end()) {
            states.remove(kind);
        } else {
            const WatchState& state = follower->second->state();
            KindState& shown = states[kind];
            if (shown.phase != phaseOf(state) || !shown.since.isValid())
                shown.since = QDateTime::currentDateTimeUtc();
            shown.phase = phaseOf(state);
            shown.error = state.error;
        }
    }
    for (const GroupKind& kind : kinds) {
        if (self)
            Q_EMIT q.kindStateChanged(kind);
    }
}

Store::Store(Connection& connection, Options options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, connection, options))
{
    connect(&connection, &Connection::stateChanged, this, [this](Connection::State state) {
        if (state != Connection::State::Connected)
            return;
        for (const auto& [kind, follower] : d->followers)
            follower->serverIsBack();
    });
}

Store::~Store()
{
    // Freeing tens of thousands of objects takes longer than a frame.
    QThreadPool::globalInstance()->start([snapshot = std::exchange(d->snapshot, {})]() mutable { snapshot.reset(); });
}

void Store::follow(const ApiResource& resource)
{
    const GroupKind kind = resource.gvk.groupKind();
    std::unique_ptr<KindFollower>& follower = d->followers[kind];
    if (follower)
        return;
    follower = std::make_unique<KindFollower>(d->connection, resource, d->options.pageSize);
    d->connectFollower(*follower);
    d->states.insert(kind, {.since = QDateTime::currentDateTimeUtc()});
    follower->start();
}

void Store::unfollow(const GroupKind& kind)
{
    if (d->followers.erase(kind) == 0)
        return;
    d->states.remove(kind);
    d->changes.replaceKind(kind, {}, *d->snapshot);
    d->completeness.insert(kind, false);
    d->changedStates.insert(kind);
    d->schedule();
}

SnapshotPtr Store::snapshot() const
{
    return d->snapshot;
}

QHash<GroupKind, Store::KindState> Store::kinds() const
{
    return d->states;
}

} // namespace argosy
