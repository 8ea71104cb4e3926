// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/live/store.h>

#include "kindfollower.h"

#include <argosy/base/pool.h>

#include <QTimer>

namespace argosy {

namespace {

struct Applied
{
    SnapshotPtr snapshot;
    Delta delta;
};

Applied applied(const Snapshot& before, const ChangeSet& changes, const QHash<GroupKind, bool>& completeness)
{
    auto next = std::make_shared<Snapshot>(before);
    Applied result;
    result.delta = changes.applyTo(*next);
    for (auto kind = completeness.cbegin(); kind != completeness.cend(); ++kind)
        next->setComplete(kind.key(), kind.value());
    result.snapshot = std::move(next);
    return result;
}

} // namespace

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

    void start(const ApiResource& resource, ObjectDetail detail);
    void stop(const GroupKind& kind);
    void stopAbandoned();
    void noteConnection(Connection::State state);
    void connectFollower(KindFollower& follower);
    void schedule()
    {
        if (!tick.isActive())
            tick.start(options.tick);
    }
    void publish();
    [[nodiscard]] QHash<GroupKind, std::optional<WatchState>> takeStates();
    void show(Applied result, const QHash<GroupKind, std::optional<WatchState>>& taken);
    void showState(const GroupKind& kind, const std::optional<WatchState>& state);

    Store& q;
    Connection& connection;
    Options options;
    SnapshotPtr snapshot;
    QTimer tick;
    std::map<GroupKind, std::unique_ptr<KindFollower>> followers;
    QHash<GroupKind, int> looking; ///< interests; none where a kind lingers
    QDateTime disconnectedSince;
    QHash<GroupKind, KindState> states; ///< as last published

    bool applying = false; ///< the pool has a batch
    bool isDue = false; ///< a tick came meanwhile

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
    QObject::connect(&follower, &KindFollower::listed, &q, [this, kind](const KindObjects& objects) {
        changes.replaceKind(kind, objects);
        completeness.insert(kind, true);
        schedule();
    });
    QObject::connect(&follower, &KindFollower::changed, &q, [this](const QList<ObjectChange>& batch) {
        for (const ObjectChange& change : batch)
            changes.add(change);
        schedule();
    });
    QObject::connect(&follower, &KindFollower::forgotten, &q, [this, kind] {
        changes.replaceKind(kind, {});
        schedule();
    });
    QObject::connect(&follower, &KindFollower::stateChanged, &q, [this, kind, &follower] {
        if (follower.state().phase == WatchState::Phase::Unavailable)
            completeness.insert(kind, false);
        changedStates.insert(kind);
        schedule();
    });
}

/// The pool applies what has come, because a list of 50,000 objects takes longer than a frame; meanwhile the next batch
/// gathers.
void Store::Private::publish()
{
    if (applying) {
        isDue = true;
        return;
    }
    applying = true;
    runOnPool(
        &q,
        [before = snapshot, taken = std::exchange(changes, {}), complete = std::exchange(completeness, {})] {
            return applied(*before, taken, complete);
        },
        [this, states = takeStates()](Applied result) {
            applying = false;
            if (std::exchange(isDue, false))
                schedule();
            show(std::move(result), states);
        });
}

QHash<GroupKind, std::optional<WatchState>> Store::Private::takeStates()
{
    QHash<GroupKind, std::optional<WatchState>> taken;
    const QSet<GroupKind> changed = std::exchange(changedStates, {});
    for (const GroupKind& kind : changed) {
        const auto follower = followers.find(kind);
        taken.insert(
            kind, follower == followers.end() ? std::optional<WatchState>() : std::optional(follower->second->state()));
    }
    return taken;
}

void Store::Private::show(Applied result, const QHash<GroupKind, std::optional<WatchState>>& taken)
{
    const QPointer<Store> self(&q);
    destroyOnPool(std::exchange(snapshot, std::move(result.snapshot)));
    if (!result.delta.isEmpty())
        Q_EMIT q.changed(result.delta);
    if (!self)
        return;
    for (auto state = taken.cbegin(); state != taken.cend(); ++state)
        showState(state.key(), *state);
    for (auto state = taken.cbegin(); state != taken.cend(); ++state) {
        if (self)
            Q_EMIT q.kindStateChanged(state.key());
    }
}

