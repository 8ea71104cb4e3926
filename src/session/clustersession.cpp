// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/clustersession.h>

#include <argosy/platform/kinds.h>
#include <argosy/platform/versions.h>

#include <QTimer>

namespace argosy {

namespace {

constexpr std::chrono::seconds kRetryAfter{5};

bool canBeFollowed(const ApiResource& resource)
{
    return resource.verbs.contains(QStringLiteral("list")) && resource.verbs.contains(QStringLiteral("watch"));
}

} // namespace

class ClusterSession::Private
{
public:
    Private(ClusterSession* session, Endpoint endpoint, const SignInOptions& signIn)
        : q(session)
        , connection(std::move(endpoint), signIn)
        , discovery(connection)
        , store(connection, {})
    {
        retryTimer.setSingleShot(true);
    }

    void begin();
    void discover();
    void takeServer(const Result<ServerInfo>& answer);
    void followKnownKinds();
    void setPhase(Phase next, std::optional<Error> why);
    void connectionChanged(Connection::State state);

    ClusterSession* q;
    Connection connection;
    Discovery discovery;
    Store store;
    std::vector<Interest> interests;
    ServerInfo server;
    Phase phase = Phase::Connecting;
    std::optional<Error> error;
    QTimer retryTimer;
};

ClusterSession::ClusterSession(Endpoint endpoint, const SignInOptions& signIn, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(endpoint), signIn))
{
    connect(&d->connection, &Connection::stateChanged, this,
        [this](Connection::State state) { d->connectionChanged(state); });
    connect(&d->connection, &Connection::credentialsChanged, this, [this] { d->begin(); });
    connect(&d->retryTimer, &QTimer::timeout, this, [this] { d->discover(); });
    d->discover();
}

ClusterSession::~ClusterSession() = default;

Connection& ClusterSession::connection()
{
    return d->connection;
}
const Endpoint& ClusterSession::endpoint() const
{
    return d->connection.endpoint();
}
Store& ClusterSession::store()
{
    return d->store;
}
const ServerInfo& ClusterSession::server() const
{
    return d->server;
}
ClusterSession::Phase ClusterSession::phase() const
{
    return d->phase;
}
const std::optional<Error>& ClusterSession::error() const
{
    return d->error;
}
Target ClusterSession::target()
{
    return {&d->connection, d->server.catalog};
}

void ClusterSession::retry()
{
    if (d->connection.signIn().phase == SignIn::Phase::Failed)
        d->connection.retrySignIn();
    else
        d->begin();
}

void ClusterSession::Private::begin()
{
    if (phase == Phase::Failed)
        setPhase(Phase::Connecting, {});
    discover();
}

void ClusterSession::Private::discover()
{
    retryTimer.stop();
    discovery.run(q, [this](const Result<ServerInfo>& answer) { takeServer(answer); });
}

void ClusterSession::Private::takeServer(const Result<ServerInfo>& answer)
{
    if (answer) {
        server = *answer;
        followKnownKinds();
        return setPhase(Phase::Ready, {});
    }
    setPhase(server.catalog.isEmpty() ? Phase::Failed : Phase::Lost, answer.error());
    if (answer.error().isTransient())
        retryTimer.start(kRetryAfter);
}

void ClusterSession::Private::followKnownKinds()
{
    std::vector<Interest> next;
    for (const KindFacts& facts : knownKinds()) {
        if (facts.watched == Watched::Not)
            continue;
        const QString version = chooseVersion(facts.kind, SchemaSet::builtin(), &server.catalog);
        const auto resource = server.catalog.find({facts.kind.group, version, facts.kind.kind});
        if (resource && canBeFollowed(*resource))
            next.push_back(store.follow(
                *resource, facts.watched == Watched::Metadata ? ObjectDetail::Metadata : ObjectDetail::Full));
    }
    interests = std::move(next);
}

void ClusterSession::Private::setPhase(Phase next, std::optional<Error> why)
{
    if (phase == next && error == why)
        return;
    phase = next;
    error = std::move(why);
    Q_EMIT q->phaseChanged();
}

void ClusterSession::Private::connectionChanged(Connection::State state)
{
    if (state == Connection::State::Lost && phase == Phase::Ready) {
        setPhase(Phase::Lost, connection.lastError());
        retryTimer.start(kRetryAfter);
    } else if (state == Connection::State::Refused) {
        setPhase(server.catalog.isEmpty() ? Phase::Failed : Phase::Lost, connection.lastError());
    } else if (state == Connection::State::Connected && phase == Phase::Lost) {
        // It may be another server by now, or one that was upgraded meanwhile. Queued: this runs inside a request's
        // answer.
        QMetaObject::invokeMethod(
            q, [this] { discover(); }, Qt::QueuedConnection);
    }
}

} // namespace argosy
