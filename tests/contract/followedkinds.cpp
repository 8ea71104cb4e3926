// SPDX-License-Identifier: GPL-3.0-or-later
#include "followedkinds.h"

#include "testprint.h"

#include <argosy/base/files.h>

#include <nlohmann/json.hpp>

namespace argosy {

using namespace Qt::StringLiterals;
using Phase = Store::KindState::Phase;

namespace {

/// What a kubeconfig says inline, or in a file.
QByteArray pem(const QByteArray& data, const QString& path)
{
    if (!data.isEmpty() || path.isEmpty())
        return data;
    const Result<QByteArray> content = readFile(path);
    if (!content)
        qFatal("%s", describe(content.error()).constData());
    return *content;
}

Endpoint endpointOf(const Kubeconfig& config)
{
    const Result<Endpoint> endpoint = endpointFor(config, {}, ClusterId::management());
    if (!endpoint)
        qFatal("%s", describe(endpoint.error()).constData());
    return *endpoint;
}

test::RelayedServer relayed(const Endpoint& endpoint)
{
    const KubeUser& user = endpoint.user;
    return {.url = endpoint.server.server,
        .authority = pem(endpoint.server.certificateAuthorityData, endpoint.server.certificateAuthority),
        .certificate = pem(user.clientCertificateData, user.clientCertificate),
        .key = pem(user.clientKeyData.reveal(), user.clientKey)};
}

/// The same user, without the certificate that the proxy shows.
Endpoint through(const test::FaultProxy& proxy, const Endpoint& endpoint, const std::optional<ExecPlugin>& command)
{
    const KubeUser user = command ? KubeUser{.exec = *command} : KubeUser{.token = endpoint.user.token};
    return {.cluster = endpoint.cluster, .server = {.server = proxy.url()}, .user = user};
}

void add(Contents& contents, nlohmann::json object)
{
    object.erase("apiVersion");
    object.erase("kind");
    object["metadata"].erase("managedFields");
    const auto uid = QString::fromStdString(object["metadata"]["uid"].get<std::string>());
    contents.insert(uid, QByteArray::fromStdString(object.dump()));
}

} // namespace

QByteArray difference(const Contents& shown, const Contents& served)
{
    QByteArrayList lines;
    for (auto object = served.cbegin(); object != served.cend(); ++object) {
        if (shown.value(object.key()) != object.value())
            lines.append("have " + object.value() + " not " + shown.value(object.key()));
    }
    for (auto object = shown.cbegin(); object != shown.cend(); ++object) {
        if (!served.contains(object.key()))
            lines.append("drop " + object.value());
    }
    return lines.join('\n');
}

FollowedKinds::FollowedKinds(ServerUnderTest& server, const std::optional<ExecPlugin>& command)
    : m_server(server)
    , m_kinds({server.resource({{}, u"ConfigMap"_s}), server.resource({u"argoproj.io"_s, u"Workflow"_s})})
    , m_proxy(relayed(endpointOf(server.kubeconfig())))
    , m_connection(through(m_proxy, endpointOf(server.kubeconfig()), command), {.mayRun = allowAnyCommand()})
    , m_store(m_connection,
          {.tick = std::chrono::milliseconds(10),
              .pageSize = 100,
              .silence = kSilence,
              .silenceAlone = kSilence,
              .patience = kPatience,
              .delays = kDelays})
{
    m_connection.setHeartbeat(kTiming);
    QObject::connect(&m_store, &Store::kindStateChanged, &m_store, [this](const GroupKind& kind) { note(kind); });
}

void FollowedKinds::follow()
{
    for (const ApiResource& kind : m_kinds)
        m_interests.push_back(m_store.follow(kind));
}

bool FollowedKinds::isComplete() const
{
    return std::ranges::all_of(
        m_kinds, [this](const ApiResource& kind) { return m_store.snapshot()->isComplete(kind.gvk.groupKind()); });
}

bool FollowedKinds::isLive() const
{
    return std::ranges::all_of(m_store.kinds(), [](const auto& state) { return state.phase == Phase::Live; });
}

void FollowedKinds::note(const GroupKind& kind)
{
    const Store::KindState state = m_store.kinds().value(kind);
    if (state.error && (state.phase == Phase::Waiting || state.phase == Phase::Unavailable))
        m_reasons.append(state.error->kind);
}

Contents FollowedKinds::shown(const QStringList& namespaces) const
{
    Contents contents;
    for (const ObjectPtr& object : m_store.snapshot()->all()) {
        if (namespaces.contains(object->ref().nameSpace))
            add(contents, object->body());
    }
    return contents;
}

Contents FollowedKinds::served(const QStringList& namespaces) const
{
    Contents contents;
    for (const ApiResource& kind : m_kinds) {
        for (const QString& name : namespaces) {
            const Answer answer = m_server.wire().get(requests::list(kind, name).path);
            if (answer.code != 200)
                qFatal("no list: %s", answer.body.constData());
            for (const Json& item : answer.json["items"])
                add(contents, item);
        }
    }
    return contents;
}

} // namespace argosy
