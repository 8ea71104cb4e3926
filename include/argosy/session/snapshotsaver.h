// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/base/newfile.h>
#include <argosy/client/discovery.h>
#include <argosy/manifest/snapshotfile.h>

#include <QObject>

namespace argosy {

/// What a snapshot takes of a cluster.
struct SnapshotScope
{
    QString nameSpace; ///< namespaced kinds only of this one; empty: of all
    QStringList kinds; ///< as people name kinds; empty: all that can be listed
};

struct SnapshotProgress
{
    int kind = 0; ///< the present one's place
    int kinds = 0;
    QString resource; ///< the present one
    qint64 objects = 0; ///< so far
};

struct SavedSnapshot
{
    qint64 objects = 0;
    int kinds = 0; ///< those that were read
    qint64 bytes = 0;
    QList<SnapshotGap> missing;
    bool operator==(const SavedSnapshot&) const = default;
};

/**
 * Reads a cluster, kind by kind and page by page, into a snapshot. What cannot be read is named in it; where nothing
 * can be read any more, it fails. Nothing is written to the cluster. Lives on the GUI thread; decoding, packing and
 * writing run on the pool. Destroying it before finished() leaves no file.
 */
class SnapshotSaver final : public QObject
{
    Q_OBJECT
public:
    /// The connection must outlive the saver.
    SnapshotSaver(Connection& connection, ServerInfo server, QObject* parent = nullptr);
    ~SnapshotSaver() override;

    /// Once. `file` is open; `program` is named in the snapshot as what wrote it. Fails with NotFound for a kind that
    /// the server does not have, and with Io; finished() does not come then.
    [[nodiscard]] Result<> start(
        std::unique_ptr<NewFile> file, const SnapshotScope& scope, const Clock& clock, const QString& program);

Q_SIGNALS:
    void progressed(const argosy::SnapshotProgress& progress);
    void finished(const argosy::Result<argosy::SavedSnapshot>& saved);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace argosy
