// SPDX-License-Identifier: GPL-3.0-or-later
#include "objects.h"

#include "serverundertest.h"

using namespace Qt::StringLiterals;

namespace argosy {

Json nodePool(const QString& name)
{
    Json pool = parseJson(R"({"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":""},
        "spec":{"limits":{"cpu":"100"},"template":{"spec":{
        "nodeClassRef":{"group":"karpenter.azure.com","kind":"AKSNodeClass","name":"heron"},
        "requirements":[{"key":"karpenter.azure.com/sku-family","operator":"In","values":["D"]}]}}}})")
                    .value();
    pool["metadata"]["name"] = name.toStdString();
    return pool;
}

Json configMap(const QString& name, Json data)
{
    return {{"apiVersion", "v1"}, {"kind", "ConfigMap"}, {"metadata", {{"name", name.toStdString()}}},
        {"data", std::move(data)}};
}

Json workflow(const QString& name)
{
    return {{"apiVersion", "argoproj.io/v1alpha1"}, {"kind", "Workflow"}, {"metadata", {{"name", name.toStdString()}}},
        {"spec", Json::object()}};
}

const GroupKind& nodePoolKind()
{
    static const GroupKind kKind{u"karpenter.sh"_s, u"NodePool"_s};
    return kKind;
}

QString nodePoolPath(const QString& name)
{
    const QString collection = u"/apis/karpenter.sh/v1/nodepools"_s;
    return name.isEmpty() ? collection : QString(collection + u'/' + name);
}

const Json* itemNamed(const Json& list, const char* name, const char* key)
{
    for (const Json& item : list) {
        if (member(item, key) == name)
            return &item;
    }
    return nullptr;
}

QStringList namesOf(const Json& list)
{
    QStringList names;
    for (const Json& item : member(list, "items"))
        names.append(textAt(item, "/metadata/name"));
    return names;
}

TestNamespace::TestNamespace(ApiClient& api)
    : m_api(api)
    , m_name(ServerUnderTest::uniqueName(u"contract"_s))
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
