// SPDX-License-Identifier: GPL-3.0-or-later
#include "builtindefaults.h"

#include "text.h"

namespace argosy::demo {

namespace {

void defaultSecret(Json& secret)
{
    if (!member(secret, "type").is_string())
        secret["type"] = "Opaque";
    const auto plain = secret.find("stringData");
    if (plain == secret.end())
        return;
    for (const auto& [key, value] : plain->items())
        secret["data"][key] = text(value).toUtf8().toBase64().toStdString();
    secret.erase("stringData");
}

void defaultNamespace(Json& nameSpace)
{
    nameSpace["metadata"]["labels"]["kubernetes.io/metadata.name"] = str(textAt(nameSpace, "/metadata/name"));
    if (!valueAt(nameSpace, "/spec/finalizers").is_array()
        && !valueAt(nameSpace, "/metadata/deletionTimestamp").is_string())
        nameSpace["spec"]["finalizers"] = Json::array({"kubernetes"});
    if (!valueAt(nameSpace, "/status/phase").is_string())
        nameSpace["status"]["phase"] = "Active";
}

} // namespace

void defaultBuiltIn(Json& object, const ResourceKey& resource)
{
    if (resource == namespaceKey({}).resource)
        defaultNamespace(object);
    else if (resource.group.isEmpty() && resource.plural == u"secrets")
        defaultSecret(object);
}

} // namespace argosy::demo
