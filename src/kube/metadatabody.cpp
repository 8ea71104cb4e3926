// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadatabody.h"

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

void set(Json& parent, const char* key, const QString& text)
{
    if (!text.isEmpty())
        parent[key] = text.toStdString();
}

void set(Json& parent, const char* key, const QDateTime& time)
{
    if (time.isValid())
        parent[key] = time.toString(Qt::ISODate).toStdString();
}

void set(Json& parent, const char* key, const TextMap& map)
{
    for (const auto& [name, value] : map)
        parent[key][name.toStdString()] = value.toStdString();
}

Json bodyOf(const OwnerReference& owner)
{
    Json body = Json::object();
    set(body, "apiVersion", owner.apiVersion);
    set(body, "kind", owner.kind);
    set(body, "name", owner.name);
    set(body, "uid", owner.uid);
    if (owner.controller)
        body["controller"] = true;
    return body;
}

} // namespace

Json metadataBody(const Object& object)
{
    Json metadata = Json::object();
    set(metadata, "name", object.ref().name);
    set(metadata, "namespace", object.ref().nameSpace);
    set(metadata, "uid", object.uid());
    set(metadata, "resourceVersion", object.resourceVersion());
    if (object.generation() != 0)
        metadata["generation"] = object.generation();
    set(metadata, "creationTimestamp", object.created());
    set(metadata, "deletionTimestamp", object.deleted());
    set(metadata, "labels", object.labels());
    set(metadata, "annotations", object.annotations());
    for (const OwnerReference& owner : object.owners())
        metadata["ownerReferences"].push_back(bodyOf(owner));
    for (const QString& finalizer : object.finalizers())
        metadata["finalizers"].push_back(finalizer.toStdString());
    return {{"apiVersion", object.gvk().apiVersion().toStdString()}, {"kind", object.gvk().kind.toStdString()},
        {"metadata", std::move(metadata)}};
}

} // namespace argosy
