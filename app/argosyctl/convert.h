// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace argosy {

/// `convert`: YAML or JSON streams into the other.
class ConvertCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

} // namespace argosy
