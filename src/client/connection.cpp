// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/connection.h>

#include "credentialsource.h"
#include "heartbeat.h"
#include "inflight.h"
#include "networkerrors.h"
#include "pendingcall.h"
#include "retry.h"
#include "sleepwatch.h"
#include "transport.h"
#include "watchstream.h"

#include <QRandomGenerator>

namespace argosy {

namespace {

/// So many requests at a time, watches aside; the server's own limits are for all its clients together.
constexpr int kInFlight = 32;

/// What has been tried already. A 401 is no reason to ask for ever.
struct Attempt
{
    bool isLastAfter401 = false;
    int retries = 0;
};

} // namespace

class Connection::Private final
{
public:
    Private(Connection& connection, Endpoint wanted, SignInOptions signIn)
        : q(connection)
        , endpoint(std::move(wanted))
        , options(std::move(signIn))
        , transport(endpoint)
        , heartbeat(connection)
    {
        if (transport.problem()) {
            state = State::Refused;
            lastError = transport.problem();
        }
        openSource();
    }

    void openSource();

    [[nodiscard]] ErrorContext context(const ApiRequest& request) const;
    /// Why the request is not even begun.
    [[nodiscard]] std::optional<Error> refusal(const ApiRequest& request) const;
    void withCredential(const std::function<void(const Result<Credential>&)>& use);
    void serveWaiting();
    [[nodiscard]] Result<ExchangePlan> plan(const ApiRequest& request, const Result<Credential>& credential);
    [[nodiscard]] bool isWorthAnother(const Error* error, const Credential& shown, Attempt attempt) const;

    void begin(const std::weak_ptr<PendingCall>& owed, const ApiRequest& request, Attempt attempt);
    [[nodiscard]] bool isSentAgain(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
        const Error* error, const Credential& shown, Attempt attempt);
    void start(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
        const Result<Credential>& credential, Attempt attempt);
    void begin(const QPointer<ExchangeWatch>& watch, const ApiRequest& request, Attempt attempt);
    void start(ExchangeWatch* watch, const ApiRequest& request, const Result<Credential>& credential, Attempt attempt);

    void note(const Error* error);
    void onFinished(const Error* error, const ManagerPtr& manager);
    void heard();
    void giveUpWatches(const Error& error);
    void setWatching(bool watching);
    void forgetWatch(ExchangeWatch* watch);

