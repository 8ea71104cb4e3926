// SPDX-License-Identifier: GPL-3.0-or-later
#include "admission.h"

#include "builtindefaults.h"
#include "causes.h"
#include "fieldmanagement.h"
#include "metadatarules.h"
#include "protobuf.h"
#include "pruning.h"
#include "status.h"
#include "text.h"

#include <argosy/manifest/yaml.h>

#include <QRandomGenerator>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

QString randomSuffix()
{
    constexpr QStringView kAlphabet = u"bcdfghjklmnpqrstvwxz2456789";
    QString suffix;
    for (int i = 0; i < 5; ++i)
        suffix.append(kAlphabet.at(QRandomGenerator::global()->bounded(static_cast<int>(kAlphabet.size()))));
    return suffix;
}

/// As a server names a JSON value that does not fit a Go type.
QString goType(const Json& value)
{
    return value.is_boolean() ? u"bool"_s : value.is_number() ? u"number"_s : QString::fromLatin1(value.type_name());
}

/// What cannot even be decoded: maps of strings in metadata with other values.
QString undecodable(const Json& object)
{
    for (const char* field : {"labels", "annotations"}) {
        const Json& map = member(member(object, "metadata"), field);
        for (const Json& value : map) {
            if (!value.is_string())
                return u"json: cannot unmarshal "_s % goType(value) % u" into Go struct field ObjectMeta."
                    % QLatin1StringView(field) % u" of type string";
        }
    }
    return {};
}

QStringList strictTexts(const QStringList& removed)
{
    QStringList texts;
    for (const QString& path : removed)
        texts.append(u"unknown field " % quoted(path));
    return texts;
}

} // namespace

Result<Json> parseBody(const QByteArray& body, bool yamlAllowed)
{
    Result<Json> json = parseJson(body);
    if (json || !yamlAllowed)
        return json;
    const YamlStream stream = parseYaml(QString::fromUtf8(body));
    if (stream.hasErrors())
        return fail(ErrorKind::Parse, stream.problems.constFirst().message);
    return stream.documents.isEmpty() ? Json(nullptr) : *stream.documents.constFirst().value;
}

Admission::Admission(const Resource& resource, WriteOptions options, Door door, QString now)
    : m_resource(resource)
    , m_options(std::move(options))
    , m_door(door)
    , m_now(std::move(now))
{ }

Result<Json> Admission::decode(const QByteArray& body, const QString& contentType) const
{
    const QString type = contentType.section(u';', 0, 0).trimmed();
    const bool isProtobuf = type == QLatin1StringView(kProtobuf);
    Result<Json> object = isProtobuf ? parseProtobuf(body) : parseBody(body, type == u"application/yaml");
    const bool isKnown = type.isEmpty() || type == u"application/json" || type == u"application/yaml";
    if (!isKnown && !(isProtobuf && object))
        return fail(apiError(415, u"UnsupportedMediaType"_s,
            u"the body of the request was in an unknown format - accepted media types include: application/json, application/yaml"_s));
    if (!object || !object->is_object()) {
        const QString shown = body.isEmpty() ? u"<empty>"_s : QString::fromUtf8(body);
        return fail(badRequest(u"the object provided is unrecognized (must be of type " % m_resource.gvk.kind
            % u"): couldn't get version/kind; json parse error: unexpected end of JSON input (" % shown % u')'));
    }
    if (const Result<> fits = checkType(*object, body); !fits)
        return fail(fits.error());
    (*object)["apiVersion"] = str(m_resource.gvk.apiVersion());
    (*object)["kind"] = str(m_resource.gvk.kind);
    if (!member(*object, "metadata").is_object())
        (*object)["metadata"] = Json::object();
    if (const QString problem = undecodable(*object); !problem.isEmpty())
        return cannotHandle(problem);
    return object;
}

