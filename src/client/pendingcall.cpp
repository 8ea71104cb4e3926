// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingcall.h"

namespace argosy {

PendingCall::PendingCall(QObject* receiver, Connection::Callback callback)
    : m_receiver(receiver)
    , m_callback(std::move(callback))
    , m_receiverGone(QObject::connect(receiver, &QObject::destroyed, receiver, [this] { drop(); }))
{ }

PendingCall::~PendingCall()
{
    QObject::disconnect(m_receiverGone);
}

void PendingCall::waitFor(std::unique_ptr<Exchange> exchange)
{
    letGo();
    m_exchange = std::move(exchange);
}

void PendingCall::deliver(const Result<ApiResponse>& result)
{
    if (!m_callback)
        return;
    const Connection::Callback callback = std::exchange(m_callback, {});
    QObject* receiver = m_receiver.data();
    drop();
    // From here on this object may go: the callback often replaces the handle.
    if (receiver)
        QMetaObject::invokeMethod(receiver, [callback, result] { callback(result); });
}

void PendingCall::failLater(const Error& error)
{
    m_exchange.reset();
    const auto later = [owed = weak_from_this(), error] {
        if (const auto call = owed.lock())
            call->deliver(fail(error));
    };
    if (m_receiver)
        QMetaObject::invokeMethod(m_receiver, later, Qt::QueuedConnection);
}

void PendingCall::drop()
{
    m_callback = {};
    QObject::disconnect(m_receiverGone);
    letGo();
}

void PendingCall::letGo()
{
    // We may be inside one of its signals.
    if (m_exchange)
        m_exchange.release()->deleteLater();
}

RequestHandle::RequestHandle() = default;
RequestHandle::RequestHandle(RequestHandle&&) noexcept = default;
RequestHandle& RequestHandle::operator=(RequestHandle&&) noexcept = default;
RequestHandle::~RequestHandle() = default;

bool RequestHandle::isActive() const
{
    return d && d->call->isActive();
}

void RequestHandle::cancel()
{
    d.reset();
}

} // namespace argosy
