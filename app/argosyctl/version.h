// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/client/discovery.h>

#include <memory>

namespace argosy {

/// `version`: own version, Qt's and the server's.
class VersionCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;

private:
    void print(const ServerInfo* server);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Discovery> m_discovery;
};

} // namespace argosy