void Store::Private::showState(const GroupKind& kind, const std::optional<WatchState>& state)
{
    if (!state) {
        if (!followers.contains(kind))
            states.remove(kind);
        return;
    }
    KindState& shown = states[kind];
    if (shown.phase != phaseOf(*state) || !shown.since.isValid())
        shown.since = QDateTime::currentDateTimeUtc();
    shown.phase = phaseOf(*state);
    shown.error = state->error;
}

void Store::Private::start(const ApiResource& resource, ObjectDetail detail)
{
    const GroupKind kind = resource.gvk.groupKind();
    auto follower = std::make_unique<KindFollower>(connection, resource,
        KindFollower::Options{.detail = detail,
            .pageSize = options.pageSize,
            .silence = options.silence,
            .silenceAlone = options.silenceAlone,
            .patience = options.patience,
            .delays = options.delays});
    connectFollower(*follower);
    if (!states.contains(kind))
        states.insert(kind, {.since = QDateTime::currentDateTimeUtc()});
    KindFollower& started = *follower;
    followers[kind] = std::move(follower);
    started.start();
}

void Store::Private::stop(const GroupKind& kind)
{
    followers.erase(kind);
    states.remove(kind);
    changes.replaceKind(kind, {});
    completeness.insert(kind, false);
    changedStates.insert(kind);
    schedule();
}

void Store::Private::stopAbandoned()
{
    for (auto kind = looking.cbegin(); kind != looking.cend();) {
        if (*kind > 0) {
            ++kind;
            continue;
        }
        stop(kind.key());
        kind = looking.erase(kind);
    }
}

void Store::Private::noteConnection(Connection::State state)
{
    const bool isAway = state == Connection::State::Lost || state == Connection::State::Refused;
    const QDateTime since = isAway ? connection.lastHeard() : QDateTime();
    if (std::exchange(disconnectedSince, since) != since)
        Q_EMIT q.disconnectedChanged();
}

Interest::Interest(Store& store, GroupKind kind)
    : m_store(&store)
    , m_kind(std::move(kind))
{ }

Interest::Interest(Interest&& other) noexcept
    : m_store(std::exchange(other.m_store, {}))
    , m_kind(std::move(other.m_kind))
{ }

Interest& Interest::operator=(Interest&& other) noexcept
{
    std::swap(m_store, other.m_store);
    std::swap(m_kind, other.m_kind);
    return *this;
}

Interest::~Interest()
{
    if (m_store)
        m_store->release(m_kind);
}

Store::Store(Connection& connection, Options options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, connection, options))
{
    connect(&connection, &Connection::stateChanged, this, [this](Connection::State state) {
        if (state == Connection::State::Connected) {
            for (const auto& [kind, follower] : d->followers)
                follower->serverIsBack();
        }
        d->noteConnection(state);
    });
    connect(&connection, &Connection::credentialsChanged, this, [this] {
        for (const auto& [kind, follower] : d->followers)
            follower->credentialsChanged();
    });
}

Store::~Store()
{
    destroyOnPool(std::exchange(d->snapshot, {}));
}

Interest Store::follow(const ApiResource& resource, ObjectDetail detail)
{
    const GroupKind kind = resource.gvk.groupKind();
    ++d->looking[kind];
    const auto follower = d->followers.find(kind);
    const bool isEnough = follower != d->followers.end()
        && (follower->second->detail() == ObjectDetail::Full || detail == ObjectDetail::Metadata);
    if (!isEnough)
        d->start(resource, detail);
    return {*this, kind};
}

void Store::release(const GroupKind& kind)
{
    if (--d->looking[kind] == 0)
        QTimer::singleShot(d->options.linger, this, [this] { d->stopAbandoned(); });
}

QDateTime Store::disconnectedSince() const
{
    return d->disconnectedSince;
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
