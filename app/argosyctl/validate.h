// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "inputs.h"

namespace argosy {

/// `validate`: every problem of every document, by the built-in catalogue or a folder of CRDs. Asks no server.
class ValidateCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

} // namespace argosy
