// SPDX-License-Identifier: GPL-3.0-or-later
#include "protobuf.h"

#include "text.h"

#include <map>
#include <vector>

namespace argosy::demo {

using namespace Qt::StringLiterals;

namespace {

/// What a field holds, and so how it is written as JSON.
enum class Holds
{
    String,
    Number,
    Flag,
    Strings,
    Message,
    Messages,
    StringMap,
    BytesMap
};

struct Layout;

struct Field
{
    quint64 number;
    const char* name;
    Holds holds;
    const Layout* message = nullptr;
};

struct Layout
{
    std::vector<Field> fields;

    [[nodiscard]] const Field* find(quint64 number) const
    {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [number](const Field& field) { return field.number == number; });
        return found == fields.end() ? nullptr : &*found;
    }
};

const Layout kOwner{{{5, "apiVersion", Holds::String}, {1, "kind", Holds::String}, {3, "name", Holds::String},
    {4, "uid", Holds::String}, {6, "controller", Holds::Flag}, {7, "blockOwnerDeletion", Holds::Flag}}};
const Layout kMetadata{{{1, "name", Holds::String}, {2, "generateName", Holds::String}, {3, "namespace", Holds::String},
    {5, "uid", Holds::String}, {6, "resourceVersion", Holds::String}, {11, "labels", Holds::StringMap},
    {12, "annotations", Holds::StringMap}, {13, "ownerReferences", Holds::Messages, &kOwner},
    {14, "finalizers", Holds::Strings}}};
const Field kMeta{1, "metadata", Holds::Message, &kMetadata};

const Layout kNamespaceSpec{{{1, "finalizers", Holds::Strings}}};
const Layout kNamespace{{kMeta, {2, "spec", Holds::Message, &kNamespaceSpec}}};
const Layout kConfigMap{
    {kMeta, {2, "data", Holds::StringMap}, {3, "binaryData", Holds::BytesMap}, {4, "immutable", Holds::Flag}}};
const Layout kSecret{{kMeta, {2, "data", Holds::BytesMap}, {3, "type", Holds::String},
    {4, "stringData", Holds::StringMap}, {5, "immutable", Holds::Flag}}};
const Layout kLocalReference{{{1, "name", Holds::String}}};
const Layout kServiceAccount{{kMeta, {3, "imagePullSecrets", Holds::Messages, &kLocalReference},
    {4, "automountServiceAccountToken", Holds::Flag}}};

const Layout kRule{{{1, "verbs", Holds::Strings}, {2, "apiGroups", Holds::Strings}, {3, "resources", Holds::Strings},
    {4, "resourceNames", Holds::Strings}, {5, "nonResourceURLs", Holds::Strings}}};
const Layout kRole{{kMeta, {2, "rules", Holds::Messages, &kRule}}};
const Layout kSubject{{{1, "kind", Holds::String}, {2, "apiGroup", Holds::String}, {3, "name", Holds::String},
    {4, "namespace", Holds::String}}};
const Layout kRoleRef{{{1, "apiGroup", Holds::String}, {2, "kind", Holds::String}, {3, "name", Holds::String}}};
const Layout kBinding{{kMeta, {2, "subjects", Holds::Messages, &kSubject}, {3, "roleRef", Holds::Message, &kRoleRef}}};

const Layout kResourceAttributes{{{1, "namespace", Holds::String}, {2, "verb", Holds::String},
    {3, "group", Holds::String}, {4, "version", Holds::String}, {5, "resource", Holds::String},
    {6, "subresource", Holds::String}, {7, "name", Holds::String}}};
const Layout kPathAttributes{{{1, "path", Holds::String}, {2, "verb", Holds::String}}};
const Layout kAccessSpec{{{1, "resourceAttributes", Holds::Message, &kResourceAttributes},
    {2, "nonResourceAttributes", Holds::Message, &kPathAttributes}}};
const Layout kAccessReview{{kMeta, {2, "spec", Holds::Message, &kAccessSpec}}};
const Layout kRulesSpec{{{1, "namespace", Holds::String}}};
const Layout kRulesReview{{kMeta, {2, "spec", Holds::Message, &kRulesSpec}}};
const Layout kOnlyMetadata{{kMeta}};

const Layout kPreconditions{{{1, "uid", Holds::String}, {2, "resourceVersion", Holds::String}}};
const Layout kDeleteOptions{
    {{1, "gracePeriodSeconds", Holds::Number}, {2, "preconditions", Holds::Message, &kPreconditions},
        {3, "orphanDependents", Holds::Flag}, {4, "propagationPolicy", Holds::String}, {5, "dryRun", Holds::Strings}}};

const Layout kTypeMeta{{{1, "apiVersion", Holds::String}, {2, "kind", Holds::String}}};

const Layout* layoutOf(const QString& kind)
{
    static const std::map<QString, const Layout*> layouts{{u"Namespace"_s, &kNamespace}, {u"ConfigMap"_s, &kConfigMap},
        {u"Secret"_s, &kSecret}, {u"ServiceAccount"_s, &kServiceAccount}, {u"Role"_s, &kRole},
        {u"ClusterRole"_s, &kRole}, {u"RoleBinding"_s, &kBinding}, {u"ClusterRoleBinding"_s, &kBinding},
        {u"SelfSubjectAccessReview"_s, &kAccessReview}, {u"SelfSubjectRulesReview"_s, &kRulesReview},
        {u"SelfSubjectReview"_s, &kOnlyMetadata}, {u"DeleteOptions"_s, &kDeleteOptions}};
    const auto found = layouts.find(kind);
    return found == layouts.end() ? nullptr : found->second;
}

/// Reads fields off the wire; `broken` once something does not fit.
class Wire final
{
public:
    explicit Wire(QByteArrayView message)
        : m_bytes(message)
    { }

