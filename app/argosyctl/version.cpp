// SPDX-License-Identifier: GPL-3.0-or-later
#include "version.h"

#include "clustercommand.h"

#include <nlohmann/json.hpp>

namespace argosy {

void VersionCommand::start()
{
    if (options().clientOnly) {
        print(nullptr);
        return Q_EMIT finished(exitcode::kDone);
    }
    auto endpoint = endpointFrom(options(), terminal());
    if (!endpoint) {
        print(nullptr);
        return trouble(endpoint.error());
    }
    m_connection = std::make_unique<Connection>(std::move(*endpoint), terminalSignIn());
    speakFor(*m_connection, terminal());
    m_discovery = std::make_unique<Discovery>(*m_connection);
    m_discovery->run(this, [this](const Result<ServerInfo>& answer) {
        print(answer ? &*answer : nullptr);
        if (!answer)
            return trouble(answer.error());
        Q_EMIT finished(exitcode::kDone);
    });
}

void VersionCommand::print(const ServerInfo* server)
{
    const QString own = QStringLiteral(ARGOSY_VERSION);
    const QString qt = QString::fromLatin1(qVersion());
    if (wantsJson()) {
        Json json{{"argosy", own.toStdString()}, {"qt", qt.toStdString()}};
        json["server"] = server ? Json(server->version.toStdString()) : Json();
        return terminal().json(json);
    }
    terminal().out(QStringLiteral("argosyctl %1").arg(own));
    terminal().out(QStringLiteral("Qt %1").arg(qt));
    if (server)
        terminal().out(tr("Server %1").arg(server->version));
}

} // namespace argosy