    Connection& q;
    Endpoint endpoint;
    SignInOptions options;
    Transport transport;
    std::unique_ptr<CredentialSource> source;
    QList<std::function<void(const Result<Credential>&)>> waiting; ///< for a credential
    InFlight inFlight{kInFlight};
    Heartbeat heartbeat;
    SleepWatch sleepWatch;
    State state = State::Connecting;
    QDateTime lastHeard;
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

void Connection::Private::openSource()
{
    source = credentialSource(endpoint, options);
    QObject::connect(source.get(), &CredentialSource::ready, &q, [this] { serveWaiting(); });
    QObject::connect(source.get(), &CredentialSource::signInChanged, &q, &Connection::signInChanged);
    QObject::connect(source.get(), &CredentialSource::spoke, &q, &Connection::signInSpoke);
}

ErrorContext Connection::Private::context(const ApiRequest& request) const
{
    ErrorContext where = request.where;
    where.cluster = endpoint.cluster.toString();
    where.host = transport.host();
    return where;
}

std::optional<Error> Connection::Private::refusal(const ApiRequest& request) const
{
    if (endpoint.access == AccessMode::ReadOnly && isWrite(request))
        return readOnlyError(context(request));
    return transport.problem();
}

void Connection::Private::withCredential(const std::function<void(const Result<Credential>&)>& use)
{
    if (const auto credential = source->current())
        use(*credential);
    else
        waiting.append(use);
}

void Connection::Private::serveWaiting()
{
    const QPointer<Connection> alive(&q);
    for (const auto& use : std::exchange(waiting, {})) {
        withCredential(use);
        if (!alive)
            return;
    }
}

Result<ExchangePlan> Connection::Private::plan(const ApiRequest& request, const Result<Credential>& credential)
{
    const ErrorContext where = context(request);
    const Result<QNetworkRequest> made =
        credential ? transport.networkRequest(request, *credential) : fail(credential.error());
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

bool Connection::Private::isWorthAnother(const Error* error, const Credential& shown, Attempt attempt) const
{
    if (error && error->kind == ErrorKind::Unauthenticated)
        return source->refused(shown, *error) && !attempt.isLastAfter401;
    if (!error || error->status)
        source->accepted(shown);
    return false;
}

void Connection::Private::begin(const std::weak_ptr<PendingCall>& owed, const ApiRequest& request, Attempt attempt)
{
    withCredential([this, owed, request, attempt](const Result<Credential>& credential) {
        const auto call = owed.lock();
        if (!call || !call->isActive())
            return;
        if (inFlight.isFull())
            inFlight.wait([this, owed, request, attempt] { begin(owed, request, attempt); });
        else
            start(call, request, credential, attempt);
    });
}

/// False where whoever waits gets the answer.
bool Connection::Private::isSentAgain(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
    const Error* error, const Credential& shown, Attempt attempt)
{
    const std::weak_ptr<PendingCall> owed = call;
    if (isWorthAnother(error, shown, attempt)) {
        call->letGo(); // its place is free for the next attempt
        begin(owed, request, {.isLastAfter401 = true, .retries = attempt.retries});
        return true;
    }
    const double random = QRandomGenerator::global()->generateDouble();
    const auto delay = error ? delayBeforeRetry(request, *error, attempt.retries, random) : std::nullopt;
    if (!delay)
        return false;
    call->letGo();
    ++attempt.retries;
    QTimer::singleShot(*delay, &q, [this, owed, request, attempt] { begin(owed, request, attempt); });
    return true;
}

void Connection::Private::start(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
    const Result<Credential>& credential, Attempt attempt)
{
    const Result<ExchangePlan> wire = plan(request, credential);
    if (!wire) {
        call->failLater(wire.error());
        return note(&wire.error());
    }
    auto exchange =
        std::make_unique<Exchange>(request.isOnNewConnection ? transport.newManager() : transport.forRequest(), *wire);
    inFlight.begin();
    QObject::connect(exchange.get(), &QObject::destroyed, &q, [this] { inFlight.end(); });
    QObject::connect(exchange.get(), &Exchange::finished, &q,
        [this, owed = std::weak_ptr(call), request, shown = *credential, attempt, manager = exchange->manager()](
            const Result<ApiResponse>& result) {
            const auto waitingCall = owed.lock();
            if (waitingCall && isSentAgain(waitingCall, request, errorOf(result), shown, attempt))
                return;
            onFinished(errorOf(result), manager);
            if (waitingCall)
                waitingCall->deliver(result);
        });
    call->waitFor(std::move(exchange));
}

void Connection::Private::begin(const QPointer<ExchangeWatch>& watch, const ApiRequest& request, Attempt attempt)
{
    withCredential([this, watch, request, attempt](const Result<Credential>& credential) {
        if (watch)
            start(watch, request, credential, attempt);
    });
}

void Connection::Private::start(
    ExchangeWatch* watch, const ApiRequest& request, const Result<Credential>& credential, Attempt attempt)
{
    Result<ExchangePlan> wire = plan(request, credential);
    if (!wire) {
        watch->giveUpLater(wire.error());
        return note(&wire.error());
    }
    wire->streamed = true;
    auto made =
        std::make_unique<Exchange>(request.isOnNewConnection ? transport.newManager() : transport.forWatch(), *wire);
    // Connected before the stream is: its owner may delete it in the slot, and then nobody else hears.
    Exchange* exchange = made.get();
    QObject::connect(exchange, &Exchange::opened, &q, [this, shown = *credential] {
        source->accepted(shown);
        note(nullptr);
    });
    QObject::connect(exchange, &Exchange::dataReceived, &q, [this] { heard(); });
    QObject::connect(exchange, &Exchange::finished, &q,
        [this, exchange, watch = QPointer<ExchangeWatch>(watch), request, shown = *credential, attempt](
            const Result<ApiResponse>& result) {
            if (isWorthAnother(errorOf(result), shown, attempt)) {
                watch->letGo();
                return begin(watch, request, {.isLastAfter401 = true});
            }
            // That an open watch is cut says little: load balancers do it. Resuming it tells whether the server is
            // there.
            const bool cut = !result && exchange->isOpen() && result.error().kind == ErrorKind::Unreachable;
            if (cut)
                transport.retire(exchange->manager());
            else
                onFinished(errorOf(result), exchange->manager());
        });
    watch->waitFor(std::move(made));
}

void Connection::Private::note(const Error* error)
{
    const std::optional<State> next = stateAfter(error);
    if (!next)
        return;
    if (*next == State::Connected) {
        lastError.reset();
        heard();
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

void Connection::Private::heard()
{
    lastHeard = QDateTime::currentDateTimeUtc();
    heartbeat.touch();
}

void Connection::Private::giveUpWatches(const Error& error)
{
    transport.retireAll();
    for (ExchangeWatch* watch : QList<ExchangeWatch*>(watches)) {
        if (watches.contains(watch))
            watch->giveUp(error);
    }
}

void Connection::Private::forgetWatch(ExchangeWatch* watch)
{
    watches.removeOne(watch);
    setWatching(!watches.isEmpty());
}

void Connection::Private::setWatching(bool watching)
{
    heartbeat.setNeeded(watching);
    sleepWatch.setNeeded(watching);
}

Connection::Connection(Endpoint endpoint, const SignInOptions& signIn, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(endpoint), signIn))
{
    connect(&d->heartbeat, &Heartbeat::missed, this, [this](const Error& error) { d->giveUpWatches(error); });
    connect(&d->sleepWatch, &SleepWatch::woke, this, &Connection::noticeSleep);
}

Connection::~Connection()
{
    d->inFlight.forgetWaiting(); // they are owed an error too
    const Error closed = cancelledError({.cluster = cluster().toString(), .host = d->transport.host()});
    for (const std::weak_ptr<PendingCall>& owed : std::exchange(d->calls, {})) {
        if (const auto call = owed.lock())
            call->failLater(closed);
    }
    for (ExchangeWatch* watch : std::exchange(d->watches, {}))
        watch->giveUp(closed);
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

QDateTime Connection::lastHeard() const
{
    return d->lastHeard;
}

void Connection::setUser(KubeUser user)
{
    d->endpoint.user = std::move(user);
    d->transport = Transport(d->endpoint);
    if (d->transport.problem())
        d->note(&*d->transport.problem());
    d->openSource();
    d->serveWaiting();
    Q_EMIT signInChanged();
}

SignIn Connection::signIn() const
{
    return d->source->signIn();
}

void Connection::retrySignIn()
{
    d->source->retry();
}

void Connection::cancelSignIn()
{
    d->source->cancel();
}

void Connection::setAccess(AccessMode mode)
{
    d->endpoint.access = mode;
}

void Connection::setHeartbeat(HeartbeatTiming timing)
{
    d->heartbeat.setTiming(timing);
}

void Connection::noticeSleep()
{
    const Error slept = sleptError({.cluster = cluster().toString(), .host = d->transport.host()});
    d->note(&slept);
    d->giveUpWatches(slept);
}

RequestHandle Connection::send(const ApiRequest& request, QObject* receiver, Callback callback)
{
    RequestHandle handle;
    handle.d = std::make_unique<RequestHandle::Private>();
    handle.d->call = std::make_shared<PendingCall>(receiver, std::move(callback));
    if (const std::optional<Error> refused = d->refusal(request)) {
        handle.d->call->failLater(*refused);
        return handle;
    }
    d->calls.removeIf([](const std::weak_ptr<PendingCall>& call) { return call.expired(); });
    d->calls.append(handle.d->call);
    d->begin(handle.d->call, request, {});
    return handle;
}

std::unique_ptr<WatchStream> Connection::watch(const ApiRequest& request)
{
    auto watch = std::make_unique<ExchangeWatch>(d->context(request));
    if (const std::optional<Error> refused = d->refusal(request)) {
        watch->giveUpLater(*refused);
        return watch;
    }
    d->watches.append(watch.get());
    d->setWatching(true);
    const auto forget = [this, stream = watch.get()] { d->forgetWatch(stream); };
    connect(watch.get(), &WatchStream::finished, this, forget);
    connect(watch.get(), &QObject::destroyed, this, forget);
    d->begin(QPointer<ExchangeWatch>(watch.get()), request, {});
    return watch;
}

} // namespace argosy
