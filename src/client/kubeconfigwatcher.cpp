// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/kubeconfigwatcher.h>

#include <QFileInfo>

namespace argosy {

namespace {

/// Long enough for an editor to write a file in several steps.
constexpr std::chrono::milliseconds kSettleTime{100};

} // namespace

KubeconfigWatcher::KubeconfigWatcher(QObject* parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleTime);
    connect(&m_settle, &QTimer::timeout, this, &KubeconfigWatcher::reload);
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_settle, [this] { m_settle.start(); });
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_settle, [this] { m_settle.start(); });
}

Result<Kubeconfig> KubeconfigWatcher::open(const QString& explicitFile)
{
    Result<Kubeconfig> config = loadKubeconfig(explicitFile);
    if (!config)
        return config;
    m_settle.stop();
    m_explicitFile = explicitFile;
    m_latest = *config;
    watch();
    return config;
}

/// A file that is replaced is no longer watched, and one that is not there cannot be: their folders say when they come.
void KubeconfigWatcher::watch()
{
    const QStringList old = m_files.files() + m_files.directories();
    if (!old.isEmpty())
        m_files.removePaths(old);
    QStringList paths;
    for (const QString& file : kubeconfigFiles(m_explicitFile)) {
        const QFileInfo info(file);
        for (const QString& path : {info.absoluteFilePath(), info.absolutePath(), info.canonicalFilePath()}) {
            if (QFileInfo::exists(path))
                paths.append(path);
        }
    }
    paths.removeDuplicates();
    if (!paths.isEmpty())
        m_files.addPaths(paths);
}

void KubeconfigWatcher::reload()
{
    watch();
    Result<Kubeconfig> config = loadKubeconfig(m_explicitFile);
    if (!config)
        return Q_EMIT failed(config.error());
    if (*config == m_latest)
        return;
    m_latest = std::move(*config);
    Q_EMIT changed(m_latest);
}

} // namespace argosy
