// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeconfigshape.h"

#include <nlohmann/json.hpp>

#include <map>

namespace argosy {

using namespace Qt::StringLiterals;

namespace {

/// Where a value stands, for errors.
struct Place
{
    QString origin;
    QString path;

    [[nodiscard]] Place member(std::string_view key) const
    {
        const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
        return {origin, path.isEmpty() ? name : QString(path + u'.' + name)};
    }
    [[nodiscard]] Place item(size_t index) const { return {origin, path + u'[' + QString::number(index) + u']'}; }
    [[nodiscard]] QStringList names() const { return {origin, path}; }
    [[nodiscard]] tl::unexpected<Error> failure(const Message& text) const
    {
        return fail(ErrorKind::Parse, text, {.file = origin});
    }
};

using Reader = Result<Json> (*)(const Json& value, const Place& place);

enum class Written
{
    WhenSet,
    WhenGiven, ///< when it is not null
    Always
};

struct Field
{
    const char* key;
    Reader read;
    Written written = Written::WhenSet;
};

bool isUnset(const Json& value)
{
    return value.is_null() || value == Json(false) || value == Json("") || (value.is_structured() && value.empty());
}

Result<Json> text(const Json& value, const Place& place)
{
    if (value.is_null())
        return Json("");
    if (!value.is_string())
        return place.failure(
            message("client", "%1: the field %2 must be text; put the value in quotes.", place.names()));
    return value;
}

Result<Json> flag(const Json& value, const Place& place)
{
    if (value.is_null())
        return Json(false);
    if (!value.is_boolean())
        return place.failure(
            message("client", "%1: the field %2 must be true or false, without quotes.", place.names()));
    return value;
}

/// Base64 as Go reads it: with its padding; line breaks do not count.
Result<Json> bytes(const Json& value, const Place& place)
{
    const Result<Json> checked = text(value, place);
    if (!checked)
        return checked;
    QByteArray encoded = QByteArray::fromStdString(checked->get_ref<const std::string&>());
    encoded.replace('\n', QByteArrayView()).replace('\r', QByteArrayView());
    const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded.size() % 4 != 0)
        return place.failure(message("client", "%1: the field %2 is not valid base64.", place.names()));
    return Json(encoded.toStdString());
}

Result<Json> anything(const Json& value, const Place&)
{
    return value;
}

template <Reader ReadItem> Result<Json> listOf(const Json& value, const Place& place)
{
    if (value.is_null())
        return value;
    if (!value.is_array())
        return place.failure(message("client", "%1: the field %2 must be a list.", place.names()));
    Json items = Json::array();
    for (const Json& item : value) {
        Result<Json> read = ReadItem(item, place.item(items.size()));
        if (!read)
            return read;
        items.push_back(std::move(*read));
    }
    return items;
}

tl::unexpected<Error> notAMapping(const Place& place)
{
    return place.failure(message("client", "%1: the field %2 must be a mapping.", place.names()));
}

template <Reader ReadMember> Result<Json> mapOf(const Json& value, const Place& place)
{
    if (value.is_null())
        return value;
    if (!value.is_object())
        return notAMapping(place);
    std::map<std::string, Json> members;
    for (const auto& [key, member] : value.items()) {
        Result<Json> read = ReadMember(member, place.member(key));
        if (!read)
            return read;
        members.emplace(key, std::move(*read));
    }
    return Json(members);
}

bool isWritten(const Field& field, const Json& given, const Json& read)
{
    switch (field.written) {
    case Written::Always: return true;
    case Written::WhenGiven: return !given.is_null();
    case Written::WhenSet: break;
    }
    return !isUnset(read);
}

Result<Json> object(const Json& value, const Place& place, std::initializer_list<Field> fields)
{
    if (!value.is_object() && !value.is_null())
        return notAMapping(place);
    Json made = Json::object();
    for (const Field& field : fields) {
        const Json& given = member(value, field.key);
        Result<Json> read = field.read(given, place.member(field.key));
        if (!read)
            return read;
        if (isWritten(field, given, *read))
            made[field.key] = std::move(*read);
    }
    return made;
}

/// A list of `- name: NAME` beside `KEY: {…}`. No name may come twice, but for one whose body is null so far: to
/// kubectl that is as good as not there.
Result<Json> named(const Json& list, const Place& place, Field body)
{
    if (!list.is_array() && !list.is_null())
        return place.failure(message("client", "%1: the field %2 must be a list.", place.names()));
    Json items = Json::array();
    std::map<std::string, size_t> places;
    for (const Json& item : list) {
        Result<Json> read = object(item, place.item(items.size()), {{"name", text, Written::Always}, body});
        if (!read)
            return read;
        const auto& name = (*read)["name"].get_ref<const std::string&>();
        const auto [known, isNew] = places.emplace(name, items.size());
        if (isNew)
            items.push_back(std::move(*read));
        else if (items[known->second][body.key].is_null())
            items[known->second] = std::move(*read);
        else
            return place.failure(
                message("client", "%1: the list %2 has two entries of the name “%3”; keep one of them.",
                    {place.origin, place.path, QString::fromStdString(name)}));
    }
    return items;
}

Result<Json> extensions(const Json& value, const Place& place)
{
    return named(value, place, {"extension", anything, Written::Always});
}

Result<Json> preferences(const Json& value, const Place& place)
{
    return object(value, place, {{"colors", flag}, {"extensions", extensions}});
}

Result<Json> cluster(const Json& value, const Place& place)
{
    return object(value, place,
        {{"server", text, Written::Always}, {"tls-server-name", text}, {"insecure-skip-tls-verify", flag},
            {"certificate-authority", text}, {"certificate-authority-data", bytes}, {"proxy-url", text},
            {"disable-compression", flag}, {"extensions", extensions}});
}

Result<Json> authProvider(const Json& value, const Place& place)
{
    if (value.is_null())
        return value;
    return object(value, place, {{"name", text, Written::Always}, {"config", mapOf<text>, Written::Always}});
}

Result<Json> environmentVariable(const Json& value, const Place& place)
{
    return object(value, place, {{"name", text, Written::Always}, {"value", text, Written::Always}});
}

bool interactsUnlessTold(const Json& exec)
{
    const QString version = textAt(exec, "/apiVersion");
    return version == "client.authentication.k8s.io/v1beta1"_L1
        || version == "client.authentication.k8s.io/v1alpha1"_L1;
}

Result<Json> exec(const Json& value, const Place& place)
{
    if (value.is_null())
        return value;
    Result<Json> made = object(value, place,
        {{"command", text, Written::Always}, {"args", listOf<text>, Written::Always},
            {"env", listOf<environmentVariable>, Written::Always}, {"apiVersion", text}, {"installHint", text},
            {"provideClusterInfo", flag, Written::Always}, {"interactiveMode", text}});
    if (made && interactsUnlessTold(*made) && !made->contains("interactiveMode"))
        (*made)["interactiveMode"] = "IfAvailable";
    return made;
}

Result<Json> user(const Json& value, const Place& place)
{
    return object(value, place,
        {{"client-certificate", text}, {"client-certificate-data", bytes}, {"client-key", text},
            {"client-key-data", bytes, Written::WhenGiven}, {"token", text}, {"tokenFile", text}, {"as", text},
            {"as-uid", text}, {"as-groups", listOf<text>}, {"as-user-extra", mapOf<listOf<text>>}, {"username", text},
            {"password", text}, {"auth-provider", authProvider}, {"exec", exec}, {"extensions", extensions}});
}

Result<Json> context(const Json& value, const Place& place)
{
    return object(value, place,
        {{"cluster", text, Written::Always}, {"user", text, Written::Always}, {"namespace", text},
            {"extensions", extensions}});
}

Result<Json> clusters(const Json& value, const Place& place)
{
    return named(value, place, {"cluster", cluster, Written::Always});
}

Result<Json> users(const Json& value, const Place& place)
{
    return named(value, place, {"user", user, Written::Always});
}

Result<Json> contexts(const Json& value, const Place& place)
{
    return named(value, place, {"context", context, Written::Always});
}

bool isOneOf(const Json& value, const char* expected)
{
    return value == Json("") || value == Json(expected);
}

} // namespace

Result<Json> canonicalKubeconfig(const Json& written, const QString& origin)
{
    const Place root{origin, {}};
    if (!written.is_object() && !written.is_null())
        return root.failure(message(
            "client", "%1 is not a kubeconfig, which is a mapping with clusters, users and contexts.", {origin}));
    Result<Json> config = object(written, root,
        {{"kind", text, Written::Always}, {"apiVersion", text, Written::Always},
            {"preferences", preferences, Written::Always}, {"clusters", clusters, Written::Always},
            {"users", users, Written::Always}, {"contexts", contexts, Written::Always},
            {"current-context", text, Written::Always}, {"extensions", extensions}});
    if (!config)
        return config;
    if (!isOneOf((*config)["kind"], "Config") || !isOneOf((*config)["apiVersion"], "v1"))
        return root.failure(message("client", "%1 is not a kubeconfig: its kind is not Config of v1.", {origin}));
    (*config)["kind"] = "Config";
    (*config)["apiVersion"] = "v1";
    return config;
}

} // namespace argosy
