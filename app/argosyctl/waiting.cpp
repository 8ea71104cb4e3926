// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.h"

#include <argosy/platform/versions.h>

namespace argosy {

namespace {

std::vector<Interest> followKinds(Store& store, const ApiCatalog& catalog, const QList<ObjectRef>& objects)
{
    std::vector<Interest> interests;
    for (const ObjectRef& object : objects) {
        const QString version = chooseVersion(object.groupKind(), SchemaSet::builtin(), &catalog);
        if (const auto resource = catalog.find({object.group, version, object.kind}))
            interests.push_back(store.follow(*resource));
    }
    return interests;
}

} // namespace

Waiting::Waiting(const Target& target, const Clock& clock, const Terminal& terminal, const QList<ObjectRef>& objects,
    std::chrono::seconds timeout)
    : m_terminal(terminal)
    , m_store(*target.connection, {})
    , m_readiness(m_store, clock, objects)
{
    connect(&m_readiness, &Readiness::healthChanged, this, &Waiting::print);
    connect(&m_readiness, &Readiness::ready, this, [this] { Q_EMIT finished(true); });
    connect(&m_readiness, &Readiness::failed, this, [this] { Q_EMIT finished(false); });
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_terminal.err(tr("Not ready in time."));
        Q_EMIT finished(false);
    });
    m_timeout.setSingleShot(true);
    if (timeout.count() > 0)
        m_timeout.start(timeout);
    m_interests = followKinds(m_store, target.catalog, objects);
}

void Waiting::print(const ObjectRef& object)
{
    const Health health = m_readiness.health(object);
    const QString word = m_terminal.coloured(toWord(health.state), colourFor(health.state));
    const QString why = health.message.isEmpty() ? health.reason : health.message.translated();
    m_terminal.err(
        QStringLiteral("%1 %2%3").arg(object.display(), word, why.isEmpty() ? QString() : QStringLiteral(": ") + why));
}

} // namespace argosy
