// SPDX-License-Identifier: GPL-3.0-or-later
#include "admission.h"
#include "handlers.h"
#include "patch.h"
#include "render.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// The answer to a write, with the warnings that came up even where it failed in the end.
HttpResponse written(const ResourceRequest& request, const Storage& storage, const Result<JsonPtr>& stored,
    const Admission& admission, int code)
{
    const Form form = acceptedForm(request.http).value_or(Form::Object);
    const Renderer renderer(request.resource, form, request.http.parameter(u"includeObject"), storage.clock().now());
    HttpResponse response = stored ? jsonResponse(renderer.object(**stored), code) : failureResponse(stored.error());
    for (const QString& warning : admission.warnings())
        response.headers.emplaceBack("Warning", "299 - " + quoted(warning).toUtf8());
    return response;
}

Door doorOf(const ResourceRequest& request)
{
    return request.isStatus() ? Door::Status : Door::Object;
}

/// A namespace must be there, and stay, before something is put into it.
Result<> checkNamespace(const ResourceRequest& request, const QString& name, const Storage& storage)
{
    if (!request.resource.namespaced)
        return {};
    const QString& nameSpace = request.path.nameSpace;
    const JsonPtr found = storage.get(namespaceKey(nameSpace));
    if (!found)
        return fail(notFound(namespaceKey({}).resource, nameSpace));
    if (!valueAt(*found, "/metadata/deletionTimestamp").is_string())
        return {};
    Error error = forbidden(request.resource.key(), name,
        u"unable to create new content in namespace "_s % nameSpace % u" because it is being terminated");
    error.status->causes.append(
        {u"NamespaceTerminating"_s, u"namespace "_s % nameSpace % u" is being terminated", u"metadata.namespace"_s});
    return fail(error);
}

/// The uid and the resourceVersion that a body carries must be those of the live object.
Result<> checkPreconditions(const ResourceRequest& request, const Json& live, const Json& body)
{
    const ResourceKey resource = request.resource.key();
    const QString uid = textAt(body, "/metadata/uid");
    const QString liveUid = textAt(live, "/metadata/uid");
    if (!uid.isEmpty() && uid != liveUid)
        return fail(conflict(resource.plural, resource.group, request.path.name,
            u"Precondition failed: UID in precondition: "_s % uid % u", UID in object meta: " % liveUid));
    const QString version = textAt(body, "/metadata/resourceVersion");
    if (!version.isEmpty() && version != textAt(live, "/metadata/resourceVersion"))
        return fail(modifiedMeanwhile(resource, request.path.name));
    return {};
}

Result<Json> patched(const ResourceRequest& request, const QString& type, const Json& patch, const Json& live)
{
    Json target = inVersion(live, request.resource);
    if (type == u"application/json-patch+json")
        return jsonPatch(target, patch);
    if (type == u"application/merge-patch+json")
        mergePatch(target, patch);
    else
        strategicMergePatch(target, patch);
    return target;
}

Error unsupportedPatch()
{
    return apiError(415, u"UnsupportedMediaType"_s,
        u"the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"_s);
}

Result<Json> decodeApplied(const ResourceRequest& request)
{
    const Result<Json> body = parseBody(request.http.body, true);
    if (!body)
        return fail(badRequest(u"error decoding YAML: "_s + body.error().message.english()));
    if (!body->is_object())
        return fail(
            badRequest(u"error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "_s
                % QString::fromLatin1(body->type_name()) % u" into Go value of type map[string]interface {}"));
    const Gvk& gvk = request.resource.gvk;
    const Gvk found = Gvk::from(text(member(*body, "apiVersion")), text(member(*body, "kind")));
    if (found != gvk) {
        const QString groupVersion =
            found.group.isEmpty() ? found.version : QString(found.group % u'/' % found.version);
        return fail(badRequest(u"invalid object type: "_s % groupVersion % u", Kind=" % found.kind));
    }
    Json object = *body;
    if (!member(object, "metadata").is_object())
        object["metadata"] = Json::object();
    return object;
}

Result<HttpResponse> apply(const ResourceRequest& request, Storage& storage, const WriteOptions& options)
{
    if (!options.managerGiven)
        return fail(invalid(u"PatchOptions"_s, u"meta.k8s.io"_s, {},
            {{u"FieldValueRequired"_s, u"Required value: is required for apply patch"_s, u"fieldManager"_s}}));
    Result<Json> applied = decodeApplied(request);
    if (!applied)
        return fail(applied.error());
    const bool namesNamespace = !textAt(*applied, "/metadata/namespace").isEmpty();
    Admission admission(request.resource, options, doorOf(request), storage.timestamp());
    if (const Result<> named = admission.identify(*applied, request.path.nameSpace, request.path.name); !named)
        return fail(named.error());
    // Errors about the patch name the namespace only where the patch does.
    if (!namesNamespace)
        (*applied)["metadata"].erase("namespace");
    const bool isNew = !storage.get(request.key());
    if (isNew && request.isStatus())
        return fail(notFound(request.resource.key(), request.path.name));
    if (const Result<> there = isNew ? checkNamespace(request, request.path.name, storage) : Result<>(); !there)
        return fail(there.error());
    const auto change = [&](const Json* live) -> Result<Json> {
        const QString uid = textAt(*applied, "/metadata/uid");
        if (!live && !uid.isEmpty())
            return fail(conflict(request.resource.plural, request.resource.gvk.group, request.path.name,
                u"uid mismatch: the provided object specified uid "_s % uid % u", and no existing object was found"));
        if (!live)
            return admission.admitApplied(nullptr, *applied);
        if (const Result<> held = checkPreconditions(request, *live, *applied); !held)
            return fail(held.error());
        const Json current = inVersion(*live, request.resource);
        return admission.admitApplied(&current, *applied);
    };
    bool created = false;
    const Result<JsonPtr> stored = storage.upsert(request.key(), change, options.dryRun, &created);
    return written(request, storage, stored, admission, created ? 201 : 200);
}

} // namespace

