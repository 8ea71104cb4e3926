// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/kubeconfig.h>

#include <argosy/base/files.h>

#include "kubeconfigentries.h"

#include <QDir>
#include <QFileInfo>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

template <class Entry> const Entry* named(const QList<Entry>& entries, const QString& name)
{
    const auto found = std::ranges::find(entries, name, &Entry::name);
    return found == entries.end() ? nullptr : &*found;
}

template <class Entry> void addMissing(QList<Entry>& into, const QList<Entry>& from)
{
    for (const Entry& entry : from) {
        if (!named(into, entry.name))
            into.append(entry);
    }
}

void merge(Kubeconfig& into, const Kubeconfig& from)
{
    addMissing(into.clusters, from.clusters);
    addMissing(into.users, from.users);
    addMissing(into.contexts, from.contexts);
    if (into.currentContext.isEmpty())
        into.currentContext = from.currentContext;
}

Error danglingContext(const Message& text, const QString& origin)
{
    return {.kind = ErrorKind::Invalid, .message = text, .where = {.file = origin}};
}

/// Contexts that cannot be used are kept, because people look for them; each says why.
void warnOfDanglingContexts(Kubeconfig& config, const QString& origin)
{
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
    QStringList files = qEnvironmentVariable("KUBECONFIG").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    files.removeDuplicates();
    if (files.isEmpty())
        files.append(QDir::homePath() + "/.kube/config"_L1);
    return files;
}

Result<Kubeconfig> loadKubeconfig(const QString& explicitFile)
{
    Kubeconfig merged;
    const bool fromList = explicitFile.isEmpty() && !qEnvironmentVariable("KUBECONFIG").isEmpty();
    for (const QString& file : kubeconfigFiles(explicitFile)) {
        if (explicitFile.isEmpty() && !QFileInfo::exists(file)) {
            if (fromList)
                merged.warnings.append(Error{.kind = ErrorKind::Io,
                    .message = message("client", "KUBECONFIG names %1, which does not exist.", {file}),
                    .where = {.file = file}});
            continue;
        }
        const Result<QByteArray> bytes = readFile(file);
        if (!bytes)
            return fail(bytes.error());
        const Result<Kubeconfig> config =
            readKubeconfigEntries(*bytes, QFileInfo(file).absoluteDir().absolutePath(), file);
        if (!config)
            return fail(config.error());
        merge(merged, *config);
        merged.files.append(file);
    }
    warnOfDanglingContexts(merged, merged.files.join(u", "_s));
    return merged;
}

Result<Kubeconfig> parseKubeconfig(const QByteArray& yaml, const QString& folder, const QString& origin)
{
    const Result<Kubeconfig> entries = readKubeconfigEntries(yaml, folder, origin);
    if (!entries)
        return fail(entries.error());
    Kubeconfig config;
    merge(config, *entries);
    config.files.append(origin);
    warnOfDanglingContexts(config, origin);
    return config;
}

} // namespace argosy