Result<> Admission::checkType(const Json& object, const QByteArray& body) const
{
    const QString kind = text(member(object, "kind"));
    const QString apiVersion = text(member(object, "apiVersion"));
    const Gvk& wanted = m_resource.gvk;
    if (kind.isEmpty() && !m_resource.builtIn)
        return fail(badRequest(u"the object provided is unrecognized (must be of type " % wanted.kind
            % u"): Object 'Kind' is missing in '" % QString::fromUtf8(body) % u"' (" % QString::fromUtf8(body) % u')'));
    if (m_resource.builtIn && apiVersion.isEmpty() && kind.isEmpty())
        return {};
    if (apiVersion != wanted.apiVersion())
        return fail(badRequest(u"the API version in the data (" % apiVersion
            % u") does not match the expected API version (" % wanted.apiVersion() % u')'));
    if (kind == wanted.kind)
        return {};
    if (m_resource.builtIn)
        return fail(badRequest(kind % u" in version " % quoted(wanted.version) % u" cannot be handled as a "
            % wanted.kind % u": converting (" % wanted.version % u'.' % kind % u") to (" % wanted.version % u'.'
            % wanted.kind % u"): unknown conversion"));
    return fail(invalid(kind, wanted.group, textAt(object, "/metadata/name"),
        {{u"FieldValueInvalid"_s, u"Invalid value: " % quoted(kind) % u": must be " % wanted.kind, u"kind"_s}}));
}

Result<> Admission::identify(Json& object, const QString& nameSpace, const QString& name) const
{
    Json& metadata = object["metadata"];
    const QString bodyNamespace = text(member(metadata, "namespace"));
    if (!m_resource.namespaced)
        metadata.erase("namespace");
    else if (!bodyNamespace.isEmpty() && bodyNamespace != nameSpace)
        return fail(
            badRequest(u"the namespace of the provided object does not match the namespace sent on the request"_s));
    else
        metadata["namespace"] = str(nameSpace);
    const QString bodyName = text(member(metadata, "name"));
    if (!name.isEmpty() && !bodyName.isEmpty() && bodyName != name)
        return fail(badRequest(
            u"the name of the object (" % bodyName % u") does not match the name on the URL (" % name % u')'));
    if (!name.isEmpty())
        metadata["name"] = str(name);
    else if (const QString prefix = text(member(metadata, "generateName")); bodyName.isEmpty() && !prefix.isEmpty())
        metadata["name"] = str(prefix + randomSuffix());
    else if (bodyName.isEmpty())
        return fail(unacceptable({},
            {{u"FieldValueRequired"_s, u"Required value: name or generateName is required"_s, u"metadata.name"_s}}));
    return {};
}

Result<Json> Admission::admitNew(Json object)
{
    if (!textAt(object, "/metadata/resourceVersion").isEmpty())
        return fail(apiError(500, {}, u"resourceVersion should not be set on objects to be created"_s));
    if (const Result<> pruned = pruneUnknown(object, false); !pruned)
        return fail(pruned.error());
    keepStatus(nullptr, object);
    if (const Result<> settled = settle(object); !settled)
        return fail(settled.error());
    const FieldWriter writer{m_options.manager, {}, m_now, m_resource.hasStatus};
    return trackUpdate(nullptr, std::move(object), writer, *m_resource.schema);
}

Result<Json> Admission::admitChange(const Json& live, Json updated, bool patched)
{
    const QString kind = textAt(updated, "/kind");
    if (kind != m_resource.gvk.kind)
        return fail(invalid(kind, m_resource.gvk.group, textAt(live, "/metadata/name"),
            {{u"FieldValueInvalid"_s, u"Invalid value: " % quoted(kind) % u": must be " % m_resource.gvk.kind,
                u"kind"_s}}));
    if (const QString problem = undecodable(updated); !problem.isEmpty())
        return cannotHandle(problem);
    if (const Result<> pruned = pruneUnknown(updated, patched); !pruned)
        return fail(pruned.error());
    if (m_door == Door::Status)
        updated = onlyStatusFrom(live, updated);
    else
        keepStatus(&live, updated);
    if (const Result<> settled = settle(updated); !settled)
        return fail(settled.error());
    if (const auto late = lateFinalizers(live, updated))
        return fail(invalid(m_resource.gvk.kind, m_resource.gvk.group, textAt(live, "/metadata/name"), {*late}));
    const QString subresource = m_door == Door::Status ? u"status"_s : QString();
    const FieldWriter writer{m_options.manager, subresource, m_now, m_resource.hasStatus};
    return trackUpdate(&live, std::move(updated), writer, *m_resource.schema);
}

