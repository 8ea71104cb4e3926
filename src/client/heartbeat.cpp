// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"

namespace argosy {

using namespace Qt::StringLiterals;

Heartbeat::Heartbeat(Connection& connection)
    : m_connection(connection)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &Heartbeat::probe);
}

void Heartbeat::setNeeded(bool needed)
{
    if (m_needed == needed)
        return;
    m_needed = needed;
    touch();
}

void Heartbeat::touch()
{
    if (m_needed)
        m_quiet.start(m_timing.quiet);
    else
        m_quiet.stop();
}

void Heartbeat::probe()
{
    ApiRequest version = requests::raw(u"/version"_s);
    version.timeout = m_timing.patience;
    version.isRetried = false;
    version.isOnNewConnection = true;
    m_probe = m_connection.send(version, this, [this](const Result<ApiResponse>& answer) {
        const bool unreached =
            !answer && (answer.error().kind == ErrorKind::Timeout || answer.error().kind == ErrorKind::Unreachable);
        touch();
        if (unreached)
            Q_EMIT missed(answer.error());
    });
}

} // namespace argosy
