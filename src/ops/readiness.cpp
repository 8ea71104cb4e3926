// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/ops/readiness.h>

namespace argosy {

namespace {

/// A Workflow that has ended badly stays so; everything else may still come round.
bool isFinal(const Object& object)
{
    const QString phase = object.field("/status/phase");
    return object.ref().kind == u"Workflow" && (phase == u"Failed" || phase == u"Error");
}

} // namespace

Readiness::Readiness(Store& store, const Clock& clock, QList<ObjectRef> objects, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_objects(std::move(objects))
{
    connect(&store, &Store::changed, this, [this] { look(); });
    QMetaObject::invokeMethod(
        this, [this] { look(); }, Qt::QueuedConnection);
}

bool Readiness::isReady() const
{
    return std::ranges::all_of(
        m_objects, [this](const ObjectRef& ref) { return m_health.value(ref).state == Health::State::Healthy; });
}

void Readiness::look()
{
    const SnapshotPtr snapshot = m_store.snapshot();
    for (const ObjectRef& ref : std::as_const(m_objects)) {
        const ObjectPtr object = snapshot->find(ref);
        if (!object)
            continue;
        const Health health = healthOf(*object, m_clock.now());
        if (health == m_health.value(ref))
            continue;
        m_health.insert(ref, health);
        Q_EMIT healthChanged(ref);
        if (isFinal(*object) && !m_failed) {
            m_failed = true;
            Q_EMIT failed(ref);
        }
    }
    if (isReady() && !m_announced) {
        m_announced = true;
        Q_EMIT ready();
    }
}

} // namespace argosy
