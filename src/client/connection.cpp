// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/connection.h>

#include "networkerrors.h"
#include "watches.h"

namespace argosy {

class Connection::Private final
{
public:
    Private(Endpoint endpoint, SignInOptions signIn)
        : sender(std::move(endpoint), std::move(signIn))
        , calls(sender, server)
        , watches(sender, calls, server)
    { }

    [[nodiscard]] ErrorContext where() const
    {
        return {.cluster = sender.endpoint().cluster.toString(), .host = host()};
    }
    [[nodiscard]] QString host() const { return sender.transport().host(); }

    ServerState server;
    Sender sender;
    Calls calls;
    Watches watches;
};

namespace {

ApiRequest withTimeout(ApiRequest request, const std::optional<std::chrono::milliseconds>& timeout)
{
    request.timeout = timeout.value_or(request.timeout);
    return request;
}

} // namespace

Connection::Connection(Endpoint endpoint, const SignInOptions& signIn, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(endpoint), signIn))
{
    if (const auto& problem = d->sender.transport().problem())
        d->server.note(&*problem);
    connect(&d->server, &ServerState::changed, this, &Connection::stateChanged);
    connect(&d->sender, &Sender::signInChanged, this, &Connection::signInChanged);
    connect(&d->sender, &Sender::signInSpoke, this, &Connection::signInSpoke);
    connect(&d->watches, &Watches::woke, this, &Connection::noticeSleep);
}

Connection::~Connection()
{
    const Error closed = cancelledError(d->where());
    d->calls.failAll(closed);
    d->watches.close(closed);
}

const Endpoint& Connection::endpoint() const
{
    return d->sender.endpoint();
}

Connection::State Connection::state() const
{
    return d->server.state();
}

const std::optional<Error>& Connection::lastError() const
{
    return d->server.lastError();
}

QDateTime Connection::lastHeard() const
{
    return d->server.lastHeard();
}

void Connection::setUser(KubeUser user)
{
    const QPointer<Connection> self(this);
    d->sender.setUser(std::move(user));
    if (const auto& problem = self ? d->sender.transport().problem() : std::nullopt)
        d->server.note(&*problem);
    if (self)
        Q_EMIT credentialsChanged();
}

SignIn Connection::signIn() const
{
    return d->sender.credentials().signIn();
}

void Connection::retrySignIn()
{
    const QPointer<Connection> self(this);
    d->sender.credentials().retry();
    if (self)
        Q_EMIT credentialsChanged();
}

void Connection::cancelSignIn()
{
    d->sender.credentials().cancel();
}

void Connection::setAccess(AccessMode mode)
{
    d->sender.setAccess(mode);
}

void Connection::setHeartbeat(HeartbeatTiming timing)
{
    d->watches.setHeartbeat(timing);
}

void Connection::noticeSleep()
{
    const Error slept = sleptError(d->where());
    d->server.note(&slept);
    d->watches.giveUp(slept);
}

RequestHandle Connection::send(const ApiRequest& request, QObject* receiver, Callback callback)
{
    RequestHandle handle;
    handle.d = std::make_unique<RequestHandle::Private>();
    handle.d->call = std::make_shared<PendingCall>(receiver, std::move(callback));
    if (const std::optional<Error> refused = d->sender.refusal(request))
        handle.d->call->failLater(*refused);
    else
        d->calls.begin(handle.d->call, withTimeout(request, endpoint().requestTimeout));
    return handle;
}

std::unique_ptr<WatchStream> Connection::watch(const ApiRequest& request)
{
    return d->watches.open(request);
}

} // namespace argosy
