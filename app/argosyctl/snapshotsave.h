// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clustercommand.h"

#include <argosy/session/snapshotsaver.h>

namespace argosy {

/// `snapshot save`: reads the cluster into a file. What cannot be read is a warning, and named in the file.
class SnapshotSaveCommand final : public ClusterCommand
{
    Q_OBJECT
public:
    using ClusterCommand::ClusterCommand;
    ~SnapshotSaveCommand() override;

protected:
    [[nodiscard]] Result<> prepare() override;
    void ready() override;

private:
    void show(const SnapshotProgress& progress);
    void conclude(const Result<SavedSnapshot>& saved);

    SystemClock m_clock;
    std::unique_ptr<NewFile> m_file; ///< until it is being written
    std::unique_ptr<SnapshotSaver> m_saver;
};

} // namespace argosy
