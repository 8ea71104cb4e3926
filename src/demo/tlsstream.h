// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <openssl/ssl.h>

#include <memory>

namespace argosy::demo {

/// The server's end of one TLS connection over a socket that somebody else owns.
class TlsStream final : public httplib::Stream
{
public:
    TlsStream(SSL_CTX* context, socket_t socket);

    /// False where the peer does not speak TLS or does not trust us.
    [[nodiscard]] bool handshake();
    /// Says goodbye, so that the peer can tell an end from a cut.
    void sayGoodbye();
    /// Waits for the next request; false at the time-out or when the peer has gone.
    [[nodiscard]] bool waitForRequest(std::chrono::milliseconds timeout) const;

    [[nodiscard]] bool is_readable() const override;
    /// False once the peer has closed its side.
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    ssize_t write(const char* from, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl;
    socket_t m_socket;
};

} // namespace argosy::demo