Result<HttpResponse> handleCreate(const ResourceRequest& request, Storage& storage)
{
    const Result<WriteOptions> options = parseWriteOptions(request.http, u"CreateOptions"_s);
    if (!options)
        return fail(options.error());
    Admission admission(request.resource, *options, Door::Object, storage.timestamp());
    Result<Json> object = admission.decode(request.http.body, request.http.contentType);
    if (!object)
        return fail(object.error());
    if (const Result<> there = checkNamespace(request, textAt(*object, "/metadata/name"), storage); !there)
        return fail(there.error());
    if (const Result<> named = admission.identify(*object, request.path.nameSpace, {}); !named)
        return fail(named.error());
    ObjectKey key = request.key();
    key.name = textAt(*object, "/metadata/name");
    Result<Json> admitted = admission.admitNew(std::move(*object));
    const Result<JsonPtr> stored =
        admitted ? storage.create(key, std::move(*admitted), options->dryRun) : Result<JsonPtr>(fail(admitted.error()));
    return written(request, storage, stored, admission, 201);
}

Result<HttpResponse> handleUpdate(const ResourceRequest& request, Storage& storage)
{
    const Result<WriteOptions> options = parseWriteOptions(request.http, u"UpdateOptions"_s);
    if (!options)
        return fail(options.error());
    Admission admission(request.resource, *options, doorOf(request), storage.timestamp());
    Result<Json> object = admission.decode(request.http.body, request.http.contentType);
    if (!object)
        return fail(object.error());
    if (const Result<> named = admission.identify(*object, request.path.nameSpace, request.path.name); !named)
        return fail(named.error());
    const auto change = [&](const Json& live) -> Result<Json> {
        if (const Result<> held = checkPreconditions(request, live, *object); !held)
            return fail(held.error());
        if (!request.resource.builtIn && textAt(*object, "/metadata/resourceVersion").isEmpty())
            return fail(invalid(request.resource.plural, request.resource.gvk.group, request.path.name,
                {{u"FieldValueInvalid"_s, u"Invalid value: 0: must be specified for an update"_s,
                    u"metadata.resourceVersion"_s}}));
        return admission.admitChange(inVersion(live, request.resource), *object, false);
    };
    const Result<JsonPtr> stored = storage.update(request.key(), change, options->dryRun);
    return written(request, storage, stored, admission, 200);
}

Result<HttpResponse> handlePatch(const ResourceRequest& request, Storage& storage)
{
    const QString type = request.http.contentType.section(u';', 0, 0).trimmed();
    const Result<WriteOptions> options = parseWriteOptions(request.http, u"PatchOptions"_s);
    if (!options)
        return fail(options.error());
    if (type == u"application/apply-patch+yaml")
        return apply(request, storage, *options);
    const bool strategic = type == u"application/strategic-merge-patch+json" && request.resource.builtIn;
    if (type != u"application/json-patch+json" && type != u"application/merge-patch+json" && !strategic)
        return fail(unsupportedPatch());
    const Result<Json> patch = parseJson(request.http.body);
    if (!patch)
        return fail(badRequest(u"error decoding patch: "_s + patch.error().message.english()));
    Admission admission(request.resource, *options, doorOf(request), storage.timestamp());
    const auto change = [&](const Json& live) -> Result<Json> {
        Result<Json> updated = patched(request, type, *patch, live);
        if (!updated)
            return fail(updated.error());
        if (!updated->is_object() || !member(*updated, "metadata").is_object())
            return fail(badRequest(u"the patch leaves no object"_s));
        if (const Result<> named = admission.identify(*updated, request.path.nameSpace, request.path.name); !named)
            return fail(named.error());
        const QString uid = textAt(*updated, "/metadata/uid");
        if (!uid.isEmpty() && uid != textAt(live, "/metadata/uid"))
            return fail(invalid(request.resource.gvk.kind, request.resource.gvk.group, request.path.name,
                {{u"FieldValueInvalid"_s, u"Invalid value: " % quoted(uid) % u": field is immutable",
                    u"metadata.uid"_s}}));
        if (const Result<> held = checkPreconditions(request, live, *updated); !held)
            return fail(held.error());
        return admission.admitChange(inVersion(live, request.resource), std::move(*updated), true);
    };
    const Result<JsonPtr> stored = storage.update(request.key(), change, options->dryRun);
    return written(request, storage, stored, admission, 200);
}

} // namespace argosy::demo
