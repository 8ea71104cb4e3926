// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>
#include <argosy/base/secret.h>
#include <argosy/kube/problem.h>

#include <QList>
#include <QString>
#include <QStringList>

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
    QString execCommand; ///< not empty: the user signs in with an exec plugin
    QString authProvider; ///< not empty: removed from kubectl; named so that the message can say what to do
    QString impersonate; ///< not empty: requests should act as this user (`as`)
};

struct KubeContext
{
    QString name, cluster, user, nameSpace;
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
};

/// The files kubectl would read: `explicitFile` alone if given (it must exist), else the list in KUBECONFIG, else
/// ~/.kube/config.
[[nodiscard]] QStringList kubeconfigFiles(const QString& explicitFile = {});
/// Reads and merges; the first file that names a thing wins. Relative paths are made absolute by the folder of their
/// file. A missing explicit file fails with Io; no file at all gives an empty config.
[[nodiscard]] Result<Kubeconfig> loadKubeconfig(const QString& explicitFile = {});
/// From text; `folder` is what relative paths refer to, `origin` names the text in errors.
[[nodiscard]] Result<Kubeconfig> parseKubeconfig(const QByteArray& yaml, const QString& folder, const QString& origin);

} // namespace argosy
