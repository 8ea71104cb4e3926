// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/redaction.h>

#include "lastapplied.h"
#include "listitems.h"
#include "objectbody.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

#include <array>

namespace argosy {

namespace sj = simdjson;

namespace {

/// What the names of settings with secrets have in them, such as KUBELET_BOOTSTRAP_TOKEN, which Karpenter gets as an
/// environment variable.
constexpr std::array kTellingWords{"password", "passwd", "passphrase", "secret", "token", "credential", "authorization",
    "apikey", "accesskey", "accountkey", "privatekey", "connectionstring"};

bool tellsOfSecret(std::string_view name)
{
    const QByteArray letters =
        QByteArray(name.data(), qsizetype(name.size())).toLower().replace('_', "").replace('-', "");
    return std::ranges::any_of(kTellingWords, [&](const char* word) { return letters.contains(word); });
}

/// A setting is how environment variables, parameters and headers are written: {"name": …, "value": …}.
bool isSecretSetting(const sj::dom::object& object)
{
    std::string_view name;
    std::string_view value;
    return object["name"].get_string().get(name) == sj::SUCCESS
        && object["value"].get_string().get(value) == sj::SUCCESS && !value.empty() && tellsOfSecret(name);
}

bool hasSecretSetting(const sj::dom::element& element)
{
    sj::dom::array array;
    sj::dom::object object;
    if (element.get_array().get(array) == sj::SUCCESS) {
        for (const sj::dom::element item : array)
            if (hasSecretSetting(item))
                return true;
    } else if (element.get_object().get(object) == sj::SUCCESS) {
        for (const auto& [key, value] : object)
            if (hasSecretSetting(value))
                return true;
        return isSecretSetting(object);
    }
    return false;
}

void redactSettings(Json& value)
{
    if (value.is_object()) {
        const Json& name = member(value, "name");
        const Json& secret = member(value, "value");
        if (name.is_string() && secret.is_string() && tellsOfSecret(name.get_ref<const std::string&>()))
            value["value"] = redacted(qsizetype(secret.get_ref<const std::string&>().size()));
    }
    if (value.is_structured())
        for (Json& below : value)
            redactSettings(below);
}

/// The settings, and the annotation that has them once more.
Result<QByteArray> withoutSecretSettings(const QByteArray& json)
{
    Result<Json> object = parseJson(json);
    if (!object)
        return fail(object.error());
    redactSettings(*object);
    Json& metadata = (*object)["metadata"];
    if (member(metadata, "annotations").is_object())
        metadata["annotations"].erase(std::string(kLastApplied));
    return toCompactJson(*object);
}

bool isNamed(const sj::dom::element& object)
{
    std::string_view name;
    return object.at_pointer("/metadata/name").get_string().get(name) == sj::SUCCESS && !name.empty();
}

/// `json` as forItems gives it.
Result<QByteArray> redactedObject(std::string_view json, const Gvk& kind, const Error& unreadable)
{
    thread_local sj::dom::parser parser;
    sj::dom::element element;
    if (parser.parse(json.data(), json.size(), false).get(element) != sj::SUCCESS || !isNamed(element))
        return fail(unreadable);
    QByteArray body = objectBody(json, kind, ManagedFields::Keep);
    if (body.isEmpty())
        return fail(unreadable);
    return hasSecretSetting(element) ? withoutSecretSettings(body) : body;
}

} // namespace

Result<RedactedPage> redactedPage(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind)
{
    RedactedPage page;
    std::optional<Error> broken;
    const Result<ListPosition> position = forItems(cluster, json, itemKind, [&](std::string_view item) {
        Result<QByteArray> object = redactedObject(item, itemKind, undecodable(cluster, itemKind, {}));
        if (object)
            page.objects.append(std::move(*object));
        else
            broken = object.error();
    });
    if (!position)
        return fail(position.error());
    if (broken)
        return fail(*broken);
    page.position = *position;
    return page;
}

QStringList redactionRules()
{
    return {QStringLiteral("of Secrets, data and stringData: keys and lengths are kept"),
        QStringLiteral("of Secrets, the annotation kubectl.kubernetes.io/last-applied-configuration"),
        QStringLiteral("values of environment variables, parameters and headers whose names tell of a password, token, "
                       "key or other secret, and the last-applied annotation of their objects: lengths are kept")};
}

} // namespace argosy
