// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiclient.h"

#include <httplib.h>

#include <QFile>
#include <QUrl>

#include <sys/socket.h>

namespace argosy {
namespace {

constexpr int kTimeoutSeconds = 10;

Answer toAnswer(const httplib::Result& result)
{
    Answer answer;
    if (!result)
        return answer;
    answer.code = result->status;
    answer.body = QByteArray::fromStdString(result->body);
    answer.contentType = QByteArray::fromStdString(result->get_header_value("Content-Type"));
    for (size_t i = 0; i < result->get_header_value_count("Warning"); ++i)
        answer.warning += QByteArray::fromStdString(result->get_header_value("Warning", i)) + '\n';
    if (const auto json = parseJson(answer.body))
        answer.json = *json;
    return answer;
}

/// Between two requests it is silent; what comes then is its farewell, which httplib takes for a sign of life.
bool hasSpoken(socket_t socket)
{
    char byte = 0;
    return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

} // namespace

class ApiClient::Private final
{
public:
    explicit Private(const Kubeconfig& config)
    {
        const KubeContext* context = config.context(config.currentContext);
        const KubeCluster& cluster = *config.cluster(context->cluster);
        m_user = *config.user(context->user);
        m_url = QUrl(cluster.server);
        m_ca = fileWith(cluster.certificateAuthority, cluster.certificateAuthorityData, QStringLiteral("ca"));
        m_certificate = fileWith(m_user.clientCertificate, m_user.clientCertificateData, QStringLiteral("cert"));
        m_key = fileWith(m_user.clientKey, m_user.clientKeyData.reveal(), QStringLiteral("key"));
    }

    /// The connection that all requests share.
    [[nodiscard]] httplib::SSLClient& shared()
    {
        if (!m_shared || hasSpoken(m_shared->socket())) {
            m_shared = connect();
            m_shared->set_keep_alive(true);
        }
        return *m_shared;
    }

    [[nodiscard]] std::unique_ptr<httplib::SSLClient> connect(bool asNobody = false) const
    {
        const std::string certificate = asNobody ? std::string() : m_certificate.toStdString();
        const std::string key = asNobody ? std::string() : m_key.toStdString();
        auto client =
            std::make_unique<httplib::SSLClient>(m_url.host().toStdString(), m_url.port(443), certificate, key);
        client->set_ca_cert_path(m_ca.toUtf8().constData());
        client->enable_server_certificate_verification(true);
        client->set_read_timeout(kTimeoutSeconds);
        client->set_tcp_nodelay(true);
        const QByteArray token = m_user.token.reveal();
        if (asNobody)
            client->set_bearer_token_auth("nobody");
        else if (!token.isEmpty())
            client->set_bearer_token_auth(token.toStdString());
        return client;
    }

private:
    /// httplib reads files only.
    QString fileWith(const QString& path, const QByteArray& data, const QString& name)
    {
        if (data.isEmpty())
            return path;
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QTemporaryDir m_folder;
    KubeUser m_user;
    QUrl m_url;
    QString m_ca, m_certificate, m_key;
    std::unique_ptr<httplib::SSLClient> m_shared;
};

ApiClient::ApiClient(const Kubeconfig& config)
    : d(std::make_unique<Private>(config))
{ }

ApiClient::~ApiClient() = default;

Answer ApiClient::get(const QString& path, const QByteArray& accept)
{
    return toAnswer(d->shared().Get(path.toStdString(), {{"Accept", accept.toStdString()}}));
}

Answer ApiClient::getAsNobody(const QString& path)
{
    return toAnswer(d->connect(true)->Get(path.toStdString()));
}

Answer ApiClient::post(const QString& path, const Json& body)
{
    return toAnswer(d->shared().Post(path.toStdString(), body.dump(), "application/json"));
}

Answer ApiClient::put(const QString& path, const Json& body)
{
    return toAnswer(d->shared().Put(path.toStdString(), body.dump(), "application/json"));
}

Answer ApiClient::patch(const QString& path, const Json& body, const QByteArray& type)
{
    return toAnswer(d->shared().Patch(path.toStdString(), body.dump(), type.constData()));
}

Answer ApiClient::apply(const QString& path, const Json& body, const QString& manager, bool force)
{
    const QChar mark = path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?');
    const QString query = QStringLiteral("fieldManager=%1&force=%2")
                              .arg(manager, force ? QStringLiteral("true") : QStringLiteral("false"));
    return patch(path + mark + query, body, "application/apply-patch+yaml");
}

Answer ApiClient::remove(const QString& path, const Json& options)
{
    const std::string body = options.is_null() ? std::string() : options.dump();
    return toAnswer(d->shared().Delete(path.toStdString(), body, "application/json"));
}

QList<Json> ApiClient::watch(const QString& path, qsizetype count)
{
    QList<Json> events;
    QByteArray buffer;
    const auto receive = [&](const char* data, size_t size) {
        buffer.append(data, static_cast<qsizetype>(size));
        for (qsizetype end = buffer.indexOf('\n'); end >= 0 && events.size() < count; end = buffer.indexOf('\n')) {
            if (const auto event = parseJson(buffer.left(end)))
                events.append(*event);
            buffer.remove(0, end + 1);
        }
        return events.size() < count;
    };
    // What came before the client hung up is what counts.
    static_cast<void>(d->connect()->Get(path.toStdString(), receive));
    return events;
}

} // namespace argosy
