// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include <argosy/base/files.h>

#include <QFile>

namespace argosy {

void DemoCommand::start()
{
    m_server = std::make_unique<DemoServer>(DemoOptions{.port = options().port, .speed = options().speed});
    if (const auto started = m_server->start(); !started)
        return trouble(started.error());
    if (options().kubeconfigOut.isEmpty()) {
        terminal().outRaw(m_server->kubeconfig());
    } else {
        const auto written = writeFileAtomically(options().kubeconfigOut, m_server->kubeconfig());
        if (!written)
            return trouble(written.error());
        // It holds a token, even if only for a cluster that ends with this program.
        QFile::setPermissions(options().kubeconfigOut, QFile::ReadOwner | QFile::WriteOwner);
        terminal().err(tr("Its kubeconfig is %1").arg(options().kubeconfigOut));
    }
    terminal().err(tr("The embedded cluster serves https://127.0.0.1:%1 until Ctrl+C").arg(m_server->port()));
}

} // namespace argosy
