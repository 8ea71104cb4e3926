// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeconfigtypes.h"

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Json& body, std::string_view key)
{
    return argosy::textOf(member(body, key));
}

bool isSet(const Json& body, std::string_view key)
{
    return member(body, key) == Json(true);
}

Secret secretOf(const Json& body, std::string_view key)
{
    return Secret(textOf(body, key).toUtf8());
}

QByteArray decoded(const Json& body, std::string_view key)
{
    return QByteArray::fromBase64(textOf(body, key).toLatin1());
}

/// What the exec plugin of a cluster's user may be told about the cluster, as one line of JSON.
QByteArray execExtension(const Json& extensions)
{
    for (const Json& extension : extensions) {
        if (textOf(extension, "name") == "client.authentication.k8s.io/exec"_L1)
            return toCompactJson(member(extension, "extension"));
    }
    return {};
}

KubeCluster cluster(const KubeconfigPart& part)
{
    const Json& body = part.body;
    return {.name = part.name,
        .server = textOf(body, "server"),
        .certificateAuthority = resolvedPath(part.folder, textOf(body, "certificate-authority")),
        .certificateAuthorityData = decoded(body, "certificate-authority-data"),
        .tlsServerName = textOf(body, "tls-server-name"),
        .proxyUrl = textOf(body, "proxy-url"),
        .insecureSkipTlsVerify = isSet(body, "insecure-skip-tls-verify"),
        .disableCompression = isSet(body, "disable-compression"),
        .execExtension = execExtension(member(body, "extensions"))};
}

Impersonation impersonation(const Json& body)
{
    Impersonation made{
        .user = textOf(body, "as"), .uid = textOf(body, "as-uid"), .groups = textsOf(member(body, "as-groups"))};
    for (const auto& [key, values] : member(body, "as-user-extra").items())
        made.extra.insert(QString::fromStdString(key), textsOf(values));
    return made;
}

std::optional<ExecPlugin> execPlugin(const KubeconfigPart& part)
{
    const Json& exec = member(part.body, "exec");
    if (exec.is_null())
        return std::nullopt;
    const QString command = textOf(exec, "command");
    ExecPlugin plugin{.file = part.file,
        .apiVersion = textOf(exec, "apiVersion"),
        // A bare name is looked for in PATH.
        .command = command.contains(u'/') ? resolvedPath(part.folder, command) : command,
        .arguments = textsOf(member(exec, "args")),
        .environment = {},
        .installHint = textOf(exec, "installHint"),
        .interactiveMode = textOf(exec, "interactiveMode"),
        .provideClusterInfo = isSet(exec, "provideClusterInfo")};
    for (const Json& variable : member(exec, "env"))
        plugin.environment.append({textOf(variable, "name"), secretOf(variable, "value")});
    return plugin;
}

std::optional<QString> authProvider(const Json& provider)
{
    return provider.is_null() ? std::nullopt : std::optional(textOf(provider, "name"));
}

KubeUser user(const KubeconfigPart& part)
{
    const Json& body = part.body;
    const auto path = [&](std::string_view key) { return resolvedPath(part.folder, textOf(body, key)); };
    return {.name = part.name,
        .clientCertificate = path("client-certificate"),
        .clientKey = path("client-key"),
        .tokenFile = path("tokenFile"),
        .clientCertificateData = decoded(body, "client-certificate-data"),
        .clientKeyData = Secret(decoded(body, "client-key-data")),
        .token = secretOf(body, "token"),
        .username = textOf(body, "username"),
        .password = secretOf(body, "password"),
        .exec = execPlugin(part),
        .authProvider = authProvider(member(body, "auth-provider")),
        .impersonate = impersonation(body)};
}

KubeContext context(const KubeconfigPart& part)
{
    return {part.name, textOf(part.body, "cluster"), textOf(part.body, "user"), textOf(part.body, "namespace")};
}

} // namespace

Kubeconfig typedKubeconfig(const KubeconfigParts& parts)
{
    Kubeconfig config;
    std::ranges::transform(parts.clusters, std::back_inserter(config.clusters), &cluster);
    std::ranges::transform(parts.users, std::back_inserter(config.users), &user);
    std::ranges::transform(parts.contexts, std::back_inserter(config.contexts), &context);
    config.currentContext = parts.currentContext;
    config.files = parts.files;
    return config;
}

} // namespace argosy
