// SPDX-License-Identifier: GPL-3.0-or-later
#include <argosy/kube/object.h>

#include <argosy/kube/json.h>

#include <nlohmann/json.hpp>

namespace argosy {

namespace {

/// A list's own metadata are some hundred bytes, most of them the token.
constexpr qsizetype kEdge = 4096;
constexpr QByteArrayView kKey("\"metadata\":");

/// The object at the start of the text if it is plain: without objects in it, braces in its strings, or escapes.
QByteArrayView plainObject(QByteArrayView json)
{
    const QByteArrayView object = json.first(json.indexOf('}') + 1);
    const bool isPlain = object.startsWith('{') && object.lastIndexOf('{') == 0 && !object.contains('\\');
    return isPlain ? object : QByteArrayView();
}

/// As built-in kinds have it: before the items.
QByteArrayView metadataAtStart(QByteArrayView json)
{
    const QByteArrayView head = json.first(std::min(json.size(), kEdge));
    const qsizetype key = head.indexOf(kKey);
    if (key < 0 || head.first(key).count('{') != 1 || head.first(key).contains('['))
        return {};
    return plainObject(head.sliced(key + kKey.size()));
}

/// As custom kinds have it, in the order of the alphabet: behind the items.
QByteArrayView metadataAtEnd(QByteArrayView json)
{
    const QByteArrayView tail = json.last(std::min(json.size(), kEdge)).trimmed();
    const qsizetype key = tail.lastIndexOf(kKey);
    if (key < 0)
        return {};
    const QByteArrayView rest = tail.sliced(key + kKey.size());
    const QByteArrayView object = plainObject(rest);
    return rest.sliced(object.size()) == QByteArrayView("}") ? object : QByteArrayView();
}

} // namespace

std::optional<ListPosition> peekListPosition(QByteArrayView json)
{
    QByteArrayView text = metadataAtStart(json);
    if (text.isEmpty())
        text = metadataAtEnd(json);
    const Result<Json> metadata = parseJson(text.toByteArray());
    if (!metadata)
        return {};
    return ListPosition{textAt(*metadata, "/resourceVersion"), textAt(*metadata, "/continue")};
}

} // namespace argosy
