// SPDX-License-Identifier: GPL-3.0-or-later
#include "newcluster.h"

#include <argosy/base/files.h>
#include <argosy/manifest/yaml.h>
#include <argosy/platform/manifests.h>

#include <QDir>
#include <QFileInfo>

namespace argosy {

namespace {

Result<> setFromFlag(ClusterSettings& settings, const QString& flag)
{
    const qsizetype equals = flag.indexOf(u'=');
    if (equals < 1)
        return fail(ErrorKind::Invalid,
            message("argosyctl", "--set %1 needs the form PATH=VALUE, such as --set kubernetesVersion=1.33.", {flag}));
    return setSetting(settings, flag.left(equals), flag.mid(equals + 1));
}

} // namespace

Result<ClusterSettings> NewClusterCommand::settings() const
{
    auto settings = newCluster(options().arguments.constFirst(), options().location, options().preset);
    const auto delivery = parseDelivery(options().delivery);
    const auto arrangement = parseArrangement(options().arrangement);
    if (!settings)
        return settings;
    if (!delivery)
        return fail(delivery.error());
    if (!arrangement)
        return fail(arrangement.error());
    settings->delivery = *delivery;
    settings->arrangement = *arrangement;
    for (const QString& flag : options().set)
        if (const auto done = setFromFlag(*settings, flag); !done)
            return fail(done.error());
    return settings;
}

Result<> NewClusterCommand::writeFiles(const ClusterSettings& settings) const
{
    const QDir folder(options().out);
    const QList<ManifestFile> files = clusterManifests(settings);
    for (const ManifestFile& file : files)
        if (QFileInfo::exists(folder.filePath(file.fileName)))
            return fail(ErrorKind::Io,
                message("argosyctl", "%1 exists already and was not overwritten. Choose another folder.",
                    {folder.filePath(file.fileName)}));
    for (const ManifestFile& file : files) {
        const auto written = writeFileAtomically(folder.filePath(file.fileName), emitYaml(file.object).toUtf8());
        if (!written)
            return written;
        terminal().err(folder.filePath(file.fileName));
    }
    return {};
}

void NewClusterCommand::start()
{
    const auto made = settings();
    if (!made)
        return trouble(made.error());
    if (!options().out.isEmpty()) {
        const auto written = writeFiles(*made);
        if (!written)
            return trouble(written.error());
        return Q_EMIT finished(exitcode::kDone);
    }
    QList<Json> objects;
    for (const ManifestFile& file : clusterManifests(*made))
        objects.append(file.object);
    terminal().outRaw(emitYaml(objects).toUtf8());
    Q_EMIT finished(exitcode::kDone);
}

} // namespace argosy
