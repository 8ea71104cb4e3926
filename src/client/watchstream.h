// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"
#include "lineframer.h"

namespace argosy {

/// A watch over an Exchange, once there is one.
class ExchangeWatch final : public WatchStream
{
    Q_OBJECT
public:
    explicit ExchangeWatch(ErrorContext where);

    void waitFor(std::unique_ptr<Exchange> exchange);
    [[nodiscard]] const Exchange* exchange() const { return m_exchange.get(); }
    [[nodiscard]] const ErrorContext& where() const { return m_where; }
    /// Stops listening to the exchange, from within its signals too; another one follows.
    void letGo();
    /// Ends it with this error; finished() comes from inside the call.
    void giveUp(const Error& error);
    /// The same when the event loop runs.
    void giveUpLater(const Error& error);

private:
    void onData(const QByteArray& bytes);
    void end(const std::optional<Error>& error);

    ErrorContext m_where;
    std::unique_ptr<Exchange> m_exchange;
    LineFramer m_framer;
    bool m_ended = false;
};

} // namespace argosy
