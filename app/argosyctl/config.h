// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace argosy {

/// `config view`: the merged kubeconfig, as kubectl shows it.
class ConfigViewCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

/// `config mode`: shows or sets how carefully a context is treated.
class ConfigModeCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

} // namespace argosy
