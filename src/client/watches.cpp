// SPDX-License-Identifier: GPL-3.0-or-later
#include "watches.h"

#include "networkerrors.h"

namespace argosy {

Watches::Watches(Sender& sender, Calls& calls, ServerState& server)
    : m_sender(sender)
    , m_calls(calls)
    , m_server(server)
{
    connect(&m_sleepWatch, &SleepWatch::woke, this, &Watches::woke);
}

std::unique_ptr<ExchangeWatch> Watches::open(const ApiRequest& request)
{
    auto watch = std::make_unique<ExchangeWatch>(m_sender.context(request));
    if (const std::optional<Error> refused = m_sender.refusal(request)) {
        watch->giveUpLater(*refused);
        return watch;
    }
    m_watches.append(watch.get());
    m_sleepWatch.setNeeded(true);
    const auto forgotten = [this, stream = watch.get()] { forget(stream); };
    connect(watch.get(), &WatchStream::finished, this, forgotten);
    connect(watch.get(), &QObject::destroyed, this, forgotten);
    attempt(watch.get(), request, false);
    return watch;
}

void Watches::attempt(const QPointer<ExchangeWatch>& watch, const ApiRequest& request, bool isAfter401)
{
    m_sender.withCredential([this, watch, request, isAfter401](const Result<Credential>& credential) {
        if (watch)
            start(watch, request, credential, isAfter401);
    });
}

void Watches::start(
    ExchangeWatch* watch, const ApiRequest& request, const Result<Credential>& credential, bool isAfter401)
{
    Result<ExchangePlan> plan = m_sender.plan(request, credential);
    if (!plan) {
        watch->giveUpLater(plan.error());
        return m_server.note(&plan.error());
    }
    plan->streamed = true;
    Transport& transport = m_sender.transport();
    const ManagerPtr manager = request.isOnNewConnection ? transport.newManager() : transport.forWatch();
    auto made = std::make_unique<Exchange>(manager, *plan);
    // Connected before the stream is: its owner may delete it in the slot, and then nobody else hears.
    Exchange* exchange = made.get();
    connect(exchange, &Exchange::opened, this, [this, shown = *credential] {
        m_sender.credentials().accepted(shown);
        m_server.note(nullptr);
    });
    connect(exchange, &Exchange::dataReceived, &heartbeatOf(manager), &Heartbeat::touch);
    connect(exchange, &Exchange::dataReceived, &m_server, &ServerState::noteSignOfLife);
    connect(exchange, &Exchange::finished, this,
        [this, exchange, watch = QPointer<ExchangeWatch>(watch), request, shown = *credential, isAfter401](
            const Result<ApiResponse>& result) {
            if (m_sender.mayTryAgain(errorOf(result), shown, isAfter401)) {
                watch->letGo();
                return attempt(watch, request, true);
            }
            onFinished(*exchange, result);
        });
    watch->waitFor(std::move(made));
}

void Watches::onFinished(const Exchange& exchange, const Result<ApiResponse>& result)
{
    const bool isCut = !result && exchange.isOpen() && result.error().kind == ErrorKind::Unreachable;
    if (isCut || (!result && result.error().kind == ErrorKind::Timeout))
        m_sender.transport().retire(exchange.manager());
    // That an open watch is cut says little: load balancers do it. Resuming it tells whether the server is there.
    if (!isCut)
        m_server.note(errorOf(result));
}

void Watches::giveUp(const Error& error)
{
    m_sender.transport().retireAll();
    for (ExchangeWatch* watch : QList<ExchangeWatch*>(m_watches)) {
        if (m_watches.contains(watch))
            watch->giveUp(error);
    }
}

void Watches::close(const Error& error)
{
    for (ExchangeWatch* watch : std::exchange(m_watches, {}))
        watch->giveUp(error);
}

void Watches::setHeartbeat(HeartbeatTiming timing)
{
    m_timing = timing;
    for (const auto& [manager, heartbeat] : m_heartbeats)
        heartbeat->setTiming(timing);
}

Heartbeat& Watches::heartbeatOf(const ManagerPtr& manager)
{
    Heartbeat*& heartbeat = m_heartbeats[manager.get()];
    if (heartbeat)
        return *heartbeat;
    heartbeat = new Heartbeat(m_sender, m_calls, manager, m_timing);
    heartbeat->setParent(this);
    connect(heartbeat, &Heartbeat::missed, this, &Watches::giveUp);
    connect(heartbeat, &Heartbeat::stalled, this, [this, weak = std::weak_ptr(manager)] { onStalled(weak.lock()); });
    return *heartbeat;
}

/// Says nothing of the server, which has just answered.
void Watches::onStalled(const ManagerPtr& manager)
{
    m_sender.transport().retire(manager);
    for (ExchangeWatch* watch : QList<ExchangeWatch*>(m_watches)) {
        const Exchange* exchange = m_watches.contains(watch) ? watch->exchange() : nullptr;
        if (!exchange || exchange->manager() != manager)
            continue;
        disconnect(exchange, &Exchange::finished, this, nullptr);
        watch->giveUp(quietStreamError(watch->where()));
    }
}

void Watches::forget(ExchangeWatch* watch)
{
    m_watches.removeOne(watch);
    m_sleepWatch.setNeeded(!m_watches.isEmpty());
    dropHeartbeats();
}

void Watches::dropHeartbeats()
{
    std::erase_if(m_heartbeats, [this](const auto& known) {
        const bool isUsed = std::ranges::any_of(m_watches, [&known](const ExchangeWatch* watch) {
            return watch->exchange() && watch->exchange()->manager().get() == known.first;
        });
        if (!isUsed)
            known.second->deleteLater(); // it may be what ended the watch
        return !isUsed;
    });
}

} // namespace argosy
