// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal.h"

#include <argosy/ops/planner.h>
#include <argosy/ops/readiness.h>

#include <QTimer>

namespace argosy {

/// Waits for objects to become ready, printing each change of health to standard error.
class Waiting final : public QObject
{
    Q_OBJECT
public:
    /// A timeout of 0 waits without end. The target's connection, the clock and the terminal must outlive this.
    Waiting(const Target& target, const Clock& clock, const Terminal& terminal, const QList<ObjectRef>& objects,
        std::chrono::seconds timeout);

Q_SIGNALS:
    void finished(bool ready);

private:
    void print(const ObjectRef& object);

    const Terminal& m_terminal;
    Store m_store;
    std::vector<Interest> m_interests;
    Readiness m_readiness;
    QTimer m_timeout;
};

} // namespace argosy
