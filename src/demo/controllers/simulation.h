// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "azure.h"
#include "karpenter.h"
#include "workflows.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace argosy::demo {

struct SimulationOptions
{
    double speed = 1.0; ///< of simulated time
    QByteArray seed = "argosy"; ///< decides the names that controllers make up
    QByteArray kubeconfig; ///< what the credentials of clusters are exported as
};

/// The simulated controllers over one storage. Either `tick` is called, or `start` has a thread do it.
class Simulation final
{
public:
    Simulation(std::shared_ptr<Storage> storage, const ResourceCatalog& catalog, const SimulationOptions& options);
    ~Simulation();

    /// Lets every controller act until nothing is left to do now. How long until there is, or nothing.
    std::optional<std::chrono::milliseconds> tick();

    void start();
    /// Returns when the thread has ended.
    void stop();

private:
    void loop();

    std::shared_ptr<Storage> m_storage;
    double m_speed;
    QDateTime m_started;
    Cluster m_cluster;
    AzureOperator m_azure;
    Karpenter m_karpenter;
    NodeClaims m_nodeClaims;
    AgentPoolNodes m_agentPoolNodes;
    Workflows m_workflows;

    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
};

} // namespace argosy::demo
