// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/models/resourcetreebuilder.h>

#include <argosy/base/pool.h>

namespace argosy {

namespace {
constexpr std::chrono::milliseconds kCoalesce{20};
constexpr std::chrono::seconds kAgeing{15};
} // namespace

ResourceTreeBuilder::ResourceTreeBuilder(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCoalesce);
    m_ageing.setInterval(kAgeing);
    connect(&m_soon, &QTimer::timeout, this, &ResourceTreeBuilder::build);
    connect(&m_ageing, &QTimer::timeout, this, &ResourceTreeBuilder::schedule);
}

void ResourceTreeBuilder::setStores(const QList<Store*>& stores)
{
    for (const QPointer<Store>& store : std::as_const(m_stores))
        if (store)
            store->disconnect(this);
    m_stores.clear();
    for (Store* store : stores) {
        m_stores.append(store);
        connect(store, &Store::changed, this, &ResourceTreeBuilder::schedule);
        // A kind without any object is complete without a change: what is missing shows only then.
        connect(store, &Store::kindStateChanged, this, &ResourceTreeBuilder::schedule);
        connect(store, &QObject::destroyed, this, &ResourceTreeBuilder::schedule);
    }
    m_built = false;
    ++m_generation;
    stores.isEmpty() ? m_ageing.stop() : m_ageing.start();
    schedule();
}

void ResourceTreeBuilder::setOptions(const TreeOptions& options)
{
    m_options = options;
    ++m_generation;
    schedule();
}

void ResourceTreeBuilder::schedule()
{
    if (m_building)
        m_again = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

QList<SnapshotPtr> ResourceTreeBuilder::snapshots() const
{
    QList<SnapshotPtr> list;
    for (const QPointer<Store>& store : m_stores)
        if (store)
            list.append(store->snapshot());
    return list;
}

void ResourceTreeBuilder::build()
{
    m_building = true;
    m_again = false;
    runOnPool(
        this,
        [snapshots = snapshots(), now = m_clock.now(), options = m_options] {
            return buildTree(snapshots, now, options);
        },
        [this, generation = m_generation](ResourceTree tree) {
            m_building = false;
            if (generation == m_generation) {
                m_tree = std::move(tree);
                m_built = true;
                Q_EMIT built();
            }
            if (m_again || generation != m_generation)
                schedule();
        });
}

} // namespace argosy
