// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/base/clock.h>
#include <argosy/insight/tree.h>
#include <argosy/session/clustersession.h>

namespace argosy {

/// `tree`: lists everything once and prints it as a tree.
class TreeCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;

private:
    void look();
    [[nodiscard]] Result<TreeOptions> treeOptions() const;
    void print(const QList<TreeNode>& nodes, const QString& indent) const;

    SystemClock m_clock;
    std::unique_ptr<ClusterSession> m_cluster;
    bool m_done = false;
};

} // namespace argosy
