// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener.h"

#include "tlsstream.h"

#include <argosy/base/message.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <set>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kKeepAlive{30};
constexpr size_t kMaxBody = 16UL * 1024 * 1024;

/// Runs each connection on a thread of its own and can wait for all of them.
class ConnectionThreads final : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> task) override
    {
        const std::shared_ptr<State> state = m_state;
        {
            const std::scoped_lock lock(state->mutex);
            ++state->running;
        }
        std::thread([state, run = std::move(task)] {
            run();
            const std::scoped_lock lock(state->mutex);
            --state->running;
            state->ended.notify_all();
        }).detach();
    }

    void shutdown() override
    {
        std::unique_lock lock(m_state->mutex);
        m_state->ended.wait(lock, [this] { return m_state->running == 0; });
    }

private:
    struct State
    {
        std::mutex mutex;
        std::condition_variable ended;
        int running = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

QString fromUtf8(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// The query in the order of the URL, which httplib's map does not keep.
QList<std::pair<QString, QString>> parseQuery(const std::string& target)
{
    QList<std::pair<QString, QString>> parameters;
    const size_t mark = target.find('?');
    if (mark == std::string::npos)
        return parameters;
    const auto decode = [](QByteArray text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    };
    const QByteArray query = QByteArray::fromStdString(target.substr(mark + 1));
    for (const QByteArray& part : query.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (!part.isEmpty())
            parameters.append({decode(part.left(equals)), equals < 0 ? QString() : decode(part.mid(equals + 1))});
    }
    return parameters;
}

HttpRequest fromWire(const httplib::Request& request)
{
    return {.method = fromUtf8(request.method),
        .path = fromUtf8(request.path),
        .query = parseQuery(request.target),
        .accept = fromUtf8(request.get_header_value("Accept")),
        .contentType = fromUtf8(request.get_header_value("Content-Type")),
        .userAgent = fromUtf8(request.get_header_value("User-Agent")),
        .authorization = fromUtf8(request.get_header_value("Authorization")),
        .body = QByteArray::fromStdString(request.body)};
}

void sendStream(httplib::Response& response, const HttpResponse& made)
{
    const auto next = made.stream;
    response.set_chunked_content_provider(made.contentType.toStdString(), [next](size_t, httplib::DataSink& sink) {
        const std::optional<QByteArray> piece = next();
        if (!piece) {
            sink.done();
            return true;
        }
        if (piece->isEmpty())
            return sink.is_writable();
        return sink.write(piece->constData(), static_cast<size_t>(piece->size()));
    });
}

} // namespace

/// httplib's server over our own TLS connections: its SSLServer keeps the sockets to itself, and a stop that has to
/// wait for idle connections takes seconds.
class Listener::Server final : public httplib::Server
{
public:
    Server(std::shared_ptr<SSL_CTX> tls, const HttpHandler& handler)
        : m_tls(std::move(tls))
    {
        new_task_queue = [] { return new ConnectionThreads; };
        set_payload_max_length(kMaxBody);
        // The library's default would let two servers share a port.
        set_socket_options([](socket_t socket) {
            const int on = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        });
        const auto answer = [&handler](const httplib::Request& request, httplib::Response& response) {
            const HttpResponse made = handler(fromWire(request));
            response.status = made.code;
            for (const auto& [name, value] : made.headers)
                response.set_header(name.toStdString(), value.toStdString());
            if (made.stream)
                sendStream(response, made);
            else
                response.set_content(made.body.toStdString(), made.contentType.toStdString());
        };
        Get(".*", answer).Post(".*", answer).Put(".*", answer).Patch(".*", answer).Delete(".*", answer);
    }

    void breakConnections()
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        for (const socket_t socket : m_open)
            ::shutdown(socket, SHUT_RDWR);
    }

private:
    bool process_and_close_socket(socket_t socket) override
    {
        if (opened(socket)) {
            const int on = 1;
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            serve(socket);
        }
        closed(socket);
        return true;
    }

    void serve(socket_t socket)
    {
        TlsStream stream(m_tls.get(), socket);
        if (!stream.handshake())
            return;
        bool closing = false;
        while (!closing && stream.waitForRequest(kKeepAlive)) {
            // A compressor would hold back a watch's events until its buffer is full.
            const auto setUp = [](httplib::Request& request) { request.headers.erase("Accept-Encoding"); };
            if (!process_request(stream, false, closing, setUp))
                return;
        }
        stream.sayGoodbye();
    }

    bool opened(socket_t socket)
    {
        const std::scoped_lock lock(m_mutex);
        m_open.insert(socket);
        return !m_stopping;
    }

    void closed(socket_t socket)
    {
        const std::scoped_lock lock(m_mutex);
        m_open.erase(socket);
        ::shutdown(socket, SHUT_RDWR);
        ::close(socket);
    }

    std::shared_ptr<SSL_CTX> m_tls;
    std::mutex m_mutex;
    std::set<socket_t> m_open;
    bool m_stopping = false;
};

Listener::Listener(HttpHandler handler)
    : m_handler(std::move(handler))
{ }

Listener::~Listener()
{
    stop();
}

Result<> Listener::start(const ServerIdentity& identity, int port)
{
    stop();
    auto server = std::make_unique<Server>(identity.serverContext(), m_handler);
    const std::string host = "127.0.0.1";
    const int bound = port == 0 ? server->bind_to_any_port(host) : (server->bind_to_port(host, port) ? port : -1);
    if (bound <= 0)
        return fail(ErrorKind::Io,
            message("demo", "The embedded cluster cannot listen on port %1: another program uses it.",
                {QString::number(port)}));
    m_port = bound;
    m_server = std::move(server);
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    while (!m_server->is_running())
        std::this_thread::yield();
    return {};
}

void Listener::stop()
{
    if (!m_server)
        return;
    m_server->breakConnections();
    m_server->stop();
    m_thread.join();
    m_server.reset();
}

} // namespace argosy::demo
