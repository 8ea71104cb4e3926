// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace argosy {

/// Reads a kubeconfig again when one of its files is changed, replaced, made or removed. Lives on the GUI thread.
class KubeconfigWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit KubeconfigWatcher(QObject* parent = nullptr);

    /// Loads as loadKubeconfig does, and follows those files from now on where that succeeds.
    [[nodiscard]] Result<Kubeconfig> open(const QString& explicitFile = {});

Q_SIGNALS:
    void changed(const argosy::Kubeconfig& config); ///< it says something else now
    /// It cannot be read now, perhaps because it is half written; what was read before is still the latest.
    void failed(const argosy::Error& error);

private:
    void watch();
    void reload();

    QString m_explicitFile;
    Kubeconfig m_latest;
    QFileSystemWatcher m_files;
    QTimer m_settle;
};

} // namespace argosy
