// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverundertest.h"

#include "testprint.h"

#include <argosy/platform/versions.h>

#include <QTest>
#include <QUuid>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

constexpr int kPatience = 20'000;
const char* const kVariable = "ARGOSY_TEST_KUBECONFIG";

template <class Value> Value valueOrDie(Result<Value> result, const char* what)
{
    if (!result)
        qFatal("%s: %s", what, describe(result.error()).constData());
    return std::move(*result);
}

/// What the callback gives that `start` is called with; what `start` returns is kept until then.
template <class Value, class Start> Result<Value> waited(Start start)
{
    std::optional<Result<Value>> answer;
    const auto kept = start([&answer](const Result<Value>& got) { answer = got; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer ? *answer : fail(ErrorKind::Timeout, message("test", "No answer."));
}

} // namespace

QStringList ServerUnderTest::names()
{
    return {QStringLiteral("embedded"), QStringLiteral("real")};
}

void ServerUnderTest::addRows()
{
    QTest::addColumn<QString>("server");
    for (const QString& name : names())
        QTest::newRow(qPrintable(name)) << name;
}

QString ServerUnderTest::reasonToSkip(const QString& server)
{
    if (server == u"embedded" || qEnvironmentVariableIsSet(kVariable)
        || qEnvironmentVariableIsSet("ARGOSY_TEST_REQUIRED"))
        return {};
    return QStringLiteral("ARGOSY_TEST_KUBECONFIG names no API server to run against");
}

ServerUnderTest::ServerUnderTest(const QString& server, const DemoOptions& options)
{
    if (server == u"embedded") {
        m_demo = std::make_unique<DemoServer>(options);
        if (const auto started = m_demo->start(); !started)
            qFatal("the embedded server: %s", describe(started.error()).constData());
        m_config = valueOrDie(parseKubeconfig(m_demo->kubeconfig(), QString(), server), "its kubeconfig");
    } else {
        m_config = valueOrDie(loadKubeconfig(qEnvironmentVariable(kVariable)), kVariable);
    }
    m_connection = std::make_unique<Connection>(
        valueOrDie(endpointFor(m_config, QString(), ClusterId::management()), "the endpoint"));
    m_wire = std::make_unique<ApiClient>(m_config);
    m_info = valueOrDie(waited<ServerInfo>([this](const Discovery::Callback& callback) {
        auto discovery = std::make_unique<Discovery>(*m_connection);
        discovery->run(m_connection.get(), callback);
        return discovery;
    }),
        "discovery");
}

ServerUnderTest::~ServerUnderTest() = default;

Result<ApiResponse> ServerUnderTest::ask(const ApiRequest& request)
{
    return waited<ApiResponse>([this, &request](const Connection::Callback& callback) {
        return m_connection->send(request, m_connection.get(), callback);
    });
}

Result<Json> ServerUnderTest::send(const ApiRequest& request)
{
    const Result<ApiResponse> response = ask(request);
    if (!response)
        return fail(response.error());
    return parseJson(response->body);
}

ApiResource ServerUnderTest::resource(const GroupKind& kind) const
{
    const QString version = chooseVersion(kind, SchemaSet::builtin(), &m_info.catalog);
    const auto found = m_info.catalog.find({kind.group, version, kind.kind});
    if (!found)
        qFatal("the server has no %s", qPrintable(kind.toString()));
    return *found;
}

Result<Json> ServerUnderTest::read(const ObjectRef& ref)
{
    return send(requests::get(resource(ref.groupKind()), ref.nameSpace, ref.name));
}

void ServerUnderTest::remove(const ObjectRef& ref)
{
    const ApiResource kind = resource(ref.groupKind());
    (void)send(requests::remove(kind, ref.nameSpace, ref.name));
    const Json noFinalizers{{"metadata", {{"finalizers", nullptr}}}};
    const bool gone = QTest::qWaitFor(
        [&] {
            (void)send(requests::mergePatch(kind, ref.nameSpace, ref.name, noFinalizers));
            return !read(ref);
        },
        kPatience);
    if (!gone)
        qWarning("%s is still there", qPrintable(ref.display()));
}

QString ServerUnderTest::uniqueName(const QString& prefix)
{
    return prefix + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

} // namespace argosy
