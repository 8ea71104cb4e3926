// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/connection.h>

#include "heartbeat.h"
#include "networkerrors.h"
#include "pendingcall.h"
#include "transport.h"
#include "watchstream.h"

namespace argosy {

class Connection::Private final
{
public:
    Private(Connection& connection, Endpoint wanted)
        : q(connection)
        , endpoint(std::move(wanted))
        , transport(endpoint)
        , heartbeat(connection)
    {
        if (transport.problem()) {
            state = State::Refused;
            lastError = transport.problem();
        }
    }

    [[nodiscard]] Result<ExchangePlan> plan(const ApiRequest& request) const;
    [[nodiscard]] std::unique_ptr<ExchangeWatch> openWatch(const ApiRequest& request);
    void note(const Error* error);
    void onFinished(const Error* error, const ManagerPtr& manager);
    void giveUpWatches(const Error& error);
    void forgetWatch(ExchangeWatch* watch);

    Connection& q;
    Endpoint endpoint;
    Transport transport;
    Heartbeat heartbeat;
    State state = State::Connecting;
    std::optional<Error> lastError;
    QList<std::weak_ptr<PendingCall>> calls;
    QList<ExchangeWatch*> watches;
};

namespace {

/// What an outcome says about the server; nothing where it says nothing.
std::optional<Connection::State> stateAfter(const Error* error)
{
    if (!error)
        return Connection::State::Connected;
    switch (error->kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Io:
    case ErrorKind::Internal: return std::nullopt;
    case ErrorKind::Unreachable: return Connection::State::Lost;
    case ErrorKind::Timeout: return error->status ? Connection::State::Connected : Connection::State::Lost;
    case ErrorKind::Tls:
    case ErrorKind::Unauthenticated: return Connection::State::Refused;
    default: return Connection::State::Connected;
    }
}

template <class T> const Error* errorOf(const Result<T>& result)
{
    return result ? nullptr : &result.error();
}

} // namespace

Result<ExchangePlan> Connection::Private::plan(const ApiRequest& request) const
{
    ErrorContext where = request.where;
    where.cluster = endpoint.cluster.toString();
    where.host = transport.host();
    if (request.isWrite && endpoint.access == AccessMode::ReadOnly)
        return fail(readOnlyError(where));
    if (transport.problem())
        return fail(*transport.problem());
    Result<QNetworkRequest> made = transport.networkRequest(request);
    if (!made) {
        Error error = made.error();
        error.where.cluster = where.cluster;
        error.where.host = where.host;
        return fail(std::move(error));
    }
    return ExchangePlan{.request = *made,
        .method = request.method,
        .body = request.body,
        .timeout = request.timeout,
        .insecure = endpoint.server.insecureSkipTlsVerify,
        .where = where};
}

void Connection::Private::note(const Error* error)
{
    const std::optional<State> next = stateAfter(error);
    if (!next)
        return;
    if (*next == State::Connected) {
        lastError.reset();
        heartbeat.touch();
    } else {
        lastError = *error;
    }
    if (std::exchange(state, *next) != *next)
        Q_EMIT q.stateChanged(state);
}

void Connection::Private::onFinished(const Error* error, const ManagerPtr& manager)
{
    // Qt would use the stalled connection for the next request too.
    if (error && error->kind == ErrorKind::Timeout)
        transport.retire(manager);
    note(error);
}

std::unique_ptr<ExchangeWatch> Connection::Private::openWatch(const ApiRequest& request)
{
    Result<ExchangePlan> wire = plan(request);
    if (!wire)
        return std::make_unique<ExchangeWatch>(wire.error());
    wire->streamed = true;
    auto made = std::make_unique<Exchange>(transport.forWatch(), *wire);
    // Connected before the stream is: its owner may delete it in the slot, and then nobody else hears.
    Exchange* exchange = made.get();
    QObject::connect(exchange, &Exchange::opened, &q, [this] { note(nullptr); });
    QObject::connect(exchange, &Exchange::dataReceived, &q, [this] { heartbeat.touch(); });
    QObject::connect(exchange, &Exchange::finished, &q, [this, exchange](const Result<ApiResponse>& result) {
        // That an open watch is cut says little: load balancers do it. Resuming it tells whether the server is there.
        const bool cut = !result && exchange->isOpen() && result.error().kind == ErrorKind::Unreachable;
        if (!cut)
            onFinished(errorOf(result), exchange->manager());
    });
    return std::make_unique<ExchangeWatch>(std::move(made));
}

void Connection::Private::giveUpWatches(const Error& error)
{
    transport.retireAll();
    for (ExchangeWatch* watch : QList<ExchangeWatch*>(watches)) {
        if (watches.contains(watch))
            watch->exchange()->giveUp(error);
    }
}

void Connection::Private::forgetWatch(ExchangeWatch* watch)
{
    watches.removeOne(watch);
    heartbeat.setNeeded(!watches.isEmpty());
}

Connection::Connection(Endpoint endpoint, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(endpoint)))
{
    connect(&d->heartbeat, &Heartbeat::missed, this, [this](const Error& error) { d->giveUpWatches(error); });
}

Connection::~Connection()
{
    const Error closed = cancelledError({.cluster = cluster().toString(), .host = d->transport.host()});
    for (const std::weak_ptr<PendingCall>& owed : std::exchange(d->calls, {})) {
        if (const auto call = owed.lock())
            call->failLater(closed);
    }
    for (ExchangeWatch* watch : std::exchange(d->watches, {}))
        watch->exchange()->giveUp(closed);
}

const Endpoint& Connection::endpoint() const
{
    return d->endpoint;
}

Connection::State Connection::state() const
{
    return d->state;
}

const std::optional<Error>& Connection::lastError() const
{
    return d->lastError;
}

void Connection::setAccess(AccessMode mode)
{
    d->endpoint.access = mode;
}

void Connection::setHeartbeat(HeartbeatTiming timing)
{
    d->heartbeat.setTiming(timing);
}

RequestHandle Connection::send(const ApiRequest& request, QObject* receiver, Callback callback)
{
    RequestHandle handle;
    handle.d = std::make_unique<RequestHandle::Private>();
    handle.d->call = std::make_shared<PendingCall>(receiver, std::move(callback));
    const std::weak_ptr<PendingCall> owed = handle.d->call;
    const Result<ExchangePlan> plan = d->plan(request);
    if (!plan) {
        handle.d->call->failLater(plan.error());
        return handle;
    }
    auto exchange = std::make_unique<Exchange>(d->transport.forRequest(), *plan);
    connect(exchange.get(), &Exchange::finished, this,
        [this, owed, manager = exchange->manager()](const Result<ApiResponse>& result) {
            d->onFinished(errorOf(result), manager);
            if (const auto call = owed.lock())
                call->deliver(result);
        });
    handle.d->call->waitFor(std::move(exchange));
    d->calls.removeIf([](const std::weak_ptr<PendingCall>& call) { return call.expired(); });
    d->calls.append(owed);
    return handle;
}

std::unique_ptr<WatchStream> Connection::watch(const ApiRequest& request)
{
    auto watch = d->openWatch(request);
    if (watch->exchange()) {
        d->watches.append(watch.get());
        d->heartbeat.setNeeded(true);
        const auto forget = [this, stream = watch.get()] { d->forgetWatch(stream); };
        connect(watch.get(), &WatchStream::finished, this, forget);
        connect(watch.get(), &QObject::destroyed, this, forget);
    }
    return watch;
}

} // namespace argosy
