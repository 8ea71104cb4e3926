// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

#include <nlohmann/json.hpp>

namespace argosy::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* kVariable = "ARGOSY_TEST_KUBECONFIG";
constexpr int kPatience = 20'000;

template <class T, class Start> Result<T> waited(Start start)
{
    std::optional<Result<T>> answer;
    const auto keep = start([&answer](const Result<T>& got) { answer = got; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience))
        return fail(ErrorKind::Internal, message("test", "No answer came."));
    return *answer;
}

} // namespace

const char* ApiServer::absence()
{
    return qEnvironmentVariableIsSet(kVariable) ? nullptr : "ARGOSY_TEST_KUBECONFIG names no API server";
}

Result<Endpoint> ApiServer::endpoint(const QString& sibling)
{
    QString file = qEnvironmentVariable(kVariable);
    if (!sibling.isEmpty())
        file = QFileInfo(file).dir().filePath(sibling);
    const Result<Kubeconfig> config = loadKubeconfig(file);
    if (!config)
        return fail(config.error());
    return endpointFor(*config, {}, ClusterId::management());
}

ApiServer::ApiServer()
{
    const Result<Endpoint> found = endpoint();
    m_connection = std::make_unique<Connection>(found.value_or(Endpoint{}));
}

ApiServer::~ApiServer()
{
    while (!m_made.isEmpty()) {
        const Made made = m_made.takeLast();
        (void)ask(requests::remove(made.resource, made.nameSpace, made.name));
    }
}

Result<ApiResponse> ApiServer::ask(const ApiRequest& request)
{
    return waited<ApiResponse>([this, &request](const Connection::Callback& callback) {
        return m_connection->send(request, m_connection.get(), callback);
    });
}

Result<ApiResponse> ApiServer::apply(const ApiResource& resource, const Json& object, const ApplyOptions& options)
{
    const Made made{resource, textAt(object, "/metadata/namespace"), textAt(object, "/metadata/name")};
    if (!m_made.contains(made))
        m_made.append(made);
    return ask(requests::apply(resource, object, options));
}

Result<ServerInfo> ApiServer::discover()
{
    return waited<ServerInfo>([this](const Discovery::Callback& callback) {
        auto discovery = std::make_unique<Discovery>(*m_connection);
        discovery->run(m_connection.get(), callback);
        return discovery;
    });
}

QString ApiServer::unique(const QString& stem) const
{
    return "contract-"_L1 + stem + u'-' + QString::number(QCoreApplication::applicationPid());
}

const ApiResource& nodePools()
{
    static const ApiResource resource{
        .gvk = {u"karpenter.sh"_s, u"v1"_s, u"NodePool"_s}, .plural = u"nodepools"_s, .namespaced = false};
    return resource;
}

const ApiResource& namespaces()
{
    static const ApiResource resource{
        .gvk = {{}, u"v1"_s, u"Namespace"_s}, .plural = u"namespaces"_s, .namespaced = false};
    return resource;
}

Json nameSpace(const QString& name)
{
    Json made = Json::parse(R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":""}})");
    made["metadata"]["name"] = name.toStdString();
    return made;
}

Json nodePool(const QString& name)
{
    Json pool = Json::parse(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":""},
        "spec":{"limits":{"cpu":"100"},"template":{"spec":{"requirements":[],
        "nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"heron"}}}}})");
    pool["metadata"]["name"] = name.toStdString();
    return pool;
}

} // namespace argosy::test
