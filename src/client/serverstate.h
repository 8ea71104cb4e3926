// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/client/connection.h>

namespace argosy {

/// What the outcomes of requests say about the server, as Connection documents it.
class ServerState final : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] Connection::State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error>& lastError() const { return m_lastError; }
    [[nodiscard]] QDateTime lastHeard() const { return m_lastHeard; }

    /// A request ended; without an error, well.
    void note(const Error* error);
    /// Bytes came.
    void noteSignOfLife() { m_lastHeard = QDateTime::currentDateTimeUtc(); }

Q_SIGNALS:
    void changed(argosy::Connection::State state);

private:
    Connection::State m_state = Connection::State::Connecting;
    std::optional<Error> m_lastError;
    QDateTime m_lastHeard;
};

} // namespace argosy
