// SPDX-License-Identifier: GPL-3.0-or-later
#include "admission.h"
#include "handlers.h"
#include "protobuf.h"
#include "render.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

Result<Propagation> parsePropagation(const QString& policy, const Json& orphanDependents)
{
    if (policy == u"Foreground")
        return Propagation::Foreground;
    if (policy == u"Orphan" || (policy.isEmpty() && orphanDependents == Json(true)))
        return Propagation::Orphan;
    if (policy.isEmpty() || policy == u"Background")
        return Propagation::Background;
    return fail(invalid(u"DeleteOptions"_s, u"meta.k8s.io"_s, {},
        {{u"FieldValueNotSupported"_s,
            u"Unsupported value: " % quoted(policy)
                % u": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
            u"propagationPolicy"_s}}));
}

/// From the body's DeleteOptions and the query, which may say the same.
Result<DeleteOptions> parseDeleteOptions(const HttpRequest& request)
{
    const Result<WriteOptions> query = parseWriteOptions(request, u"DeleteOptions"_s);
    if (!query)
        return fail(query.error());
    Json body = Json::object();
    if (!request.body.trimmed().isEmpty()) {
        const bool isProtobuf = request.contentType == QLatin1StringView(kProtobuf);
        const Result<Json> parsed = isProtobuf ? parseProtobuf(request.body) : parseBody(request.body, true);
        if (!parsed || !parsed->is_object())
            return fail(badRequest(u"couldn't get version/kind; json parse error"_s));
        body = *parsed;
    }
    const QString policy = request.parameter(u"propagationPolicy");
    const Result<Propagation> propagation = parsePropagation(
        policy.isEmpty() ? textAt(body, "/propagationPolicy") : policy, member(body, "orphanDependents"));
    if (!propagation)
        return fail(propagation.error());
    const Json& dryRun = member(body, "dryRun");
    return DeleteOptions{.propagation = *propagation,
        .uid = textAt(body, "/preconditions/uid"),
        .resourceVersion = textAt(body, "/preconditions/resourceVersion"),
        .dryRun = query->dryRun || (dryRun.is_array() && !dryRun.empty())};
}

} // namespace

Result<HttpResponse> handleDelete(const ResourceRequest& request, Storage& storage)
{
    const Result<DeleteOptions> options = parseDeleteOptions(request.http);
    if (!options)
        return fail(options.error());
    const Result<Deletion> deletion = storage.remove(request.key(), *options);
    if (!deletion)
        return fail(deletion.error());
    if (deletion->gone)
        return jsonResponse(deletedStatus(request.resource.key(), *deletion->object));
    return jsonResponse(inVersion(*deletion->object, request.resource));
}

Result<HttpResponse> handleDeleteCollection(const ResourceRequest& request, Storage& storage)
{
    const Result<DeleteOptions> options = parseDeleteOptions(request.http);
    if (!options)
        return fail(options.error());
    const Result<Selection> selection = Selection::parse(request);
    if (!selection)
        return fail(selection.error());
    const Listing listing = storage.list(request.resource.key(), request.path.nameSpace);
    QList<JsonPtr> deleted;
    for (const JsonPtr& object : listing.items) {
        if (!selection->matches(*object))
            continue;
        ObjectKey key = request.key();
        key.nameSpace = textAt(*object, "/metadata/namespace");
        key.name = textAt(*object, "/metadata/name");
        // One that went meanwhile, with its owner for instance, is as good as deleted.
        if (const Result<Deletion> gone = storage.remove(key, *options))
            deleted.append(gone->object);
    }
    const Renderer renderer(request.resource, Form::Object, {}, storage.clock().now());
    return jsonResponse(renderer.list(deleted, Json{{"resourceVersion", std::to_string(listing.revision)}}));
}

} // namespace argosy::demo
