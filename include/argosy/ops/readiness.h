// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/clock.h>
#include <argosy/insight/health.h>
#include <argosy/live/store.h>

#include <QObject>

namespace argosy {

/// Follows some objects of one store until all of them are Healthy. Lives on the GUI thread.
class Readiness final : public QObject
{
    Q_OBJECT
public:
    /// The store must follow the objects' kinds; store and clock must outlive this.
    Readiness(Store& store, const Clock& clock, QList<ObjectRef> objects, QObject* parent = nullptr);

    [[nodiscard]] const QList<ObjectRef>& objects() const { return m_objects; }
    [[nodiscard]] Health health(const ObjectRef& object) const { return m_health.value(object); }
    [[nodiscard]] bool isReady() const;
    /// True once an object failed for good: a Workflow in phase Failed or Error.
    [[nodiscard]] bool hasFailed() const { return m_failed; }

Q_SIGNALS:
    void healthChanged(const argosy::ObjectRef& object);
    void ready();
    void failed(const argosy::ObjectRef& object);

private:
    void look();

    Store& m_store;
    const Clock& m_clock;
    QList<ObjectRef> m_objects;
    QHash<ObjectRef, Health> m_health;
    bool m_failed = false;
    bool m_announced = false;
};

} // namespace argosy
