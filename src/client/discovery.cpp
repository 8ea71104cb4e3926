// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/client/discovery.h>

#include "discoverydecode.h"

#include <QPointer>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* kAggregatedAccept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                                          "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                                          "application/json";

ApiRequest discoveryRequest(const QString& path)
{
    ApiRequest request = requests::raw(path);
    request.accept = kAggregatedAccept;
    return request;
}

/// Core comes before the named groups, as in the server's own order.
constexpr std::array kRoots{"/api", "/apis"};

} // namespace

/// One run: three questions at once, then one per version where the server knows only the old form.
class Discovery::Private final
{
public:
    Private(Discovery& discovery, Connection& used, QObject* target, Callback done)
        : q(discovery)
        , connection(used)
        , receiver(target)
        , callback(std::move(done))
    { }

    void start();
    void ask(const ApiRequest& request, std::function<void(const Result<ApiResponse>&)> handle);
    void onVersion(const Result<ApiResponse>& answer);
    void onRoot(size_t root, const Result<ApiResponse>& answer);
    void onOldRoot(size_t root, const QByteArray& body);
    [[nodiscard]] Error strange(const Error& error) const;
    void failRoot(const Error& error);
    void warn(const Error& error) { info.warnings.append(error); }
    void finishIfDone();

    Discovery& q;
    Connection& connection;
    QPointer<QObject> receiver;
    Callback callback;
    ServerInfo info;
    std::optional<Error> fatal;
    int open = 0;
    int rootsFailed = 0;
    /// Filled as answers come, read in the server's order.
    std::array<QList<QList<ApiResource>>, kRoots.size()> found;
    std::vector<RequestHandle> handles;
};

void Discovery::Private::start()
{
    ask(requests::raw(u"/version"_s), [this](const Result<ApiResponse>& answer) { onVersion(answer); });
    for (size_t root = 0; root < kRoots.size(); ++root)
        ask(discoveryRequest(QString::fromLatin1(kRoots[root])),
            [this, root](const Result<ApiResponse>& answer) { onRoot(root, answer); });
}

void Discovery::Private::ask(const ApiRequest& request, std::function<void(const Result<ApiResponse>&)> handle)
{
    ++open;
    handles.push_back(
        connection.send(request, &q, [this, handle = std::move(handle)](const Result<ApiResponse>& answer) {
            --open;
            handle(answer);
            finishIfDone();
        }));
}

void Discovery::Private::onVersion(const Result<ApiResponse>& answer)
{
    const Result<QString> version = answer ? decodeServerVersion(answer->body) : Result<QString>(fail(answer.error()));
    if (version)
        info.version = *version;
    else
        warn(version.error());
}

/// Whatever listens there, it is no API server.
Error Discovery::Private::strange(const Error& error) const
{
    Error said = error;
    said.message = message("client",
        "%1 answers, but not as a Kubernetes API server does. Check the server's address in the kubeconfig, and the "
        "proxy before it. %2",
        {connection.endpoint().server.server, error.message.english()});
    return said;
}

void Discovery::Private::failRoot(const Error& error)
{
    ++rootsFailed;
    fatal = error;
    warn(error);
}

void Discovery::Private::onRoot(size_t root, const Result<ApiResponse>& answer)
{
    if (answer && !isAggregated(answer->body)) {
        onOldRoot(root, answer->body);
        return;
    }
    if (!answer)
        return failRoot(answer.error());
    const Result<DiscoveredGroups> groups = decodeAggregated(answer->body);
    if (!groups)
        return failRoot(strange(groups.error()));
    found[root].append(groups->resources);
    info.warnings.append(groups->warnings);
}

void Discovery::Private::onOldRoot(size_t root, const QByteArray& body)
{
    const Result<QStringList> paths = decodeVersionPaths(body);
    if (!paths)
        return failRoot(strange(paths.error()));
    found[root].resize(paths->size());
    for (qsizetype i = 0; i < paths->size(); ++i) {
        ask(requests::raw(paths->at(i)), [this, root, i](const Result<ApiResponse>& answer) {
            const Result<QList<ApiResource>> list =
                answer ? decodeResourceList(answer->body) : Result<QList<ApiResource>>(fail(answer.error()));
            if (list)
                found[root][i] = *list;
            else
                warn(list.error());
        });
    }
}

void Discovery::Private::finishIfDone()
{
    if (open > 0)
        return;
    QList<ApiResource> all;
    for (const QList<QList<ApiResource>>& lists : found) {
        for (const QList<ApiResource>& list : lists)
            all.append(list);
    }
    info.catalog = ApiCatalog(std::move(all));
    const bool nothing = rootsFailed == static_cast<int>(kRoots.size());
    const Result<ServerInfo> result = nothing ? Result<ServerInfo>(fail(*fatal)) : Result<ServerInfo>(info);
    const Callback done = callback;
    const QPointer<QObject> target = receiver;
    q.d.reset(); // a new run may start in the callback
    if (target)
        done(result);
}

Discovery::Discovery(Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
{ }

Discovery::~Discovery() = default;

void Discovery::run(QObject* receiver, Callback callback)
{
    d = std::make_unique<Private>(*this, m_connection, receiver, std::move(callback));
    d->start();
}

} // namespace argosy
