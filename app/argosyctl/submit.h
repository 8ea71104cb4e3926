// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clustercommand.h"
#include "waiting.h"

#include <argosy/base/clock.h>
#include <argosy/ops/submitter.h>

namespace argosy {

/// `submit`: creates a Workflow from a WorkflowTemplate, with parameters or with the manifests of -f.
class SubmitCommand final : public ClusterCommand
{
    Q_OBJECT
public:
    SubmitCommand(Options options, const Terminal& terminal);

protected:
    Result<> prepare() override;
    [[nodiscard]] bool writes() const override { return true; }
    void ready() override;

private:
    void submitted(const ObjectRef& workflow);

    SystemClock m_clock;
    Journal m_journal;
    Submitter m_submitter;
    std::shared_ptr<const Json> m_workflow;
    std::unique_ptr<Waiting> m_waiting;
};

} // namespace argosy
