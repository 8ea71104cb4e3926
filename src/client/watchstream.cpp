// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchstream.h"

namespace argosy {

ExchangeWatch::ExchangeWatch(ErrorContext where)
    : m_where(std::move(where))
{ }

void ExchangeWatch::letGo()
{
    m_exchange->disconnect(this);
    m_exchange.release()->deleteLater();
}

void ExchangeWatch::waitFor(std::unique_ptr<Exchange> exchange)
{
    m_exchange = std::move(exchange);
    connect(m_exchange.get(), &Exchange::opened, this, [this] { Q_EMIT opened(m_exchange->isAlone()); });
    connect(m_exchange.get(), &Exchange::dataReceived, this, &ExchangeWatch::onData);
    connect(m_exchange.get(), &Exchange::finished, this,
        [this](const Result<ApiResponse>& result) { end(result ? std::nullopt : std::optional(result.error())); });
}

void ExchangeWatch::giveUp(const Error& error)
{
    if (m_exchange)
        m_exchange->giveUp(error);
    else
        end(error);
}

void ExchangeWatch::giveUpLater(const Error& error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { giveUp(error); }, Qt::QueuedConnection);
}

void ExchangeWatch::onData(const QByteArray& bytes)
{
    const QPointer<ExchangeWatch> self(this);
    for (const QByteArray& line : m_framer.feed(bytes)) {
        Q_EMIT lineReceived(line);
        if (!self || m_ended)
            return;
    }
    if (m_framer.isOverflown())
        giveUp({.kind = ErrorKind::Protocol,
            .message = message(
                "client", "The watch of %1 sent an event that is larger than Argosy takes.", {m_where.resource}),
            .where = m_where});
}

void ExchangeWatch::end(const std::optional<Error>& error)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT finished(error);
}

} // namespace argosy
