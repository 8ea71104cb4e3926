// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plan.h"
#include "waiting.h"

#include <argosy/base/clock.h>
#include <argosy/ops/runner.h>

namespace argosy {

/// `apply`: plans, applies in dependency order, and waits for readiness where that is asked for.
class ApplyCommand final : public PlanningCommand
{
    Q_OBJECT
public:
    ApplyCommand(Options options, const Terminal& terminal);

protected:
    [[nodiscard]] bool writes() const override { return !options().dryRunServer; }
    void planned(const Plan& plan) override;

private:
    [[nodiscard]] bool forceConflicts(const Plan& plan);
    void refuse(const Plan& plan);
    void printStep(qsizetype step);
    void applied(bool all);

    SystemClock m_clock;
    Journal m_journal;
    Runner m_runner;
    std::unique_ptr<Waiting> m_waiting;
};

} // namespace argosy
