// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace argosy {

/// Lets the calling thread stand back where it competes with the GUI thread for a processor. Linux has it for each
/// thread; elsewhere nothing happens.
void standBack();

/**
 * Runs `work` on the global pool and hands its result to `done` on the GUI thread. `done` is never called from inside
 * this call, and not at all once `receiver` is gone; `work` runs to its end all the same, so it must own what it reads.
 * GUI thread only.
 */
template <class Work, class Done> void runOnPool(QObject* receiver, Work work, Done done)
{
    QThreadPool::globalInstance()->start(
        [guard = QPointer<QObject>(receiver), work = std::move(work), done = std::move(done)]() mutable {
            standBack();
            auto result = std::make_shared<decltype(work())>(work());
            // The application outlives the work: its destructor waits for the pool.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard = std::move(guard), result, done = std::move(done)]() mutable {
                    if (guard)
                        done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
}

/// Destroys the value on the global pool, where this is the last share of it: what a large list holds takes longer to
/// free than a frame.
template <class T> void destroyOnPool(T value)
{
    QThreadPool::globalInstance()->start([value = std::move(value)] { standBack(); });
}

} // namespace argosy
