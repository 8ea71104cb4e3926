// SPDX-License-Identifier: GPL-3.0-or-later
#include "abandon.h"

#include <QCoreApplication>
#include <QProcess>

namespace argosy {

void abandon(QProcess* process)
{
    process->disconnect();
    process->setParent(QCoreApplication::instance()); // where that ends first, so does the process
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

} // namespace argosy
