// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"

namespace argosy {

/// A callback that is owed, and the exchange it waits for. Belongs to the handle; whoever delivers holds it weakly.
class PendingCall final : public std::enable_shared_from_this<PendingCall>
{
public:
    PendingCall(QObject* receiver, Connection::Callback callback);
    ~PendingCall();
    PendingCall(const PendingCall&) = delete;
    PendingCall& operator=(const PendingCall&) = delete;

    /// A second exchange takes the place of the first.
    void waitFor(std::unique_ptr<Exchange> exchange);
    [[nodiscard]] bool isActive() const { return bool(m_callback); }
    /// Calls back on the receiver's thread, unless that has happened or nobody waits any more.
    void deliver(const Result<ApiResponse>& result);
    /// Ends the exchange and delivers the error when the receiver's event loop runs.
    void failLater(const Error& error);
    /// Ends the exchange; another one follows.
    void letGo();

private:
    void drop();

    QPointer<QObject> m_receiver;
    Connection::Callback m_callback;
    std::unique_ptr<Exchange> m_exchange;
    QMetaObject::Connection m_receiverGone;
};

class RequestHandle::Private final
{
public:
    std::shared_ptr<PendingCall> call;
};

} // namespace argosy
