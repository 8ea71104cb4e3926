// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heartbeat.h"
#include "sleepwatch.h"
#include "watchstream.h"

namespace argosy {

/// The watches of one connection, and what becomes of them when the network goes away.
class Watches final : public QObject
{
    Q_OBJECT
public:
    Watches(Sender& sender, Calls& calls, ServerState& server);

    /// The caller owns the stream.
    [[nodiscard]] std::unique_ptr<ExchangeWatch> open(const ApiRequest& request);
    /// Ends all with this error; new ones get new connections.
    void giveUp(const Error& error);
    /// The same, for the last time: nothing of this is used afterwards.
    void close(const Error& error);
    void setHeartbeat(HeartbeatTiming timing);

Q_SIGNALS:
    void woke(); ///< the computer slept while watches were open

private:
    void attempt(const QPointer<ExchangeWatch>& watch, const ApiRequest& request, bool isAfter401);
    void start(ExchangeWatch* watch, const ApiRequest& request, const Result<Credential>& credential, bool isAfter401);
    void onFinished(const Exchange& exchange, const Result<ApiResponse>& result);
    [[nodiscard]] Heartbeat& heartbeatOf(const ManagerPtr& manager);
    void onStalled(const ManagerPtr& manager);
    void forget(ExchangeWatch* watch);
    void dropHeartbeats();

    Sender& m_sender;
    Calls& m_calls;
    ServerState& m_server;
    HeartbeatTiming m_timing;
    SleepWatch m_sleepWatch;
    QList<ExchangeWatch*> m_watches;
    std::map<const QNetworkAccessManager*, Heartbeat*> m_heartbeats; ///< of those that watches use; children of this
};

} // namespace argosy
