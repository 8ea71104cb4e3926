// SPDX-License-Identifier: GPL-3.0-or-later
#include "handlers.h"
#include "render.h"
#include "status.h"
#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// Where the next page of a list begins.
struct Continuation
{
    qint64 revision = 0;
    QString after; ///< "NAMESPACE/NAME" of the last object that was sent
};

QString placeOf(const Json& object)
{
    return textAt(object, "/metadata/namespace") % u'/' % textAt(object, "/metadata/name");
}

std::string encode(const Continuation& continuation)
{
    const Json token{{"v", "meta.k8s.io/v1"}, {"rv", continuation.revision}, {"start", str(continuation.after)}};
    return toCompactJson(token).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

Result<Continuation> decode(const QString& token)
{
    const QByteArray bytes = QByteArray::fromBase64(token.toUtf8(), QByteArray::Base64UrlEncoding);
    const Result<Json> json = parseJson(bytes);
    if (!json || !member(*json, "rv").is_number_integer())
        return fail(badRequest(u"invalid continue token: continue key is not valid"_s));
    return Continuation{.revision = member(*json, "rv").get<qint64>(), .after = textAt(*json, "/start")};
}

Result<qint64> wantedRevision(const QString& text)
{
    bool isNumber = false;
    const qint64 revision = text.toLongLong(&isNumber);
    if (!isNumber || revision < 0)
        return fail(badRequest(u"invalid resource version: resourceVersion: Invalid value: " % quoted(text)
            % u": strconv.ParseUint: parsing " % quoted(text) % u": invalid syntax"));
    return revision;
}

Error tooLarge(qint64 wanted, qint64 current)
{
    return apiError(504, u"Timeout"_s,
        u"Too large resource version: "_s % QString::number(wanted) % u", current: " % QString::number(current),
        {.causes = {{u"ResourceVersionTooLarge"_s, u"Too large resource version"_s, {}}}});
}

/// The state that a list shows: now, or what an earlier page or an exact revision asks for.
Result<Listing> listingFor(const ResourceRequest& request, const Storage& storage, QString* after)
{
    const HttpRequest& http = request.http;
    const ResourceKey resource = request.resource.key();
    std::optional<qint64> exactly;
    if (const QString token = http.parameter(u"continue"); !token.isEmpty()) {
        const Result<Continuation> continuation = decode(token);
        if (!continuation)
            return fail(continuation.error());
        exactly = continuation->revision;
        *after = continuation->after;
    } else if (const QString text = http.parameter(u"resourceVersion"); !text.isEmpty() && text != u"0") {
        const Result<qint64> wanted = wantedRevision(text);
        if (!wanted)
            return fail(wanted.error());
        if (const qint64 current = storage.revision(); *wanted > current)
            return fail(tooLarge(*wanted, current));
        if (http.parameter(u"resourceVersionMatch") == u"Exact")
            exactly = *wanted;
    }
    if (!exactly)
        return storage.list(resource, request.path.nameSpace);
    const std::optional<Listing> earlier = storage.listAt(resource, request.path.nameSpace, *exactly);
    if (!earlier)
        return fail(expired(
            u"The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter."_s));
    return *earlier;
}

/// One page, with the metadata of its list (that of a custom resource always has a continue): the objects after `after`
/// that are selected, at most `limit` of them (0 is all).
QList<JsonPtr> page(const Listing& listing, const Selection& selection, const QString& after, int limit,
    bool emptyContinue, Json& metadata)
{
    QList<JsonPtr> selected;
    qsizetype remaining = 0;
    for (const JsonPtr& object : listing.items) {
        if ((!after.isEmpty() && placeOf(*object) <= after) || !selection.matches(*object))
            continue;
        if (limit > 0 && selected.size() >= limit)
            ++remaining;
        else
            selected.append(object);
    }
    metadata["resourceVersion"] = std::to_string(listing.revision);
    if (emptyContinue)
        metadata["continue"] = "";
    if (remaining > 0) {
        metadata["continue"] = encode({.revision = listing.revision, .after = placeOf(*selected.constLast())});
        metadata["remainingItemCount"] = remaining;
    }
    return selected;
}

QByteArray lastLines(const QByteArray& text, int count)
{
    qsizetype at = text.size() - (text.endsWith('\n') ? 1 : 0);
    for (int line = 0; line < count && at > 0; ++line)
        at = text.lastIndexOf('\n', at - 1);
    return at <= 0 ? text : text.mid(at + 1);
}

} // namespace

HttpResponse jsonResponse(const Json& body, int code)
{
    HttpResponse response;
    response.code = code;
    response.body = toCompactJson(body) + '\n';
    return response;
}

HttpResponse failureResponse(const Error& error)
{
    return jsonResponse(statusJson(error), error.status ? error.status->code : 500);
}

Result<Selection> Selection::parse(const ResourceRequest& request)
{
    Selection selection;
    const Result<LabelSelector> labels = LabelSelector::parse(request.http.parameter(u"labelSelector"));
    if (!labels)
        return fail(labels.error());
    const Result<FieldSelector> fields = FieldSelector::parse(request.http.parameter(u"fieldSelector"),
        selectableFields(request.resource.gvk.group, request.resource.plural), request.resource.builtIn);
    if (!fields)
        return fail(fields.error());
    selection.m_name = request.path.name;
    selection.m_labels = *labels;
    selection.m_fields = *fields;
    return selection;
}

Result<HttpResponse> handleGet(const ResourceRequest& request, const Storage& storage)
{
    const Result<Form> form = acceptedForm(request.http);
    if (!form)
        return fail(form.error());
    const JsonPtr object = storage.get(request.key());
    if (!object)
        return fail(notFound(request.resource.key(), request.path.name));
    const Renderer renderer(request.resource, *form, request.http.parameter(u"includeObject"), storage.clock().now());
    return jsonResponse(renderer.object(*object));
}

Result<HttpResponse> handleList(const ResourceRequest& request, const Storage& storage)
{
    const Result<Form> form = acceptedForm(request.http);
    if (!form)
        return fail(form.error());
    const Result<Selection> selection = Selection::parse(request);
    if (!selection)
        return fail(selection.error());
    QString after;
    const Result<Listing> listing = listingFor(request, storage, &after);
    if (!listing)
        return fail(listing.error());
    Json metadata = Json::object();
    const QList<JsonPtr> objects = page(
        *listing, *selection, after, request.http.parameter(u"limit").toInt(), !request.resource.builtIn, metadata);
    const Renderer renderer(request.resource, *form, request.http.parameter(u"includeObject"), storage.clock().now());
    return jsonResponse(renderer.list(objects, std::move(metadata)));
}

Result<HttpResponse> handleLog(const ResourceRequest& request, const Storage& storage)
{
    const JsonPtr pod = storage.get(request.key());
    if (!pod)
        return fail(notFound(request.resource.key(), request.path.name));
    HttpResponse response;
    response.contentType = "text/plain";
    response.body = text(member(valueAt(*pod, "/metadata/annotations"), "argosy/log")).toUtf8();
    if (const QString lines = request.http.parameter(u"tailLines"); !lines.isEmpty())
        response.body = lastLines(response.body, lines.toInt());
    return response;
}

} // namespace argosy::demo
