// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/connection.h>

#include "endpointcheck.h"

#include <QUrl>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

Error unusable(const Kubeconfig& config, const ClusterId& cluster, const Message& text)
{
    return {.kind = ErrorKind::Invalid,
        .message = text,
        .where = {.cluster = cluster.toString(), .file = config.files.join(u", "_s)}};
}

} // namespace

QString toWord(AccessMode mode)
{
    switch (mode) {
    case AccessMode::ReadOnly: return u"read-only"_s;
    case AccessMode::Guarded: return u"guarded"_s;
    case AccessMode::Open: return u"open"_s;
    }
    return {};
}

std::optional<AccessMode> accessModeFrom(const QString& word)
{
    for (const AccessMode mode : {AccessMode::ReadOnly, AccessMode::Guarded, AccessMode::Open})
        if (toWord(mode) == word)
            return mode;
    return {};
}

Result<Endpoint> endpointFor(const Kubeconfig& config, const QString& contextName, const ClusterId& cluster)
{
    const auto failure = [&](const Message& text) { return fail(unusable(config, cluster, text)); };
    const QString files = config.files.join(u", "_s);
    const QString name = contextName.isEmpty() ? config.currentContext : contextName;
    if (name.isEmpty())
        return failure(message("client", "No context is chosen, and the kubeconfig has no current one."));
    const KubeContext* context = config.context(name);
    if (!context)
        return failure(message("client", "The kubeconfig %1 has no context “%2”.", {files, name}));
    const KubeCluster* server = config.cluster(context->cluster);
    if (!server || server->server.isEmpty())
        return failure(message("client", "The context “%1” in %2 names the cluster “%3”, which has no server.",
            {name, files, context->cluster}));
    const KubeUser* user = config.user(context->user);
    if (!user && !context->user.isEmpty())
        return failure(message(
            "client", "The context “%1” in %2 names the user “%3”, which is not there.", {name, files, context->user}));
    const KubeUser signedIn = user ? *user : KubeUser{};
    if (const auto why = whyUnusable(*server))
        return failure(*why);
    if (const auto why = whyUnusable(signedIn))
        return failure(*why);
    return Endpoint{.cluster = cluster,
        .contextName = name,
        .server = *server,
        .user = signedIn,
        .defaultNamespace = context->nameSpace.isEmpty() ? u"default"_s : context->nameSpace};
}

QList<Message> warningsAbout(const Endpoint& endpoint)
{
    if (!endpoint.server.insecureSkipTlsVerify)
        return {};
    return {message("client",
        "The certificate of %1 is not checked (insecure-skip-tls-verify): whoever is on the way can read and change "
        "what "
        "is sent.",
        {QUrl(endpoint.server.server).toDisplayString(QUrl::RemoveUserInfo)})};
}

} // namespace argosy
