// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeds.h"

#include "builtindefaults.h"
#include "resources.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Result<> plantNamespace(Storage& storage, const QString& name)
{
    Json object{{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", str(name)}}}};
    defaultBuiltIn(object, namespaceKey(name).resource);
    if (const Result<JsonPtr> planted = storage.create(namespaceKey(name), std::move(object)); !planted)
        return fail(planted.error());
    return {};
}

} // namespace

Result<> plantSeeds(Storage& storage, const SchemaSet& schemas)
{
    for (const QString& name :
        {u"default"_s, u"kube-system"_s, u"argo"_s, u"azure-system"_s, u"azureserviceoperator-system"_s}) {
        if (const Result<> planted = plantNamespace(storage, name); !planted)
            return planted;
    }
    for (Json& definition : customResourceDefinitions(schemas, storage.timestamp())) {
        const ObjectKey key{.resource = {.group = u"apiextensions.k8s.io"_s, .plural = u"customresourcedefinitions"_s},
            .nameSpace = {},
            .name = textAt(definition, "/metadata/name")};
        if (const Result<JsonPtr> planted = storage.create(key, std::move(definition)); !planted)
            return fail(planted.error());
    }
    return {};
}

} // namespace argosy::demo
