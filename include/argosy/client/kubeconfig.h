// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/base/secret.h>
#include <argosy/kube/problem.h>

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace argosy {

struct KubeCluster
{
    QString name;
    QString server;
    QString certificateAuthority; ///< absolute path
    QByteArray certificateAuthorityData; ///< PEM, decoded
    QString tlsServerName;
    QString proxyUrl;
    bool insecureSkipTlsVerify = false;
    bool disableCompression = false;
    QByteArray execExtension; ///< JSON for the exec plugin of the user: extension client.authentication.k8s.io/exec
    bool operator==(const KubeCluster&) const = default;
};

/// A command that signs a user in (client.authentication.k8s.io, v1 and v1beta1).
struct ExecPlugin
{
    static constexpr QLatin1StringView kV1{"client.authentication.k8s.io/v1"};
    static constexpr QLatin1StringView kV1beta1{"client.authentication.k8s.io/v1beta1"};

    struct Variable
    {
        QString name;
        Secret value;
        bool operator==(const Variable&) const = default;
    };
    QString file; ///< the kubeconfig that names the command
    QString apiVersion;
    QString command; ///< absolute, or a name to be found in PATH
    QStringList arguments;
    QList<Variable> environment; ///< beside what the program itself has
    QString installHint; ///< for people, where the command is missing
    QString interactiveMode; ///< Never, IfAvailable, Always; as it stands in the file
    bool provideClusterInfo = false;
    bool operator==(const ExecPlugin&) const = default;
};

/// Whom requests act as (`as`, `as-uid`, `as-groups`, `as-user-extra`); without a user they act as themselves.
struct Impersonation
{
    QString user, uid;
    QStringList groups;
    QMap<QString, QStringList> extra;
    bool operator==(const Impersonation&) const = default;
};

struct KubeUser
{
    QString name;
    QString clientCertificate, clientKey, tokenFile; ///< absolute paths
    QByteArray clientCertificateData; ///< PEM, decoded
    Secret clientKeyData; ///< PEM, decoded
    Secret token;
    QString username;
    Secret password;
    std::optional<ExecPlugin> exec;
    std::optional<QString> authProvider; ///< removed from kubectl; named so that the message can say what to do
    Impersonation impersonate;
    bool operator==(const KubeUser&) const = default;
};

struct KubeContext
{
    QString name, cluster, user, nameSpace;
    bool operator==(const KubeContext&) const = default;
};

/// A merged kubeconfig. Reading it runs no command and opens none of the files it names.
struct Kubeconfig
{
    QList<KubeCluster> clusters;
    QList<KubeUser> users;
    QList<KubeContext> contexts;
    QString currentContext;
    QStringList files; ///< those that were read, in order of precedence
    QList<Error> warnings; ///< a file of KUBECONFIG that is missing, a context that names no cluster, …

    [[nodiscard]] const KubeContext* context(const QString& name) const;
    [[nodiscard]] const KubeCluster* cluster(const QString& name) const;
    [[nodiscard]] const KubeUser* user(const QString& name) const;
    bool operator==(const Kubeconfig&) const = default;
};

/// The files kubectl would read: `explicitFile` alone if given (it must exist), else the list in KUBECONFIG (a list of
/// nothing is no file at all), else ~/.kube/config.
[[nodiscard]] QStringList kubeconfigFiles(const QString& explicitFile = {});
/// Reads and merges; the first file that names a thing wins. Relative paths are made absolute by the folder of their
/// file. Unknown fields are passed over; nothing ever writes the files. Fails with Io for a missing explicit file and
/// any that cannot be read, with Parse for what kubectl refuses too: a wrong type, a name twice in one file. No file at
/// all gives an empty config.
[[nodiscard]] Result<Kubeconfig> loadKubeconfig(const QString& explicitFile = {});
/// From text; `folder` is what relative paths refer to, `origin` names the text in errors.
[[nodiscard]] Result<Kubeconfig> parseKubeconfig(const QByteArray& yaml, const QString& folder, const QString& origin);

} // namespace argosy