Result<Json> Admission::admitApplied(const Json* live, const Json& applied)
{
    const QString subresource = m_door == Door::Status ? u"status"_s : QString();
    const FieldWriter writer{m_options.manager, subresource, m_now, m_resource.hasStatus};
    Result<ApplyOutcome> outcome = applyPatch(live, applied, writer, m_options.force, *m_resource.schema);
    if (!outcome)
        return fail(outcome.error());
    if (!outcome->conflicts.isEmpty())
        return fail(conflictError(outcome->conflicts));
    Json object = std::move(outcome->object);
    if (m_door == Door::Status) {
        const Json managers = valueAt(object, "/metadata/managedFields");
        object = onlyStatusFrom(*live, object);
        object["metadata"]["managedFields"] = managers;
    } else {
        keepStatus(live, object);
    }
    if (const Result<> settled = settle(object); !settled)
        return fail(settled.error());
    if (const auto late = live ? lateFinalizers(*live, object) : std::nullopt)
        return fail(invalid(m_resource.gvk.kind, m_resource.gvk.group, textAt(*live, "/metadata/name"), {*late}));
    return object;
}

Result<> Admission::pruneUnknown(Json& object, bool patched)
{
    const Json before = patched ? object : Json();
    const QStringList unknown = strictTexts(prune(object, *m_resource.schema));
    if (unknown.isEmpty() || m_options.validation == FieldValidation::Ignore)
        return {};
    if (m_options.validation == FieldValidation::Warn) {
        m_warnings += unknown;
        return {};
    }
    const QString problem = u"strict decoding error: " % unknown.join(u", ");
    if (!patched)
        return cannotHandle(problem);
    const QString shown = quoted(QString::fromUtf8(toCompactJson(before)));
    return fail(
        invalid({}, {}, {}, {{u"FieldValueInvalid"_s, u"Invalid value: " % shown % u": " % problem, u"patch"_s}}));
}

Result<> Admission::settle(Json& object) const
{
    dropNulls(object, *m_resource.schema);
    if (m_resource.builtIn)
        defaultBuiltIn(object, m_resource.key());
    applyDefaults(object, *m_resource.schema);
    const QList<Problem> problems = validate(object, *m_resource.schema);
    if (m_resource.builtIn) {
        if (const QString why = undecodableType(object, *m_resource.schema, m_resource.gvk.kind, problems);
            !why.isEmpty())
            return cannotHandle(why);
    }
    QList<StatusCause> causes = metadataCauses(object, m_resource);
    for (const StatusCause& cause : causesFor(object, *m_resource.schema, problems)) {
        if (!causes.contains(cause))
            causes.append(cause);
    }
    if (causes.isEmpty())
        return {};
    return fail(unacceptable(textAt(object, "/metadata/name"), std::move(causes)));
}

Error Admission::unacceptable(const QString& name, QList<StatusCause> causes) const
{
    const auto unchecked = m_resource.hasRules ? uncheckedRules(causes) : std::nullopt;
    if (unchecked)
        causes.append(*unchecked);
    return invalid(m_resource.gvk.kind, m_resource.gvk.group, name, std::move(causes));
}

Json Admission::onlyStatusFrom(const Json& live, const Json& updated) const
{
    Json merged = live;
    if (const Json& status = member(updated, "status"); !status.is_null())
        merged["status"] = status;
    else
        merged.erase("status");
    return merged;
}

void Admission::keepStatus(const Json* live, Json& object) const
{
    if (!m_resource.hasStatus)
        return;
    if (live && !member(*live, "status").is_null())
        object["status"] = member(*live, "status");
    else
        object.erase("status");
}

tl::unexpected<Error> Admission::cannotHandle(const QString& why) const
{
    const Gvk& gvk = m_resource.gvk;
    return fail(badRequest(
        gvk.kind % u" in version " % quoted(gvk.version) % u" cannot be handled as a " % gvk.kind % u": " % why));
}

} // namespace argosy::demo
