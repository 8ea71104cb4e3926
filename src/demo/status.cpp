// SPDX-License-Identifier: GPL-3.0-or-later
#include "status.h"

#include "text.h"

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

ErrorKind kindOf(int code)
{
    switch (code) {
    case 401: return ErrorKind::Unauthenticated;
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 409: return ErrorKind::Conflict;
    case 410: return ErrorKind::Gone;
    default: return ErrorKind::Invalid;
    }
}

StatusDetails about(const ResourceKey& resource, const QString& name)
{
    return {.name = name, .group = resource.group, .kind = resource.plural, .causes = {}};
}

Json detailsJson(const ApiStatus& status)
{
    Json details = Json::object();
    if (!status.detailsName.isEmpty())
        details["name"] = str(status.detailsName);
    if (!status.detailsGroup.isEmpty())
        details["group"] = str(status.detailsGroup);
    if (!status.detailsKind.isEmpty())
        details["kind"] = str(status.detailsKind);
    for (const StatusCause& cause : status.causes) {
        Json& entry =
            details["causes"].emplace_back(Json{{"reason", str(cause.reason)}, {"message", str(cause.message)}});
        if (!cause.field.isEmpty())
            entry["field"] = str(cause.field);
    }
    return details;
}

} // namespace

Error apiError(int code, const QString& reason, const QString& text, const StatusDetails& details)
{
    ApiStatus status{.code = code,
        .reason = reason,
        .message = text,
        .detailsName = details.name,
        .detailsGroup = details.group,
        .detailsKind = details.kind,
        .causes = details.causes,
        .body = {}};
    return {.kind = kindOf(code), .message = message("demo", "%1", {text}), .status = std::move(status)};
}

QString qualified(const QString& name, const QString& group)
{
    return group.isEmpty() ? name : QString(name % u'.' % group);
}

Error notFound(const ResourceKey& resource, const QString& name)
{
    return apiError(404, u"NotFound"_s,
        qualified(resource.plural, resource.group) % u' ' % quoted(name) % u" not found", about(resource, name));
}

Error noSuchPath()
{
    return apiError(404, u"NotFound"_s, u"the server could not find the requested resource"_s);
}

Error alreadyExists(const ResourceKey& resource, const QString& name)
{
    return apiError(409, u"AlreadyExists"_s,
        qualified(resource.plural, resource.group) % u' ' % quoted(name) % u" already exists", about(resource, name));
}

Error conflict(const QString& kind, const QString& group, const QString& name, const QString& why)
{
    return apiError(409, u"Conflict"_s,
        u"Operation cannot be fulfilled on " % qualified(kind, group) % u' ' % quoted(name) % u": " % why,
        {.name = name, .group = group, .kind = kind, .causes = {}});
}

Error modifiedMeanwhile(const ResourceKey& resource, const QString& name)
{
    return conflict(resource.plural, resource.group, name,
        u"the object has been modified; please apply your changes to the latest version and try again"_s);
}

Error badRequest(const QString& text)
{
    return apiError(400, u"BadRequest"_s, text);
}

Error invalid(const QString& kind, const QString& group, const QString& name, QList<StatusCause> causes)
{
    QStringList texts;
    for (const StatusCause& cause : causes)
        texts.append(cause.field % u": " % cause.message);
    const QString all = texts.size() == 1 ? texts.first() : QString(u'[' % texts.join(u", "_s) % u']');
    return apiError(422, u"Invalid"_s, qualified(kind, group) % u' ' % quoted(name) % u" is invalid: " % all,
        {.name = name, .group = group, .kind = kind, .causes = std::move(causes)});
}

Error forbidden(const ResourceKey& resource, const QString& name, const QString& why)
{
    return apiError(403, u"Forbidden"_s,
        qualified(resource.plural, resource.group) % u' ' % quoted(name) % u" is forbidden: " % why,
        about(resource, name));
}

Error methodNotAllowed(const ResourceKey& resource, const QString& verb)
{
    return apiError(405, u"MethodNotAllowed"_s,
        verb % u" is not supported on resources of kind " % quoted(qualified(resource.plural, resource.group)),
        about(resource, {}));
}

Error expired(const QString& text)
{
    return apiError(410, u"Expired"_s, text);
}

Error unauthorized()
{
    return apiError(401, u"Unauthorized"_s, u"Unauthorized"_s);
}

Json statusJson(const Error& error)
{
    const ApiStatus status =
        error.status.value_or(ApiStatus{.code = 500, .reason = u"InternalError"_s, .message = error.message.english()});
    Json body{{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Failure"},
        {"message", str(status.message)}};
    if (!status.reason.isEmpty())
        body["reason"] = str(status.reason);
    if (Json details = detailsJson(status); !details.empty())
        body["details"] = std::move(details);
    body["code"] = status.code;
    return body;
}

Json deletedStatus(const ResourceKey& resource, const Json& object)
{
    Json details{{"name", str(textAt(object, "/metadata/name"))}};
    if (!resource.group.isEmpty())
        details["group"] = str(resource.group);
    details["kind"] = str(resource.plural);
    details["uid"] = str(textAt(object, "/metadata/uid"));
    return {{"kind", "Status"}, {"apiVersion", "v1"}, {"metadata", Json::object()}, {"status", "Success"},
        {"details", std::move(details)}};
}

} // namespace argosy::demo
