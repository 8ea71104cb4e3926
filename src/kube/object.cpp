// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>

#include "interner.h"
#include "lastapplied.h"
#include "listitems.h"
#include "metadatabody.h"
#include "objectbody.h"

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

QString toText(std::string_view view)
{
    thread_local Interner interner;
    return interner.text(view);
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

TextMap mapOf(const sj::dom::element& element, std::string_view pointer)
{
    QList<TextMap::Entry> map;
    sj::dom::object object;
    if (element.at_pointer(pointer).get_object().get(object) != sj::SUCCESS)
        return {};
    for (const auto& [key, value] : object) {
        std::string_view text;
        if (key != kLastApplied && value.get_string().get(text) == sj::SUCCESS)
            map.append({toText(key), toText(text)});
    }
    return TextMap(std::move(map));
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

} // namespace

struct ObjectDecoder
{
    const ClusterId& cluster;
    const Gvk& fallback;
    ObjectDetail detail;

    /// `json` is compact and has room behind it.
    [[nodiscard]] Result<ObjectPtr> operator()(std::string_view json) const
    {
        thread_local sj::dom::parser parser;
        sj::dom::element element;
        if (parser.parse(json.data(), json.size(), false).get(element) != sj::SUCCESS)
            return fail(undecodable(cluster, fallback, {}));
        const QString apiVersion = textOf(element, "/apiVersion");
        const QString kind = textOf(element, "/kind");
        const bool isNamed = !apiVersion.isEmpty() && !kind.isEmpty() && kind != u"PartialObjectMetadata";
        const Gvk gvk = isNamed ? Gvk::from(apiVersion, kind) : fallback;
        const QString name = textOf(element, "/metadata/name");
        if (!element.is_object() || name.isEmpty() || gvk.kind.isEmpty())
            return fail(undecodable(cluster, gvk, name));
        const std::shared_ptr<Object> object(new Object);
        object->m_ref = {cluster, gvk.group, gvk.kind, textOf(element, "/metadata/namespace"), name};
        object->m_version = gvk.version;
        fill(*object, element);
        if (detail == ObjectDetail::Full)
            object->m_json = objectBody(json, gvk);
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
        for (size_t i = 0; i < kChosenFields.size(); ++i) {
            const QString text = textOf(element, kChosenFields[i]);
            if (!text.isEmpty())
                object.m_fields.append({static_cast<quint8>(i), text});
        }
    }
};

Result<ObjectPtr> Object::decode(
    const ClusterId& cluster, QByteArrayView json, const Gvk& fallback, ObjectDetail detail)
{
    const std::optional<sj::padded_string> compact = compacted(json);
    if (!compact)
        return fail(undecodable(cluster, fallback, {}));
    return ObjectDecoder{cluster, fallback, detail}(*compact);
}

const Condition* Object::condition(QStringView type) const
{
    const auto found = std::ranges::find_if(m_conditions, [&](const Condition& c) { return c.type == type; });
    return found == m_conditions.end() ? nullptr : &*found;
}

QString Object::field(const char* pointer) const
{
    const auto known =
        std::ranges::find_if(kChosenFields, [&](const char* chosen) { return qstrcmp(chosen, pointer) == 0; });
    Q_ASSERT(known != kChosenFields.end());
    const auto found = std::ranges::find(m_fields, known - kChosenFields.begin(), &std::pair<quint8, QString>::first);
    return found == m_fields.end() ? QString() : found->second;
}

Json Object::body() const
{
    if (m_json.isEmpty())
        return metadataBody(*this);
    return parseJson(m_json).value_or(Json::object());
}

Result<ObjectList> decodeList(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind, ObjectDetail detail)
{
    ObjectList list;
    const ObjectDecoder decode{cluster, itemKind, detail};
    const Result<ListPosition> position = forItems(cluster, json, itemKind, [&](std::string_view item) {
        Result<ObjectPtr> object = decode(item);
        if (object)
            list.items.append(std::move(*object));
        else
            list.broken.append(object.error());
    });
    if (!position)
        return fail(position.error());
    list.position = *position;
    return list;
}

} // namespace argosy
