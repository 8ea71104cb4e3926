// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/discovery.h>
#include <argosy/live/store.h>
#include <argosy/ops/planner.h>

#include <QObject>

namespace argosy {

/// One connected cluster: its connection, what it serves, its live objects. Lives on the GUI thread.
class ClusterSession final : public QObject
{
    Q_OBJECT
public:
    enum class Phase
    {
        Connecting, ///< nothing has answered yet
        Ready, ///< discovery has answered; the store follows the known kinds
        Lost, ///< it was Ready and does not answer now; tried again by itself
        Failed, ///< it never answered, or refused us; retry() tries again
    };
    Q_ENUM(Phase)

    explicit ClusterSession(Endpoint endpoint, const SignInOptions& signIn = {}, QObject* parent = nullptr);
    ~ClusterSession() override;

    [[nodiscard]] Connection& connection();
    [[nodiscard]] const Endpoint& endpoint() const;
    [[nodiscard]] ClusterId id() const { return endpoint().cluster; }
    [[nodiscard]] Store& store();
    [[nodiscard]] const ServerInfo& server() const; ///< empty until Ready
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] const std::optional<Error>& error() const; ///< why Lost or Failed
    [[nodiscard]] Target target();
    void retry();

Q_SIGNALS:
    void phaseChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
