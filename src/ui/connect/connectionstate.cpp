// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectionstate.h"

#include <argosy/session/clustersession.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Connection", text);
}

/// The step that an error stopped: 0 reaching the server, 1 signing in, 2 asking what it serves.
int failedStep(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Timeout:
    case ErrorKind::Tls: return 0;
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden: return 1;
    default: return 2;
    }
}

} // namespace

ConnectionState connectionState(const ClusterSession* cluster)
{
    if (!cluster)
        return {u"state-missing"_s, Tone::Unknown, tr("Not connected"),
            tr("Documents can be written; reviewing and applying them needs a cluster.")};
    const QString why = failureText(*cluster);
    switch (cluster->phase()) {
    case ClusterSession::Phase::Connecting:
        return {u"state-progressing"_s, Tone::Progressing, tr("Connecting"), cluster->endpoint().server.server};
    case ClusterSession::Phase::Ready:
        return {u"state-healthy"_s, Tone::Healthy, tr("Connected"),
            tr("%1, Kubernetes %2").arg(cluster->endpoint().server.server, cluster->server().version)};
    case ClusterSession::Phase::Lost: {
        const bool isSignedOut = cluster->error() && cluster->error()->kind == ErrorKind::Unauthenticated;
        return {u"state-degraded"_s, Tone::Degraded, isSignedOut ? tr("Signed out") : tr("Connection lost"), why};
    }
    case ClusterSession::Phase::Failed: return {u"state-stuck"_s, Tone::Stuck, tr("Cannot connect"), why};
    }
    return {};
}

QString failureText(const ClusterSession& cluster)
{
    const std::optional<Error>& error = cluster.error();
    if (!error)
        return {};
    const QString text = error->message.translated();
    return error->isTransient() ? tr("%1 Argosy tries again by itself.").arg(text) : text;
}

QString clusterName(const ClusterSession* cluster)
{
    if (!cluster)
        return tr("No cluster");
    const QString& context = cluster->endpoint().contextName;
    return context.isEmpty() ? tr("Embedded cluster") : context;
}

QList<ConnectionStep> connectionSteps(ClusterSession& cluster)
{
    const Endpoint& endpoint = cluster.endpoint();
    QList<ConnectionStep> steps{{.text = tr("Reach %1").arg(endpoint.server.server)},
        {.text = endpoint.user.name.isEmpty() ? tr("Sign in") : tr("Sign in as %1").arg(endpoint.user.name)},
        {.text = tr("Ask what the server serves")}};
    const bool answered = cluster.connection().state() == Connection::State::Connected;
    qsizetype current = answered ? 2 : 0;
    Health::State state = Health::State::Progressing;
    if (cluster.phase() == ClusterSession::Phase::Ready)
        current = steps.size();
    else if (cluster.phase() != ClusterSession::Phase::Connecting) {
        state = cluster.phase() == ClusterSession::Phase::Failed ? Health::State::Stuck : Health::State::Degraded;
        current = cluster.error() ? failedStep(*cluster.error()) : 0;
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        steps[i].state = i < current ? Health::State::Healthy : i == current ? state : Health::State::Missing;
    return steps;
}

} // namespace argosy
