// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/platform/settings.h>

namespace argosy {

/// `new cluster`: the whole set of manifests for one cluster.
class NewClusterCommand final : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    void start() override;

private:
    [[nodiscard]] Result<ClusterSettings> settings() const;
    [[nodiscard]] Result<> writeFiles(const ClusterSettings& settings) const;
};

} // namespace argosy
