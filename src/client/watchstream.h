// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"
#include "lineframer.h"

namespace argosy {

/// A watch over an Exchange; none where the request could not be made at all.
class ExchangeWatch final : public WatchStream
{
    Q_OBJECT
public:
    /// Fails with this error once the event loop runs.
    explicit ExchangeWatch(const Error& error);
    explicit ExchangeWatch(std::unique_ptr<Exchange> exchange);

    [[nodiscard]] Exchange* exchange() const { return m_exchange.get(); }

private:
    void onData(const QByteArray& bytes);
    void end(const std::optional<Error>& error);

    std::unique_ptr<Exchange> m_exchange;
    LineFramer m_framer;
    bool m_ended = false;
};

} // namespace argosy
