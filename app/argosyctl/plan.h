// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clustercommand.h"

#include <argosy/ops/planner.h>

namespace argosy {

/// One line for a step of a plan: "create  NodePool/gpu".
[[nodiscard]] QString planLine(const PlanStep& step, const Terminal& terminal);
/// What stands in the way of a step, with fields and managers; several lines, or none.
[[nodiscard]] QStringList obstacleLines(const PlanStep& step);

/// A command that asks what an apply would do before anything else.
class PlanningCommand : public ClusterCommand
{
    Q_OBJECT
public:
    PlanningCommand(Options options, const Terminal& terminal);

protected:
    Result<> prepare() override;
    void ready() override;
    virtual void planned(const Plan& plan) = 0;
    [[nodiscard]] Planner& planner() { return m_planner; }

private:
    Planner m_planner;
    QList<PlanDocument> m_documents;
};

/// `plan` and `diff`.
class PlanCommand final : public PlanningCommand
{
    Q_OBJECT
public:
    using PlanningCommand::PlanningCommand;

protected:
    void planned(const Plan& plan) override;

private:
    void printPlan(const Plan& plan) const;
    void printDiffs(const Plan& plan) const;
};

} // namespace argosy
