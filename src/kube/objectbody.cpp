// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectbody.h"

#include "lastapplied.h"
#include "ondemand.h"

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace sj = simdjson;
namespace od = simdjson::ondemand;

namespace {

/// As JSON writes it. Nearly no key and no name needs an escape.
std::string quotedJson(std::string_view text)
{
    const bool isPlain =
        std::ranges::all_of(text, [](unsigned char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    if (isPlain)
        return '"' + std::string(text) + '"';
    return toCompactJson(Json(std::string(text))).toStdString();
}

/// Writes members one by one, leaving some out and replacing others.
class MemberWriter final
{
public:
    explicit MemberWriter(QByteArray& out)
        : m_out(out)
    {
        m_out += '{';
    }
    ~MemberWriter() { m_out += '}'; }
    MemberWriter(const MemberWriter&) = delete;
    MemberWriter& operator=(const MemberWriter&) = delete;

    /// What follows is the member's value.
    void key(std::string_view key)
    {
        if (!std::exchange(m_first, false))
            m_out += ',';
        add(quotedJson(key));
        m_out += ':';
    }
    void add(std::string_view bytes) { m_out.append(bytes.data(), qsizetype(bytes.size())); }
    /// As it stands. False where it breaks off.
    [[nodiscard]] bool copy(od::value value)
    {
        std::string_view bytes;
        if (sj::to_json_string(value).get(bytes) != sj::SUCCESS)
            return false;
        add(bytes);
        return true;
    }

private:
    QByteArray& m_out;
    bool m_first = true;
};

bool writeRedacted(QByteArray& out, od::value value, bool isBase64)
{
    MemberWriter writer(out);
    od::object object;
    if (value.get_object().get(object) != sj::SUCCESS)
        return true; // null
    return forMembers(object, [&](std::string_view key, od::value secret) {
        std::string_view text;
        if (secret.get_string().get(text) != sj::SUCCESS)
            text = {}; // no text, so no secret that could have been set by one
        const QByteArray bytes(text.data(), qsizetype(text.size()));
        const qsizetype length = isBase64 ? QByteArray::fromBase64(bytes).size() : bytes.size();
        writer.key(key);
        writer.add('"' + redacted(length) + '"');
        return true;
    });
}

/// All members but one.
bool writeWithout(QByteArray& out, od::value value, std::string_view unwanted)
{
    MemberWriter writer(out);
    od::object object;
    if (value.get_object().get(object) != sj::SUCCESS)
        return true; // null
    return forMembers(object, [&](std::string_view key, od::value member) {
        if (key == unwanted)
            return true;
        writer.key(key);
        return writer.copy(member);
    });
}

bool writeMetadata(QByteArray& out, od::value value, bool isSecret, ManagedFields managedFields)
{
    od::object metadata;
    if (value.get_object().get(metadata) != sj::SUCCESS)
        return false;
    MemberWriter writer(out);
    return forMembers(metadata, [&](std::string_view key, od::value member) {
        if (key == "managedFields" && managedFields == ManagedFields::Drop)
            return true;
        writer.key(key);
        if (isSecret && key == "annotations")
            return writeWithout(out, member, kLastApplied);
        return writer.copy(member);
    });
}

bool writeObject(QByteArray& out, od::object root, const Gvk& gvk, ManagedFields managedFields)
{
    const bool isSecret = gvk.group.isEmpty() && gvk.kind == u"Secret";
    MemberWriter writer(out);
    writer.key("apiVersion");
    writer.add(quotedJson(gvk.apiVersion().toStdString()));
    writer.key("kind");
    writer.add(quotedJson(gvk.kind.toStdString()));
    return forMembers(root, [&](std::string_view key, od::value value) {
        if (key == "apiVersion" || key == "kind")
            return true;
        writer.key(key);
        if (key == "metadata")
            return writeMetadata(out, value, isSecret, managedFields);
        if (isSecret && (key == "data" || key == "stringData"))
            return writeRedacted(out, value, key == "data");
        return writer.copy(value);
    });
}

} // namespace

std::string redacted(qsizetype bytes)
{
    return '<' + std::to_string(bytes) + " bytes>";
}

QByteArray objectBody(std::string_view json, const Gvk& gvk, ManagedFields managedFields)
{
    thread_local od::parser parser;
    thread_local QByteArray out; // grows once; what is kept has the size that it needs
    out.resize(0);
    od::document document;
    od::object root;
    const sj::padded_string_view padded(json, json.size() + sj::SIMDJSON_PADDING);
    if (parser.iterate(padded).get(document) != sj::SUCCESS || document.get_object().get(root) != sj::SUCCESS
        || !writeObject(out, root, gvk, managedFields))
        return {};
    return {out.constData(), out.size()};
}

} // namespace argosy
