// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <argosy/manifest/snapshotfile.h>

#include <QFile>

namespace argosy {

/// `snapshot info`: reads a snapshot to its end and says what is in it. Exit code 2 where it is none, or not whole.
class SnapshotInfoCommand final : public Command
{
    Q_OBJECT
public:
    SnapshotInfoCommand(Options options, const Terminal& terminal);
    void start() override;

private:
    void readOn();
    void failWith(Error error);
    void print() const;
    [[nodiscard]] QList<QStringList> facts() const; ///< of the whole snapshot: what, value
    void printJson() const;

    QFile m_file;
    SnapshotReader m_reader;
    SnapshotHead m_head;
    QList<SnapshotListing> m_listings;
    QList<SnapshotGap> m_gaps;
    qint64 m_objects = 0;
};

} // namespace argosy
