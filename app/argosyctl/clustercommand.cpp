// SPDX-License-Identifier: GPL-3.0-or-later
#include "clustercommand.h"

#include <unistd.h>

namespace argosy {

namespace {

/// The context that --context, --cluster and --user make together, as kubectl overrides them.
Result<QString> contextFrom(Kubeconfig& config, const Options& options)
{
    const QString name = options.context.isEmpty() ? config.currentContext : options.context;
    if (options.cluster.isEmpty() && options.user.isEmpty())
        return name;
    KubeContext context = config.context(name) ? *config.context(name) : KubeContext();
    if (!options.cluster.isEmpty())
        context.cluster = options.cluster;
    if (!options.user.isEmpty())
        context.user = options.user;
    context.name = QStringLiteral("--cluster/--user");
    config.contexts.append(context);
    return context.name;
}

/// An authority beside it would be a contradiction.
void trustAnyServer(Kubeconfig& config)
{
    for (KubeCluster& cluster : config.clusters) {
        cluster.insecureSkipTlsVerify = true;
        cluster.certificateAuthority.clear();
        cluster.certificateAuthorityData.clear();
    }
}

void impersonate(Kubeconfig& config, const Options& options)
{
    for (KubeUser& user : config.users) {
        if (!options.as.isEmpty())
            user.impersonate.user = options.as;
        if (!options.asUid.isEmpty())
            user.impersonate.uid = options.asUid;
        if (!options.asGroups.isEmpty())
            user.impersonate.groups = options.asGroups;
    }
}

} // namespace

SignInOptions terminalSignIn()
{
    return {.mayRun = allowAnyCommand(), .terminal = isatty(STDIN_FILENO) == 1};
}

void speakFor(Connection& connection, const Terminal& terminal)
{
    for (const Message& warning : warningsAbout(connection.endpoint()))
        terminal.warn(warning);
    QObject::connect(&connection, &Connection::signInSpoke, &connection,
        [&terminal](const QString& text) { terminal.errRaw(text); });
}

Result<Endpoint> endpointFrom(const Options& options)
{
    auto config = loadKubeconfig(options.kubeconfig);
    if (!config)
        return fail(config.error());
    if (options.insecureSkipTlsVerify)
        trustAnyServer(*config);
    impersonate(*config, options);
    const auto context = contextFrom(*config, options);
    if (!context)
        return fail(context.error());
    auto endpoint = endpointFor(*config, *context, ClusterId::management());
    if (!endpoint)
        return endpoint;
    if (!options.server.isEmpty())
        endpoint->server.server = options.server;
    if (!options.nameSpace.isEmpty())
        endpoint->defaultNamespace = options.nameSpace;
    return endpoint;
}

void ClusterCommand::start()
{
    if (const auto prepared = prepare(); !prepared)
        return trouble(prepared.error());
    auto endpoint = endpointFrom(options());
    if (!endpoint)
        return trouble(endpoint.error());
    m_connection = std::make_unique<Connection>(std::move(*endpoint), terminalSignIn());
    speakFor(*m_connection, terminal());
    m_discovery = std::make_unique<Discovery>(*m_connection);
    m_discovery->run(this, [this](const Result<ServerInfo>& answer) {
        if (!answer)
            return trouble(answer.error());
        m_server = *answer;
        for (const Error& warning : m_server.warnings)
            terminal().report(warning);
        ready();
    });
}

Targets ClusterCommand::targets()
{
    return {{ClusterId::management(), Target{m_connection.get(), m_server.catalog}}};
}

} // namespace argosy
