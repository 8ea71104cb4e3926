// SPDX-License-Identifier: GPL-3.0-or-later
#include "tlsstream.h"

#include <openssl/err.h>

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace argosy::demo {

namespace {

constexpr timeval kPatience{.tv_sec = 30, .tv_usec = 0};

bool pollFor(socket_t socket, short events, int milliseconds, short* happened = nullptr)
{
    pollfd entry{.fd = socket, .events = events, .revents = 0};
    const int count = ::poll(&entry, 1, milliseconds);
    if (happened)
        *happened = entry.revents;
    return count > 0;
}

} // namespace

TlsStream::TlsStream(SSL_CTX* context, socket_t socket)
    : m_ssl(SSL_new(context), SSL_free)
    , m_socket(socket)
{
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
}

bool TlsStream::handshake()
{
    ERR_clear_error();
    return m_ssl && SSL_set_fd(m_ssl.get(), m_socket) == 1 && SSL_accept(m_ssl.get()) == 1;
}

void TlsStream::sayGoodbye()
{
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
}

bool TlsStream::waitForRequest(std::chrono::milliseconds timeout) const
{
    return SSL_pending(m_ssl.get()) > 0 || pollFor(m_socket, POLLIN, static_cast<int>(timeout.count()));
}

bool TlsStream::is_readable() const
{
    return waitForRequest(std::chrono::milliseconds(0));
}

bool TlsStream::is_writable() const
{
    short happened = 0;
    pollFor(m_socket, POLLRDHUP, 0, &happened);
    return (happened & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) == 0;
}

ssize_t TlsStream::read(char* to, size_t size)
{
    ERR_clear_error();
    size_t count = 0;
    return SSL_read_ex(m_ssl.get(), to, size, &count) == 1 ? static_cast<ssize_t>(count) : -1;
}

ssize_t TlsStream::write(const char* from, size_t size)
{
    if (size == 0)
        return 0;
    ERR_clear_error();
    size_t count = 0;
    return SSL_write_ex(m_ssl.get(), from, size, &count) == 1 ? static_cast<ssize_t>(count) : -1;
}

void TlsStream::get_remote_ip_and_port(std::string& ip, int& port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void TlsStream::get_local_ip_and_port(std::string& ip, int& port) const
{
    get_remote_ip_and_port(ip, port);
}

} // namespace argosy::demo
