// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointcheck.h"

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

Message bothGiven(const QString& owner, const char* fileKey, const char* dataKey)
{
    return message("client", "“%1” has both %2 and %3; keep one of them.",
        {owner, QString::fromLatin1(fileKey), QString::fromLatin1(dataKey)});
}

/// The command that replaces an auth-provider; empty where none is known.
QString replacementFor(const QString& authProvider)
{
    static const QHash<QString, QString> commands{{u"azure"_s, u"kubelogin"_s}, {u"gcp"_s, u"gke-gcloud-auth-plugin"_s},
        {u"oidc"_s, u"kubectl-oidc_login"_s}, {u"openstack"_s, u"client-keystone-auth"_s}};
    return commands.value(authProvider);
}

Message authProviderText(const QString& user, const QString& provider)
{
    const QString command = replacementFor(provider);
    if (command.isEmpty())
        return message("client",
            "The user “%1” signs in with the auth-provider %2, which Argosy does not know; replace it by an exec entry "
            "in the kubeconfig.",
            {user, provider});
    return message("client",
        "The user “%1” signs in with the auth-provider %2, whose time is over; replace it by an exec entry in the "
        "kubeconfig that runs %3.",
        {user, provider, command});
}

std::optional<Message> certificateProblem(const KubeUser& user)
{
    const bool hasCertificate = !user.clientCertificate.isEmpty() || !user.clientCertificateData.isEmpty();
    if (!hasCertificate)
        return std::nullopt;
    if (!user.clientCertificate.isEmpty() && !user.clientCertificateData.isEmpty())
        return bothGiven(user.name, "client-certificate", "client-certificate-data");
    if (!user.clientKey.isEmpty() && !user.clientKeyData.isEmpty())
        return bothGiven(user.name, "client-key", "client-key-data");
    if (user.clientKey.isEmpty() && user.clientKeyData.isEmpty())
        return message("client", "The user “%1” has a client certificate but no client key.", {user.name});
    return std::nullopt;
}

std::optional<Message> missingField(const KubeUser& user, const char* field)
{
    return message(
        "client", "The exec entry of the user “%1” lacks the field %2.", {user.name, QString::fromLatin1(field)});
}

std::optional<Message> execProblem(const KubeUser& user)
{
    if (!user.exec)
        return std::nullopt;
    const ExecPlugin& exec = *user.exec;
    if (exec.command.isEmpty())
        return missingField(user, "command");
    if (exec.apiVersion.isEmpty())
        return missingField(user, "apiVersion");
    if (exec.apiVersion != ExecPlugin::kV1 && exec.apiVersion != ExecPlugin::kV1beta1)
        return message("client", "The exec entry of the user “%1” is for %2; it must be %3 or %4.",
            {user.name, exec.apiVersion, ExecPlugin::kV1, ExecPlugin::kV1beta1});
    if (std::ranges::any_of(exec.environment, &QString::isEmpty, &ExecPlugin::Variable::name))
        return missingField(user, "env.name");
    if (exec.interactiveMode.isEmpty())
        return missingField(user, "interactiveMode");
    if (!QStringList{u"Never"_s, u"IfAvailable"_s, u"Always"_s}.contains(exec.interactiveMode))
        return message("client", "The interactiveMode “%2” of the user “%1” is none of Never, IfAvailable and Always.",
            {user.name, exec.interactiveMode});
    return std::nullopt;
}

/// A line break in a value would let it add headers of its own.
bool fitsInAHeader(const QString& value)
{
    return std::ranges::none_of(value, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

std::optional<Message> impersonationProblem(const KubeUser& user)
{
    const Impersonation& as = user.impersonate;
    if (as.user.isEmpty() && (!as.uid.isEmpty() || !as.groups.isEmpty() || !as.extra.isEmpty()))
        return message(
            "client", "The user “%1” has as-uid, as-groups or as-user-extra, but does not say as whom.", {user.name});
    QStringList values = as.groups;
    values << as.user << as.uid;
    for (const QStringList& extra : as.extra)
        values << extra;
    if (!std::ranges::all_of(values, &fitsInAHeader))
        return message(
            "client", "The user “%1” acts as somebody whose name has a control character in it.", {user.name});
    return std::nullopt;
}

} // namespace

std::optional<Message> whyUnusable(const KubeCluster& cluster)
{
    if (!cluster.certificateAuthority.isEmpty() && !cluster.certificateAuthorityData.isEmpty())
        return bothGiven(cluster.name, "certificate-authority", "certificate-authority-data");
    if (cluster.insecureSkipTlsVerify
        && (!cluster.certificateAuthority.isEmpty() || !cluster.certificateAuthorityData.isEmpty()))
        return message("client",
            "The cluster “%1” has a certificate authority and insecure-skip-tls-verify; keep one of them.",
            {cluster.name});
    return std::nullopt;
}

std::optional<Message> whyUnusable(const KubeUser& user)
{
    if (const auto problem = certificateProblem(user))
        return problem;
    if (!user.token.isEmpty() && !user.username.isEmpty())
        return message("client", "The user “%1” has a token and a name with password; keep one of them.", {user.name});
    if (user.exec && user.authProvider)
        return message(
            "client", "The user “%1” has an exec entry and an auth-provider; keep the exec entry.", {user.name});
    if (user.authProvider)
        return authProviderText(user.name, *user.authProvider);
    if (const auto problem = execProblem(user))
        return problem;
    return impersonationProblem(user);
}

} // namespace argosy
