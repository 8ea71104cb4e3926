// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

template class nlohmann::basic_json<nlohmann::ordered_map>; // see src/pch.h

namespace argosy {

namespace {

constexpr int kMaxDepth = 512;

const Json& nullJson()
{
    static const Json null;
    return null;
}

/// nlohmann parses nested arrays without recursion, but destroying and comparing them recurses: depth is bounded
/// beforehand.
bool isTooDeep(QByteArrayView text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']'))
            --depth;
        if (depth > kMaxDepth)
            return true;
    }
    return false;
}

ErrorContext positionOf(QByteArrayView text, std::size_t offset)
{
    const QByteArrayView before = text.first(std::min(qsizetype(offset), text.size()));
    const qsizetype newline = before.lastIndexOf('\n');
    return {.line = int(before.count('\n')) + 1, .column = std::max(int(before.size() - newline - 1), 1)};
}

bool sameObject(const Json& a, const Json& b)
{
    if (a.size() != b.size())
        return false;
    const auto entries = a.items();
    return std::all_of(entries.begin(), entries.end(), [&b](const auto& entry) {
        const auto other = b.find(entry.key());
        return other != b.end() && sameJson(entry.value(), *other);
    });
}

} // namespace

Result<Json> parseJson(QByteArrayView text)
{
    if (isTooDeep(text))
        return fail(ErrorKind::Parse,
            message("kube", "The JSON is nested more than %1 levels deep.", {QString::number(kMaxDepth)}));
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& error) {
        const ErrorContext where = positionOf(text, error.byte);
        return fail(ErrorKind::Parse,
            message("kube", "The JSON does not parse at line %1, column %2.",
                {QString::number(where.line), QString::number(where.column)}),
            where);
    } catch (const Json::exception& error) {
        return fail(
            ErrorKind::Parse, message("kube", "The JSON cannot be read: %1.", {QString::fromUtf8(error.what())}));
    }
}

QByteArray toCompactJson(const Json& value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray toPrettyJson(const Json& value)
{
    return QByteArray::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace));
}

const Json& member(const Json& value, std::string_view key)
{
    if (!value.is_object())
        return nullJson();
    const auto found = value.find(std::string(key));
    return found == value.end() ? nullJson() : *found;
}

const Json& valueAt(const Json& value, std::string_view pointer)
{
    try {
        const Json::json_pointer path{std::string(pointer)};
        return value.contains(path) ? value.at(path) : nullJson();
    } catch (const Json::exception&) {
        return nullJson();
    }
}

QString textAt(const Json& value, std::string_view pointer)
{
    return textOf(valueAt(value, pointer));
}

QString textOf(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

QStringList textsOf(const Json& list)
{
    QStringList texts;
    if (list.is_array())
        for (const Json& item : list)
            if (item.is_string())
                texts.append(textOf(item));
    return texts;
}

Json jsonOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts)
        list.push_back(text.toStdString());
    return list;
}

bool isTrue(const Json& value)
{
    return value.is_boolean() && value.get<bool>();
}

bool sameJson(const Json& a, const Json& b)
{
    if (a.is_object() && b.is_object())
        return sameObject(a, b);
    if (a.is_array() && b.is_array())
        return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), sameJson);
    return a == b;
}

} // namespace argosy
