// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace argosy {

/// `journal`: own writes, oldest first.
class JournalCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;
};

} // namespace argosy
