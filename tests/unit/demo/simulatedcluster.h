// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/conditions.h"
#include "controllers/simulation.h"
#include "seeds.h"

#include <fakeclock.h>

namespace argosy {

/// A storage with the controllers over it, and a clock that a test moves.
class SimulatedCluster final
{
public:
    SimulatedCluster()
        : m_clock(std::make_shared<FakeClock>())
        , m_storage(std::make_shared<demo::Storage>(m_clock))
        , m_catalog(SchemaSet::builtin())
        , m_cluster(*m_storage, m_catalog, "test")
        , m_simulation(m_storage, m_catalog, {.speed = 1.0, .seed = "test", .kubeconfig = "apiVersion: v1\n"})
    {
        const Result<> planted = demo::plantSeeds(*m_storage, SchemaSet::builtin());
        Q_ASSERT(planted);
    }

    /// Applies a manifest given as YAML; the error's text, or nothing.
    QString apply(const QByteArray& yaml)
    {
        const Result<Json> manifest = demo::parseBody(yaml, true);
        return manifest ? applyJson(*manifest) : manifest.error().message.english();
    }

    QString applyJson(const Json& manifest)
    {
        const auto applied = m_cluster.apply(manifest, QStringLiteral("tester"), false, false);
        return applied ? QString() : applied.error().message.english();
    }

    /// Moves the clock in small steps.
    void run(std::chrono::milliseconds time)
    {
        for (std::chrono::milliseconds passed{0}; passed <= time; passed += kStep) {
            m_simulation.tick();
            m_clock->advance(kStep);
        }
    }

    /// Runs until it holds; false after that time.
    bool runUntil(const std::function<bool()>& holds, std::chrono::seconds atMost)
    {
        for (std::chrono::milliseconds passed{0}; passed <= atMost && !holds(); passed += kStep) {
            m_simulation.tick();
            m_clock->advance(kStep);
        }
        return holds();
    }

    [[nodiscard]] Json get(
        const char* group, const char* kind, const QString& name, const QString& nameSpace = {}) const
    {
        const demo::JsonPtr object =
            m_cluster.get({QString::fromLatin1(group), QString::fromLatin1(kind)}, nameSpace, name);
        return object ? *object : Json();
    }
    [[nodiscard]] QList<demo::JsonPtr> list(const char* group, const char* kind) const
    {
        return m_cluster.list({QString::fromLatin1(group), QString::fromLatin1(kind)});
    }
    [[nodiscard]] demo::Cluster& cluster() { return m_cluster; }

private:
    static constexpr std::chrono::milliseconds kStep{100};

    std::shared_ptr<FakeClock> m_clock;
    std::shared_ptr<demo::Storage> m_storage;
    demo::ResourceCatalog m_catalog;
    demo::Cluster m_cluster;
    demo::Simulation m_simulation;
};

/// "Reason/Severity: message" of a condition.
[[nodiscard]] inline QString conditionText(const Json& object, const char* type)
{
    const Json& condition = demo::conditionOf(object, type);
    return textAt(condition, "/status") + QLatin1Char(' ') + textAt(condition, "/reason") + QLatin1Char('/')
        + textAt(condition, "/severity");
}

} // namespace argosy
