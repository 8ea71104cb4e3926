// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace argosy {

bool Servers::start()
{
    if (const Result<> started = m_server.start(); !started) {
        qWarning("%s", qPrintable(started.error().message.english()));
        return false;
    }
    const auto embedded = parseKubeconfig(m_server.kubeconfig(), {}, u"embedded"_s);
    if (!embedded)
        return false;
    m_embedded = std::make_unique<ApiClient>(*embedded);
    const QString file = qEnvironmentVariable("ARGOSY_TEST_KUBECONFIG");
    if (file.isEmpty())
        return true;
    const auto real = loadKubeconfig(file);
    if (!real) {
        qWarning("%s", qPrintable(real.error().message.english()));
        return false;
    }
    m_real = std::make_unique<ApiClient>(*real);
    return true;
}

QString uniqueName(const QString& prefix)
{
    return prefix + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

TestNamespace::TestNamespace(ApiClient& api)
    : m_api(api)
    , m_name(uniqueName(u"contract"_s))
{
    const Answer made = api.post(u"/api/v1/namespaces"_s, {{"metadata", {{"name", m_name.toStdString()}}}});
    if (made.code != 201)
        qWarning("no namespace: %s", made.body.constData());
}

TestNamespace::~TestNamespace()
{
    // A real server without controllers keeps what a namespace had.
    for (const QString& collection :
        {core(u"configmaps"_s), path(u"containerservice.azure.com/v1api20250801"_s, u"managedclusters"_s),
            path(u"argoproj.io/v1alpha1"_s, u"workflows"_s)})
        static_cast<void>(m_api.remove(collection));
    static_cast<void>(m_api.remove(u"/api/v1/namespaces/"_s + m_name));
}

Cleanup::Cleanup(ApiClient& api, QString path)
    : m_api(api)
    , m_path(std::move(path))
{ }

Cleanup::~Cleanup()
{
    static_cast<void>(m_api.mergePatch(m_path, {{"metadata", {{"finalizers", nullptr}}}}));
    static_cast<void>(m_api.remove(m_path));
}

} // namespace argosy
