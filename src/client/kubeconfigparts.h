// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/json.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

namespace argosy {

/// One cluster, user, context or extension: its fields in canonical form, where they stand, and the folder that paths
/// are relative to.
struct KubeconfigPart
{
    QString name;
    Json body;
    QString file;
    QString folder;
};

/// A kubeconfig, of one file or merged, before anybody asks what its fields mean.
struct KubeconfigParts
{
    bool colors = false;
    QList<KubeconfigPart> preferenceExtensions;
    QList<KubeconfigPart> clusters, users, contexts, extensions;
    QString currentContext;
    QStringList files; ///< those that were read, in order of precedence
    QStringList missing; ///< those of KUBECONFIG that are not there
};

/// One kubeconfig text. Only its first document counts, and of a key that stands twice the last value, as for kubectl.
/// Fails with Parse.
[[nodiscard]] Result<KubeconfigParts> readKubeconfigParts(
    const QByteArray& yaml, const QString& folder, const QString& origin);

/// Reads and merges: of two entries of one name the first file's counts, whole. Fails with Io or Parse; files of
/// KUBECONFIG that are not there are left out, an explicit file that is not there fails.
[[nodiscard]] Result<KubeconfigParts> loadKubeconfigParts(const QString& explicitFile);

/// The path as the folder makes it absolute; an empty one stays empty.
[[nodiscard]] QString resolvedPath(const QString& folder, const QString& path);

} // namespace argosy
