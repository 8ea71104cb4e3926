// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/client/discovery.h>
#include <argosy/ops/planner.h>

#include <memory>

namespace argosy {

/// The endpoint that the flags and the kubeconfig lead to, in the access mode that is kept for it. Warns of files with
/// secrets that others can read.
[[nodiscard]] Result<Endpoint> endpointFrom(const Options& options, const Terminal& terminal);
/// Any command of the kubeconfig may sign in, as for kubectl, and ask on a terminal.
[[nodiscard]] SignInOptions terminalSignIn();
/// Warns of what is wrong with the connection, and passes on what commands that sign in have to say.
void speakFor(Connection& connection, const Terminal& terminal);

/// A command that asks a server: prepares, makes the connection, and goes on in connected(). Ends with exit code 2
/// where that fails.
class ConnectedCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() final;

protected:
    /// What can be said before a server is asked; an error ends the command.
    [[nodiscard]] virtual Result<> prepare() { return {}; }
    /// True where the command is going to write: the access mode decides before a server is asked.
    [[nodiscard]] virtual bool writes() const { return false; }
    virtual void connected() = 0; ///< nothing was sent yet

    [[nodiscard]] Connection& connection() { return *m_connection; }

private:
    std::unique_ptr<Connection> m_connection;
};

/// A command that needs to know what the server serves: goes on in ready().
class ClusterCommand : public ConnectedCommand
{
    Q_OBJECT
public:
    using ConnectedCommand::ConnectedCommand;

protected:
    void connected() final;
    virtual void ready() = 0;

    [[nodiscard]] const ServerInfo& server() const { return m_server; }
    [[nodiscard]] Targets targets();

private:
    std::unique_ptr<Discovery> m_discovery;
    ServerInfo m_server;
};

} // namespace argosy
