// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/insight/tree.h>
#include <argosy/live/store.h>

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace argosy {

/**
 * Keeps the resource tree of some stores up to date. Building runs on the pool, one at a time: what changes meanwhile
 * leads to one more run. Lives on the GUI thread.
 */
class ResourceTreeBuilder final : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive the builder.
    explicit ResourceTreeBuilder(const Clock& clock, QObject* parent = nullptr);

    /// Replaces what is followed; a store that is destroyed drops out by itself.
    void setStores(const QList<Store*>& stores);
    void setOptions(const TreeOptions& options);

    /// The newest tree; empty before the first built().
    [[nodiscard]] const ResourceTree& tree() const { return m_tree; }
    [[nodiscard]] bool hasBuilt() const { return m_built; } ///< since the stores were set

Q_SIGNALS:
    void built();

private:
    void schedule();
    void build();
    [[nodiscard]] QList<SnapshotPtr> snapshots() const;

    const Clock& m_clock;
    QList<QPointer<Store>> m_stores;
    TreeOptions m_options;
    ResourceTree m_tree;
    QTimer m_soon;
    QTimer m_ageing; ///< what makes no progress gets stuck without any event
    int m_generation = 0; ///< of stores and options: an answer to an older one is dropped
    bool m_building = false;
    bool m_again = false;
    bool m_built = false;
};

} // namespace argosy
