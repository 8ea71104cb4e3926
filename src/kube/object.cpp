// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>

#include <simdjson.h>

#include <array>

namespace argosy {

namespace sj = simdjson;

namespace {

/// What edges and health read without parsing a body; one list for all kinds, because absent fields cost nothing.
constexpr std::array kChosenFields{"/spec/owner/name", "/spec/owner/armId", "/spec/azureName", "/spec/nodeName",
    "/spec/suspend", "/spec/nodeClassRef/name", "/spec/template/spec/nodeClassRef/name",
    "/spec/workflowTemplateRef/name", "/spec/operatorSpec/secrets/adminCredentials/name",
    "/spec/operatorSpec/secrets/userCredentials/name", "/spec/unschedulable", "/status/phase", "/status/progress",
    "/status/message", "/status/id", "/status/nodeName", "/status/providerID", "/status/provisioningState",
    "/status/startedAt", "/status/finishedAt", "/status/state", "/type", "/reason", "/message", "/involvedObject/uid",
    "/involvedObject/kind", "/involvedObject/name"};

constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QString textOf(const sj::dom::element& element, std::string_view pointer)
{
    const auto found = element.at_pointer(pointer);
    if (found.error() != sj::SUCCESS)
        return {};
    std::string_view text;
    if (found.get_string().get(text) == sj::SUCCESS)
        return toText(text);
    const auto value = found.value_unsafe();
    const bool scalar = value.is_bool() || value.is_number();
    return scalar ? QString::fromStdString(sj::minify(value)) : QString();
}

qint64 numberOf(const sj::dom::element& element, std::string_view pointer)
{
    int64_t number = 0;
    return element.at_pointer(pointer).get_int64().get(number) == sj::SUCCESS ? number : 0;
}

QDateTime timeOf(const sj::dom::element& element, std::string_view pointer)
{
    const QString text = textOf(element, pointer);
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QHash<QString, QString> mapOf(const sj::dom::element& element, std::string_view pointer)
{
    QHash<QString, QString> map;
    sj::dom::object object;
    if (element.at_pointer(pointer).get_object().get(object) != sj::SUCCESS)
        return map;
    for (const auto& [key, value] : object) {
        std::string_view text;
        if (key != kLastApplied && value.get_string().get(text) == sj::SUCCESS)
            map.insert(toText(key), toText(text));
    }
    return map;
}

template <class Item> auto listOf(const sj::dom::element& element, std::string_view pointer, const Item& item)
{
    QList<decltype(item(element))> list;
    sj::dom::array array;
    if (element.at_pointer(pointer).get_array().get(array) == sj::SUCCESS)
        for (const sj::dom::element entry : array)
            list.append(item(entry));
    return list;
}

Condition conditionOf(const sj::dom::element& entry)
{
    return {.type = textOf(entry, "/type"),
        .status = textOf(entry, "/status"),
        .reason = textOf(entry, "/reason"),
        .message = textOf(entry, "/message"),
        .severity = textOf(entry, "/severity"),
        .lastTransition = timeOf(entry, "/lastTransitionTime"),
        .observedGeneration = numberOf(entry, "/observedGeneration")};
}

OwnerReference ownerOf(const sj::dom::element& entry)
{
    return {.apiVersion = textOf(entry, "/apiVersion"),
        .kind = textOf(entry, "/kind"),
        .name = textOf(entry, "/name"),
        .uid = textOf(entry, "/uid"),
        .controller = textOf(entry, "/controller") == u"true"};
}

/// Writes members one by one, leaving some out and replacing others.
class MemberWriter final
{
public:
    void raw(std::string_view key, const std::string& json)
    {
        m_out += m_out.size() > 1 ? "," : "";
        m_out += toCompactJson(Json(std::string(key))).toStdString() + ':' + json;
    }
    void keep(std::string_view key, const sj::dom::element& value) { raw(key, sj::minify(value)); }
    [[nodiscard]] std::string finish() const { return m_out + '}'; }

private:
    std::string m_out = "{";
};

std::string redactedMap(const sj::dom::element& element, bool base64)
{
    MemberWriter out;
    sj::dom::object object;
    if (element.get_object().get(object) == sj::SUCCESS)
        for (const auto& [key, value] : object) {
            const std::string_view text =
                value.is_string() ? std::string_view(value.get_string().value_unsafe()) : std::string_view();
            const QByteArray bytes(text.data(), qsizetype(text.size()));
            const qsizetype length = base64 ? QByteArray::fromBase64(bytes).size() : bytes.size();
            out.raw(key, "\"<" + std::to_string(length) + " bytes>\"");
        }
    return out.finish();
}

std::string annotationsWithoutLastApplied(const sj::dom::object& annotations)
{
    MemberWriter out;
    for (const auto& [key, value] : annotations)
        if (key != kLastApplied)
            out.keep(key, value);
    return out.finish();
}

std::string metadataJson(const sj::dom::element& element, bool isSecret)
{
    MemberWriter out;
    sj::dom::object metadata;
    if (element.get_object().get(metadata) != sj::SUCCESS)
        return "{}";
    for (const auto& [key, value] : metadata) {
        sj::dom::object annotations;
        if (key == "managedFields")
            continue;
        if (isSecret && key == "annotations" && value.get_object().get(annotations) == sj::SUCCESS)
            out.raw(key, annotationsWithoutLastApplied(annotations));
        else
            out.keep(key, value);
    }
    return out.finish();
}

/// The object again, compact, with apiVersion and kind first even where a list's item had none.
QByteArray bodyJson(const sj::dom::object& root, const Gvk& gvk)
{
    const bool isSecret = gvk.group.isEmpty() && gvk.kind == u"Secret";
    MemberWriter out;
    out.raw("apiVersion", toCompactJson(Json(gvk.apiVersion().toStdString())).toStdString());
    out.raw("kind", toCompactJson(Json(gvk.kind.toStdString())).toStdString());
    for (const auto& [key, value] : root) {
        if (key == "apiVersion" || key == "kind")
            continue;
        if (key == "metadata")
            out.raw(key, metadataJson(value, isSecret));
        else if (isSecret && (key == "data" || key == "stringData"))
            out.raw(key, redactedMap(value, key == "data"));
        else
            out.keep(key, value);
    }
    return QByteArray::fromStdString(out.finish());
}

Error undecodable(const ClusterId& cluster, const Gvk& gvk, const QString& name)
{
    return {.kind = ErrorKind::Protocol,
        .message = message("kube", "The server sent an object that cannot be read (%1 %2).",
            {gvk.kind.isEmpty() ? QStringLiteral("?") : gvk.kind, name.isEmpty() ? QStringLiteral("?") : name}),
        .where = {.cluster = cluster.toString(), .name = name}};
}

sj::dom::parser& threadParser()
{
    thread_local sj::dom::parser parser;
    return parser;
}

/// No bytes may be no address, and simdjson copies from it all the same.
sj::error_code parseBytes(QByteArrayView json, sj::dom::element& element)
{
    return json.isEmpty() ? sj::EMPTY : threadParser().parse(json.data(), std::size_t(json.size()), true).get(element);
}

} // namespace

struct ObjectDecoder
{
    static Result<ObjectPtr> decode(const ClusterId& cluster, const sj::dom::element& element, const Gvk& fallback)
    {
        const QString apiVersion = textOf(element, "/apiVersion");
        const QString kind = textOf(element, "/kind");
        const Gvk gvk = apiVersion.isEmpty() || kind.isEmpty() ? fallback : Gvk::from(apiVersion, kind);
        const QString name = textOf(element, "/metadata/name");
        sj::dom::object root;
        if (element.get_object().get(root) != sj::SUCCESS || name.isEmpty() || gvk.kind.isEmpty())
            return fail(undecodable(cluster, gvk, name));
        const std::shared_ptr<Object> object(new Object);
        object->m_ref = {cluster, gvk.group, gvk.kind, textOf(element, "/metadata/namespace"), name};
        object->m_version = gvk.version;
        fill(*object, element);
        object->m_json = bodyJson(root, gvk);
        return ObjectPtr(object);
    }

private:
    static void fill(Object& object, const sj::dom::element& element)
    {
        object.m_uid = textOf(element, "/metadata/uid");
        object.m_resourceVersion = textOf(element, "/metadata/resourceVersion");
        object.m_generation = numberOf(element, "/metadata/generation");
        object.m_created = timeOf(element, "/metadata/creationTimestamp");
        object.m_deleted = timeOf(element, "/metadata/deletionTimestamp");
        object.m_labels = mapOf(element, "/metadata/labels");
        object.m_annotations = mapOf(element, "/metadata/annotations");
        object.m_owners = listOf(element, "/metadata/ownerReferences", ownerOf);
        object.m_finalizers =
            listOf(element, "/metadata/finalizers", [](const sj::dom::element& e) { return textOf(e, ""); });
        object.m_conditions = listOf(element, "/status/conditions", conditionOf);
        for (const char* pointer : kChosenFields) {
            const QString text = textOf(element, pointer);
            if (!text.isEmpty())
                object.m_fields.insert(pointer, text);
        }
    }
};

Result<ObjectPtr> Object::decode(const ClusterId& cluster, QByteArrayView json, const Gvk& fallback)
{
    sj::dom::element element;
    if (parseBytes(json, element) != sj::SUCCESS)
        return fail(undecodable(cluster, fallback, {}));
    return ObjectDecoder::decode(cluster, element, fallback);
}

const Condition* Object::condition(QStringView type) const
{
    const auto found = std::ranges::find_if(m_conditions, [&](const Condition& c) { return c.type == type; });
    return found == m_conditions.end() ? nullptr : &*found;
}

QString Object::field(const char* pointer) const
{
    Q_ASSERT(std::ranges::any_of(kChosenFields, [&](const char* known) { return qstrcmp(known, pointer) == 0; }));
    return m_fields.value(QByteArray::fromRawData(pointer, qsizetype(qstrlen(pointer))));
}

Json Object::body() const
{
    return parseJson(m_json).value_or(Json::object());
}

Result<ObjectList> decodeList(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind)
{
    sj::dom::element element;
    sj::dom::array items;
    if (parseBytes(json, element) != sj::SUCCESS || !element.is_object())
        return fail(undecodable(cluster, itemKind, {}));
    ObjectList list;
    list.resourceVersion = textOf(element, "/metadata/resourceVersion");
    list.continueToken = textOf(element, "/metadata/continue");
    const auto found = element.at_key("items");
    if (found.error() == sj::NO_SUCH_FIELD)
        return fail(undecodable(cluster, itemKind, {}));
    if (found.get_array().get(items) != sj::SUCCESS)
        return list; // "items": null is how an empty list may be written
    for (const sj::dom::element item : items) {
        auto object = ObjectDecoder::decode(cluster, item, itemKind);
        if (object)
            list.items.append(*object);
        else
            list.broken.append(object.error());
    }
    return list;
}

} // namespace argosy
