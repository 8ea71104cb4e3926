// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/demo/demoserver.h>

#include <memory>

namespace argosy {

/// `demo`: the embedded cluster, until Ctrl+C.
class DemoCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;

private:
    std::unique_ptr<DemoServer> m_server;
};

} // namespace argosy
