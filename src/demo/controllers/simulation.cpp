// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

using namespace std::chrono_literals;

namespace argosy::demo {

/// Controllers that answer each other come to rest long before this.
constexpr int kMostRounds = 50;
/// How long a stop may have to wait.
constexpr auto kLongestWait = 100ms;

Simulation::Simulation(
    std::shared_ptr<Storage> storage, const ResourceCatalog& catalog, const SimulationOptions& options)
    : m_storage(std::move(storage))
    , m_speed(options.speed)
    , m_started(m_storage->clock().now())
    , m_cluster(*m_storage, catalog, options.seed)
    , m_azure(m_cluster, options.kubeconfig)
    , m_karpenter(m_cluster)
    , m_nodeClaims(m_cluster)
    , m_agentPoolNodes(m_cluster)
    , m_workflows(m_cluster)
{ }

Simulation::~Simulation()
{
    stop();
}

std::optional<std::chrono::milliseconds> Simulation::tick()
{
    std::optional<std::chrono::milliseconds> next;
    for (int round = 0; round < kMostRounds; ++round) {
        const qint64 before = m_storage->revision();
        const double elapsed = static_cast<double>(m_started.msecsTo(m_storage->clock().now()));
        m_cluster.timers().beginTick(static_cast<qint64>(elapsed * m_speed));
        m_azure.step();
        m_karpenter.step();
        m_nodeClaims.step();
        m_agentPoolNodes.step();
        m_workflows.step();
        next = m_cluster.timers().endTick();
        if (m_storage->revision() == before)
            break;
    }
    if (!next)
        return std::nullopt;
    const auto real = static_cast<qint64>(static_cast<double>(next->count()) / m_speed) + 1;
    return std::chrono::milliseconds(real);
}

void Simulation::start()
{
    m_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void Simulation::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Simulation::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        const auto wait = std::min(tick().value_or(kLongestWait), std::chrono::milliseconds(kLongestWait));
        const qint64 seen = m_storage->revision();
        // A closed storage ends every wait at once.
        if (!m_storage->isClosed())
            m_storage->waitForRevision(seen, wait);
        lock.lock();
        if (m_storage->isClosed())
            m_wake.wait_for(lock, kLongestWait, [this] { return m_stopping; });
    }
}

} // namespace argosy::demo
