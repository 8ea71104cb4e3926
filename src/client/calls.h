// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inflight.h"
#include "pendingcall.h"
#include "sender.h"
#include "serverstate.h"

namespace argosy {

/// The requests of one connection that have one answer each: their bound, their repetition, what they say of the
/// server.
class Calls final : public QObject
{
    Q_OBJECT
public:
    Calls(Sender& sender, ServerState& server);

    /// The request must not be one that is refused.
    void begin(const std::shared_ptr<PendingCall>& call, const ApiRequest& request);
    /// Fails what is still owed.
    void failAll(const Error& error);

private:
    using Owed = std::weak_ptr<PendingCall>;
    struct Attempt
    {
        bool isAfter401 = false;
        int retries = 0;
    };

    void attempt(const Owed& owed, const ApiRequest& request, Attempt attempted);
    void start(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
        const Result<Credential>& credential, Attempt attempted);
    [[nodiscard]] bool isSentAgain(const std::shared_ptr<PendingCall>& call, const ApiRequest& request,
        const Error* error, const Credential& shown, Attempt attempted);

    /// So many at a time; the server's own limits are for all its clients together.
    static constexpr int kInFlight = 32;

    Sender& m_sender;
    ServerState& m_server;
    InFlight m_inFlight{kInFlight};
    QList<Owed> m_owed;
};

} // namespace argosy
