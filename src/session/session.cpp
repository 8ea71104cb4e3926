// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/session/session.h>

#include <argosy/client/kubeconfigwatcher.h>
#include <argosy/ops/inquiry.h>

namespace argosy {

class Session::Private
{
public:
    Private(Session* session, Paths places, const Clock& time)
        : q(session)
        , paths(std::move(places))
        , clock(time)
        , accessModes(paths)
        , journal(paths.state + QStringLiteral("/journal"), time)
    { }

    [[nodiscard]] Result<Endpoint> endpoint(const QString& contextName) const;

    void phaseChanged();
    void takeOver(const Kubeconfig& config);

    Session* q;
    Paths paths;
    const Clock& clock;
    AccessModes accessModes;
    Journal journal; // outlives the clusters, whose writes record their outcome in it
    Workspace workspace;
    Kubeconfig kubeconfig;
    std::unique_ptr<KubeconfigWatcher> watcher; // none where the config is not followed
    SignInOptions signIn;
    std::unique_ptr<ClusterSession> management;
    std::unique_ptr<Inquiry> inquiry; // of the management cluster
};

Session::Session(Paths paths, const Clock& clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(paths), clock))
{ }

Session::~Session() = default;

const Paths& Session::paths() const
{
    return d->paths;
}
const Clock& Session::clock() const
{
    return d->clock;
}
Journal& Session::journal()
{
    return d->journal;
}
Workspace& Session::workspace()
{
    return d->workspace;
}
const Kubeconfig& Session::kubeconfig() const
{
    return d->kubeconfig;
}
ClusterSession* Session::management() const
{
    return d->management.get();
}

void Session::setSignIn(SignInOptions options)
{
    d->signIn = std::move(options);
}

Result<> Session::openKubeconfig(const QString& explicitFile)
{
    auto watcher = std::make_unique<KubeconfigWatcher>();
    Result<Kubeconfig> config = watcher->open(explicitFile);
    if (!config)
        return fail(config.error());
    setKubeconfig(std::move(*config));
    connect(
        watcher.get(), &KubeconfigWatcher::changed, this, [this](const Kubeconfig& changed) { d->takeOver(changed); });
    connect(watcher.get(), &KubeconfigWatcher::failed, this, &Session::kubeconfigFailed);
    d->watcher = std::move(watcher);
    return {};
}

Result<Endpoint> Session::Private::endpoint(const QString& contextName) const
{
    auto endpoint = endpointFor(kubeconfig, contextName, ClusterId::management());
    if (!endpoint)
        return endpoint;
    const Result<AccessMode> access = accessModes.modeOf(identityOf(*endpoint));
    if (!access)
        return fail(access.error());
    endpoint->access = *access;
    return endpoint;
}

Result<AccessMode> Session::accessOf(const QString& contextName) const
{
    const Result<ContextIdentity> context = identityOf(d->kubeconfig, contextName);
    return context ? d->accessModes.modeOf(*context) : fail(context.error());
}

Result<> Session::setAccess(const QString& contextName, AccessMode mode)
{
    const Result<ContextIdentity> context = identityOf(d->kubeconfig, contextName);
    if (!context)
        return fail(context.error());
    if (const Result<> kept = d->accessModes.setMode(*context, mode); !kept)
        return kept;
    if (d->management && identityOf(d->management->endpoint()) == *context)
        d->management->connection().setAccess(mode);
    Q_EMIT accessChanged();
    return {};
}

void Session::rereadAccess()
{
    if (!d->management || d->management->endpoint().contextName.isEmpty())
        return;
    const Endpoint& now = d->management->endpoint();
    const Result<AccessMode> kept = d->accessModes.modeOf(identityOf(now));
    if (!kept || *kept == now.access)
        return;
    d->management->connection().setAccess(*kept);
    Q_EMIT accessChanged();
}

void Session::Private::takeOver(const Kubeconfig& config)
{
    kubeconfig = config;
    Q_EMIT q->kubeconfigChanged();
    if (!management || management->endpoint().contextName.isEmpty())
        return;
    const Endpoint& now = management->endpoint();
    auto next = endpoint(now.contextName);
    if (!next)
        return;
    if (next->server != now.server)
        q->connectTo(std::move(*next));
    else if (next->user != now.user)
        management->connection().setUser(std::move(next->user));
}

void Session::setKubeconfig(Kubeconfig config)
{
    d->watcher.reset();
    d->kubeconfig = std::move(config);
    Q_EMIT kubeconfigChanged();
}

Result<> Session::connectTo(const QString& contextName)
{
    auto endpoint = d->endpoint(contextName);
    if (!endpoint)
        return fail(endpoint.error());
    connectTo(std::move(*endpoint));
    return {};
}

void Session::connectTo(Endpoint endpoint)
{
    disconnect();
    d->management = std::make_unique<ClusterSession>(std::move(endpoint), d->signIn);
    connect(d->management.get(), &ClusterSession::phaseChanged, this, [this] { d->phaseChanged(); });
    Q_EMIT managementChanged();
}

void Session::disconnect()
{
    if (!d->management)
        return;
    d->inquiry.reset();
    d->workspace.setCatalog(nullptr);
    // Views let go of the old one before it dies: they hear of the change first.
    const std::unique_ptr<ClusterSession> old = std::move(d->management);
    Q_EMIT managementChanged();
}

void Session::Private::phaseChanged()
{
    if (management->phase() != ClusterSession::Phase::Ready)
        return;
    workspace.setCatalog(std::make_shared<const ApiCatalog>(management->server().catalog));
    q->askAboutOpenWrites();
}

void Session::askAboutOpenWrites()
{
    if (!d->management || d->management->phase() != ClusterSession::Phase::Ready)
        return;
    d->inquiry = std::make_unique<Inquiry>(d->journal, d->clock, d->management->target());
    connect(d->inquiry.get(), &Inquiry::finished, this, [this](qsizetype recorded) {
        if (recorded > 0)
            Q_EMIT journalChanged();
    });
    d->inquiry->start();
}

Targets Session::targets() const
{
    Targets targets;
    if (d->management && !d->management->server().catalog.isEmpty())
        targets.insert(ClusterId::management(), d->management->target());
    return targets;
}

} // namespace argosy
