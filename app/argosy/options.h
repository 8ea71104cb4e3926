// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace argosy {

/// The command line of the application.
struct Options
{
    bool demo = false; ///< start the embedded cluster and connect to it
    double demoSpeed = 1;
    QString kubeconfig;
    QString context;
    QStringList files; ///< YAML files and folders to open
};

/// Parses the arguments of the running QCoreApplication. Prints help, version or what is wrong, and ends the process
/// then.
[[nodiscard]] Options parseOptions();

} // namespace argosy
