// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clustercommand.h"

#include <argosy/base/clock.h>
#include <argosy/ops/inquiry.h>

namespace argosy {

/// `journal`: own writes, oldest first. Asks the cluster about those to it that got no answer; whatever comes of that,
/// the journal is shown.
class JournalCommand final : public Command
{
    Q_OBJECT
public:
    JournalCommand(Options options, const Terminal& terminal);
    void start() override;

private:
    void ask(const Result<ServerInfo>& server);
    void print();

    SystemClock m_clock;
    Journal m_journal;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Discovery> m_discovery;
    std::unique_ptr<Inquiry> m_inquiry;
};

} // namespace argosy
