// SPDX-License-Identifier: GPL-3.0-or-later
#include "abandon.h"

#include <QProcess>

namespace argosy {

void abandon(QProcess* process)
{
    process->disconnect();
    process->setParent(nullptr);
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

} // namespace argosy
