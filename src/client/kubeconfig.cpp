// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/kubeconfig.h>

#include "kubeconfigparts.h"
#include "kubeconfigtypes.h"

#include <QDir>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

template <class Entry> const Entry* named(const QList<Entry>& entries, const QString& name)
{
    const auto found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? nullptr : &*found;
}

Error danglingContext(const Message& text, const QString& origin)
{
    return {.kind = ErrorKind::Invalid, .message = text, .where = {.file = origin}};
}

void warnOfMissingFiles(Kubeconfig& config, const QStringList& missing)
{
    for (const QString& file : missing)
        config.warnings.append(Error{.kind = ErrorKind::Io,
            .message = message("client", "KUBECONFIG names %1, which does not exist.", {file}),
            .where = {.file = file}});
}

/// Contexts that cannot be used are kept, because people look for them; each says why.
void warnOfDanglingContexts(Kubeconfig& config)
{
    const QString origin = config.files.join(u", "_s);
    for (const KubeContext& context : config.contexts) {
        if (!config.cluster(context.cluster))
            config.warnings.append(
                danglingContext(message("client", "The context “%1” in %2 names the cluster “%3”, which is not there.",
                                    {context.name, origin, context.cluster}),
                    origin));
        if (!context.user.isEmpty() && !config.user(context.user))
            config.warnings.append(
                danglingContext(message("client", "The context “%1” in %2 names the user “%3”, which is not there.",
                                    {context.name, origin, context.user}),
                    origin));
    }
    if (!config.currentContext.isEmpty() && !config.context(config.currentContext))
        config.warnings.append(
            danglingContext(message("client", "The current context “%1” of %2 is not there. Choose another one.",
                                {config.currentContext, origin}),
                origin));
}

} // namespace

const KubeContext* Kubeconfig::context(const QString& name) const
{
    return named(contexts, name);
}

const KubeCluster* Kubeconfig::cluster(const QString& name) const
{
    return named(clusters, name);
}

const KubeUser* Kubeconfig::user(const QString& name) const
{
    return named(users, name);
}

QStringList kubeconfigFiles(const QString& explicitFile)
{
    if (!explicitFile.isEmpty())
        return {explicitFile};
    const QString list = qEnvironmentVariable("KUBECONFIG");
    if (list.isEmpty())
        return {QString(QDir::homePath() + "/.kube/config"_L1)};
    QStringList files = list.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    files.removeDuplicates();
    return files;
}

Result<Kubeconfig> loadKubeconfig(const QString& explicitFile)
{
    const Result<KubeconfigParts> parts = loadKubeconfigParts(explicitFile);
    if (!parts)
        return fail(parts.error());
    Kubeconfig config = typedKubeconfig(*parts);
    if (!qEnvironmentVariable("KUBECONFIG").isEmpty())
        warnOfMissingFiles(config, parts->missing);
    warnOfDanglingContexts(config);
    return config;
}

Result<Kubeconfig> parseKubeconfig(const QByteArray& yaml, const QString& folder, const QString& origin)
{
    const Result<KubeconfigParts> parts = readKubeconfigParts(yaml, folder, origin);
    if (!parts)
        return fail(parts.error());
    Kubeconfig config = typedKubeconfig(*parts);
    warnOfDanglingContexts(config);
    return config;
}

} // namespace argosy
