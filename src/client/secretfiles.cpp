// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/secretfiles.h>

#include <QFileInfo>

namespace argosy {

QStringList secretFiles(const Kubeconfig& config)
{
    QStringList files = config.files;
    for (const KubeUser& user : config.users)
        files << user.clientKey << user.tokenFile;
    files.removeAll(QString());
    files.removeDuplicates();
    return files;
}

Message exposureOf(const QString& file, QFileDevice::Permissions permissions)
{
    if (permissions.testFlag(QFileDevice::ReadOther))
        return message("client", "%1 is world-readable, and it may hold secrets: chmod 600 keeps them yours.", {file});
    if (permissions.testFlag(QFileDevice::ReadGroup))
        return message("client", "%1 is group-readable, and it may hold secrets: chmod 600 keeps them yours.", {file});
    return {};
}

QList<Message> exposedSecretFiles(const Kubeconfig& config)
{
    QList<Message> warnings;
    for (const QString& file : secretFiles(config)) {
        const QFileInfo info(file);
        const Message warning = info.isFile() ? exposureOf(file, info.permissions()) : Message();
        if (!warning.isEmpty())
            warnings.append(warning);
    }
    return warnings;
}

} // namespace argosy