    [[nodiscard]] bool broken() const { return m_broken; }

    /// The next field's number; false at the end. Its value is in `number` or `bytes`, by its wire type.
    bool next(quint64& field)
    {
        if (m_at >= m_bytes.size() || m_broken)
            return false;
        const quint64 tag = varint();
        field = tag >> 3U;
        switch (tag & 7U) {
        case 0: number = varint(); break;
        case 1: bytes = take(8); break;
        case 2: bytes = take(varint()); break;
        case 5: bytes = take(4); break;
        default: m_broken = true;
        }
        return !m_broken;
    }

    quint64 number = 0;
    QByteArrayView bytes;

private:
    quint64 varint()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size())
                break;
            const auto byte = static_cast<unsigned char>(m_bytes.at(m_at++));
            value |= static_cast<quint64>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_broken = true;
        return 0;
    }

    QByteArrayView take(quint64 size)
    {
        if (size > static_cast<quint64>(m_bytes.size() - m_at)) {
            m_broken = true;
            return {};
        }
        const QByteArrayView part = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += part.size();
        return part;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_broken = false;
};

std::string plain(QByteArrayView bytes)
{
    return str(QString::fromUtf8(bytes));
}

bool readMessage(QByteArrayView bytes, const Layout& layout, Json& into);

bool readMapEntry(QByteArrayView bytes, bool binary, Json& into)
{
    Wire wire(bytes);
    QByteArrayView key;
    QByteArrayView value;
    for (quint64 field = 0; wire.next(field);)
        (field == 1 ? key : value) = wire.bytes;
    into[plain(key)] = binary ? value.toByteArray().toBase64().toStdString() : plain(value);
    return !wire.broken();
}

bool readField(const Wire& wire, const Field& field, Json& into)
{
    Json& value = into[field.name];
    switch (field.holds) {
    case Holds::String: value = plain(wire.bytes); break;
    case Holds::Number: value = static_cast<qint64>(wire.number); break;
    case Holds::Flag: value = wire.number != 0; break;
    case Holds::Strings: value.push_back(plain(wire.bytes)); break;
    case Holds::Message: return readMessage(wire.bytes, *field.message, value);
    case Holds::Messages: return readMessage(wire.bytes, *field.message, value.emplace_back());
    case Holds::StringMap: return readMapEntry(wire.bytes, false, value);
    case Holds::BytesMap: return readMapEntry(wire.bytes, true, value);
    }
    // An empty string is what Go has for none.
    if (field.holds == Holds::String && wire.bytes.isEmpty())
        into.erase(field.name);
    return true;
}

bool readMessage(QByteArrayView bytes, const Layout& layout, Json& into)
{
    if (!into.is_object())
        into = Json::object();
    Wire wire(bytes);
    for (quint64 number = 0; wire.next(number);) {
        const Field* field = layout.find(number);
        if (field && !readField(wire, *field, into))
            return false;
    }
    return !wire.broken();
}

} // namespace

Result<Json> parseProtobuf(QByteArrayView body)
{
    constexpr QByteArrayView kMagic("k8s\0", 4);
    const auto refused = fail(ErrorKind::Parse, message("demo", "This protobuf body cannot be read here; send JSON."));
    if (!body.startsWith(kMagic))
        return refused;
    Json type;
    QByteArrayView raw;
    Wire envelope(body.sliced(kMagic.size()));
    for (quint64 field = 0; envelope.next(field);) {
        if (field == 1 && !readMessage(envelope.bytes, kTypeMeta, type))
            return refused;
        if (field == 2)
            raw = envelope.bytes;
    }
    const Layout* layout = layoutOf(textAt(type, "/kind"));
    Json object = type;
    if (envelope.broken() || !layout || !readMessage(raw, *layout, object))
        return refused;
    return object;
}

} // namespace argosy::demo
