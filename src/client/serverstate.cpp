// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverstate.h"

namespace argosy {

namespace {

/// Nothing where the outcome says nothing about the server.
std::optional<Connection::State> stateAfter(const Error* error)
{
    if (!error)
        return Connection::State::Connected;
    switch (error->kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Io:
    case ErrorKind::Internal: return std::nullopt;
    case ErrorKind::Unreachable: return Connection::State::Lost;
    case ErrorKind::Timeout: return error->status ? Connection::State::Connected : Connection::State::Lost;
    case ErrorKind::Tls:
    case ErrorKind::Unauthenticated: return Connection::State::Refused;
    default: return Connection::State::Connected;
    }
}

} // namespace

void ServerState::note(const Error* error)
{
    const std::optional<Connection::State> next = stateAfter(error);
    if (!next)
        return;
    if (*next == Connection::State::Connected) {
        m_lastError.reset();
        noteSignOfLife();
    } else {
        m_lastError = *error;
    }
    if (std::exchange(m_state, *next) != *next)
        Q_EMIT changed(m_state);
}

} // namespace argosy
