// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultproxy.h"
#include "serverundertest.h"

#include <argosy/live/store.h>

namespace argosy {

/// Objects by uid, as JSON that is the same wherever it came from: sorted, and without what a server adds or leaves out
/// by its own choice (managedFields; apiVersion and kind, which items of a list lack).
using Contents = QMap<QString, QByteArray>;
/// What has to be done to make `shown` what `served` is, a line for each object; empty where they are equal.
[[nodiscard]] QByteArray difference(const Contents& shown, const Contents& served);

/// A store that follows two kinds, a built-in one and a custom one, through a FaultProxy. Its clocks are short: a
/// silent network counts as lost within two seconds.
class FollowedKinds final
{
public:
    static constexpr HeartbeatTiming kTiming{std::chrono::milliseconds(500), std::chrono::milliseconds(600)};
    static constexpr std::chrono::milliseconds kSilence{2000}; ///< after which a watch is opened anew
    static constexpr std::chrono::milliseconds kPatience{1500}; ///< with a list of which nothing comes
    static constexpr RetryDelays kDelays{.first = std::chrono::milliseconds(20),
        .longest = std::chrono::milliseconds(500),
        .refused = std::chrono::milliseconds(200)};

    /// Signs in as the server's kubeconfig says, or by a command.
    explicit FollowedKinds(ServerUnderTest& server, const std::optional<ExecPlugin>& command = {});

    [[nodiscard]] test::FaultProxy& proxy() { return m_proxy; }
    void follow();
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isLive() const;
    /// Why kinds have been Waiting or Unavailable so far.
    [[nodiscard]] const QList<ErrorKind>& reasons() const { return m_reasons; }
    /// Of both kinds in these namespaces: what the store shows, and what the server has, asked past the proxy.
    [[nodiscard]] Contents shown(const QStringList& namespaces) const;
    [[nodiscard]] Contents served(const QStringList& namespaces) const;
    /// Once the server has said it, what the store lacks of it. Nothing may be written meanwhile.
    [[nodiscard]] QByteArray missing(const QStringList& namespaces, const Contents& served) const
    {
        return difference(shown(namespaces), served);
    }

private:
    void note(const GroupKind& kind);

    ServerUnderTest& m_server;
    QList<ApiResource> m_kinds;
    test::FaultProxy m_proxy;
    Connection m_connection;
    Store m_store;
    std::vector<Interest> m_interests;
    QList<ErrorKind> m_reasons;
};

} // namespace argosy
