// SPDX-License-Identifier: GPL-3.0-or-later
#include "clustercommand.h"

#include <argosy/client/secretfiles.h>
#include <argosy/session/accessmodes.h>

#include <unistd.h>

namespace argosy {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours kWithoutEnd{24 * 20}; // a timer counts to 24 days

/// The context that --context, --cluster and --user make together, as kubectl overrides them. Without any context it is
/// called as the cluster is.
QString contextFrom(Kubeconfig& config, const Options& options)
{
    const QString name = options.context.isEmpty() ? config.currentContext : options.context;
    if (options.cluster.isEmpty() && options.user.isEmpty())
        return name;
    auto context = std::ranges::find(config.contexts, name, &KubeContext::name);
    if (context == config.contexts.end())
        context = config.contexts.insert(config.contexts.cend(), {.name = name.isEmpty() ? options.cluster : name});
    if (!options.cluster.isEmpty())
        context->cluster = options.cluster;
    if (!options.user.isEmpty())
        context->user = options.user;
    return context->name;
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

/// Why nothing may be written there; an empty one where it may.
Message writeHindrance(const Endpoint& endpoint, const QString& confirmed)
{
    const QString& context = endpoint.contextName;
    if (endpoint.access == AccessMode::ReadOnly)
        return message("argosyctl",
            "The context %1 is read-only; nothing was sent. argosyctl config mode %1 guarded allows writing.",
            {context});
    if (endpoint.access == AccessMode::Guarded && confirmed != context)
        return message("argosyctl",
            "The context %1 is guarded; nothing was sent. If you mean it, repeat the command with --confirm %1.",
            {context});
    return {};
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

Result<Endpoint> endpointFrom(const Options& options, const Terminal& terminal)
{
    auto config = loadKubeconfig(options.kubeconfig);
    if (!config)
        return fail(config.error());
    for (const Message& warning : exposedSecretFiles(*config))
        terminal.warn(warning);
    if (options.insecureSkipTlsVerify)
        trustAnyServer(*config);
    impersonate(*config, options);
    auto endpoint = endpointFor(*config, contextFrom(*config, options), ClusterId::management());
    if (!endpoint)
        return endpoint;
    if (!options.server.isEmpty())
        endpoint->server.server = options.server;
    const auto access = AccessModes(Paths::fromEnvironment()).modeOf(identityOf(*endpoint));
    if (!access)
        return fail(access.error());
    endpoint->access = *access;
    if (!options.nameSpace.isEmpty())
        endpoint->defaultNamespace = options.nameSpace;
    if (!options.fieldManager.isEmpty())
        endpoint->fieldManager = options.fieldManager;
    if (options.requestTimeout)
        endpoint->requestTimeout = *options.requestTimeout > 0s ? *options.requestTimeout : kWithoutEnd;
    return endpoint;
}

void ConnectedCommand::start()
{
    if (const auto prepared = prepare(); !prepared)
        return trouble(prepared.error());
    auto endpoint = endpointFrom(options(), terminal());
    if (!endpoint)
        return trouble(endpoint.error());
    const Message why = writes() ? writeHindrance(*endpoint, options().confirm) : Message();
    if (!why.isEmpty())
        return trouble({.kind = ErrorKind::Forbidden, .message = why});
    m_connection = std::make_unique<Connection>(std::move(*endpoint), terminalSignIn());
    speakFor(*m_connection, terminal());
    connected();
}

void ClusterCommand::connected()
{
    m_discovery = std::make_unique<Discovery>(connection());
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
    return {{ClusterId::management(), Target{&connection(), m_server.catalog}}};
}

} // namespace argosy
