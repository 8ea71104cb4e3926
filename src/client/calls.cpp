// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"

#include "retry.h"

#include <QRandomGenerator>

namespace argosy {

Calls::Calls(Sender& sender, ServerState& server)
    : m_sender(sender)
    , m_server(server)
{ }

void Calls::begin(const std::shared_ptr<PendingCall>& call, const ApiRequest& request)
{
    m_owed.removeIf([](const Owed& owed) { return owed.expired(); });
    m_owed.append(call);
    attempt(call, request, {});
}

void Calls::failAll(const Error& error)
{
    m_inFlight.forgetWaiting(); // they are owed an error too
    for (const Owed& owed : std::exchange(m_owed, {})) {
        if (const auto call = owed.lock())
            call->failLater(error);
    }
}

void Calls::attempt(const Owed& owed, const ApiRequest& request, Attempt attempted)
{
    m_sender.withCredential([this, owed, request, attempted](const Result<Credential>& credential) {
        const auto call = owed.lock();
        if (!call || !call->isActive())
            return;
        if (m_inFlight.isFull())
            m_inFlight.wait([this, owed, request, attempted] { attempt(owed, request, attempted); });
        else
            start(call, request, credential, attempted);
    });
}

void Calls::start(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
    const Result<Credential>& credential, Attempt attempted)
{
    const Result<ExchangePlan> plan = m_sender.plan(request, credential);
    if (!plan) {
        call->failLater(plan.error());
        return m_server.note(&plan.error());
    }
    Transport& transport = m_sender.transport();
    auto exchange =
        std::make_unique<Exchange>(request.isOnNewConnection ? transport.newManager() : transport.forRequest(), *plan);
    m_inFlight.begin();
    connect(exchange.get(), &QObject::destroyed, this, [this] { m_inFlight.end(); });
    connect(exchange.get(), &Exchange::finished, this,
        [this, owed = Owed(call), request, shown = *credential, attempted, manager = exchange->manager()](
            const Result<ApiResponse>& result) {
            const auto waiting = owed.lock();
            if (waiting && isSentAgain(waiting, request, errorOf(result), shown, attempted))
                return;
            // Qt would use the stalled connection for the next request too.
            if (!result && result.error().kind == ErrorKind::Timeout)
                m_sender.transport().retire(manager);
            m_server.note(errorOf(result));
            if (waiting)
                waiting->deliver(result);
        });
    call->waitFor(std::move(exchange));
}

/// False where whoever waits gets the answer.
bool Calls::isSentAgain(const std::shared_ptr<PendingCall>& call, const ApiRequest& request, const Error* error,
    const Credential& shown, Attempt attempted)
{
    const Owed owed = call;
    if (m_sender.mayTryAgain(error, shown, attempted.isAfter401)) {
        call->letGo(); // its place is free for the next attempt
        attempt(owed, request, {.isAfter401 = true, .retries = attempted.retries});
        return true;
    }
    const double random = QRandomGenerator::global()->generateDouble();
    const auto delay = error ? delayBeforeRetry(request, *error, attempted.retries, random) : std::nullopt;
    if (!delay)
        return false;
    call->letGo();
    ++attempted.retries;
    QTimer::singleShot(*delay, this, [this, owed, request, attempted] { attempt(owed, request, attempted); });
    return true;
}

} // namespace argosy
