// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include <QStringList>
#include <QThread>

#include <atomic>
#include <memory>

namespace argosy {

/**
 * A client that makes random writes to the objects of some collections (paths), to which nobody else writes: it
 * creates, replaces, patches and deletes a few names in each. A thread of its own, until the destructor ends it.
 */
class RandomWriter final
{
public:
    RandomWriter(const Kubeconfig& config, const QStringList& collections, quint32 seed);
    ~RandomWriter();
    Q_DISABLE_COPY_MOVE(RandomWriter)

    /// So many writes have been carried out.
    [[nodiscard]] int written() const { return m_written; }

private:
    std::atomic<int> m_written = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace argosy
