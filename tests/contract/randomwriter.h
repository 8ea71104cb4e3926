// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include <QStringList>
#include <QThread>

#include <memory>

namespace argosy {

/**
 * A client that makes so many random writes to the objects of some collections (paths) and ends: it creates, replaces,
 * patches and deletes a few names in each. A thread of its own; the destructor waits for its end.
 */
class RandomWriter final
{
public:
    RandomWriter(const Kubeconfig& config, const QStringList& collections, quint32 seed, int writes);
    ~RandomWriter();
    Q_DISABLE_COPY_MOVE(RandomWriter)

    [[nodiscard]] bool isFinished() const { return m_thread->isFinished(); }

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace argosy
