// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/kubeconfig.h>

#include <QFileDevice>

namespace argosy {

/// The files that hold the secrets of a kubeconfig: those it was read from, and the keys and tokens its users name.
[[nodiscard]] QStringList secretFiles(const Kubeconfig& config);

/// That others than the owner can read such a file, and what to do; empty where nobody else can.
[[nodiscard]] Message exposureOf(const QString& file, QFileDevice::Permissions permissions);

/// What there is to say about the files as they are on the disk. Files that are missing and pipes are passed over.
[[nodiscard]] QList<Message> exposedSecretFiles(const Kubeconfig& config);

} // namespace argosy
