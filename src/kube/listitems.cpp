// SPDX-License-Identifier: GPL-3.0-or-later
#include "listitems.h"

#include "ondemand.h"

namespace argosy {

namespace sj = simdjson;

namespace {

/// Nothing where the JSON breaks.
std::optional<ListPosition> positionIn(sj::ondemand::value metadata)
{
    ListPosition position;
    sj::ondemand::object object;
    const auto take = [&](std::string_view key, sj::ondemand::value value) {
        QString* const wanted = key == "resourceVersion" ? &position.resourceVersion
            : key == "continue"                          ? &position.continueToken
                                                         : nullptr;
        std::string_view text;
        if (wanted && value.get_string().get(text) == sj::SUCCESS)
            *wanted = QString::fromUtf8(text.data(), qsizetype(text.size()));
        return true;
    };
    if (metadata.get_object().get(object) != sj::SUCCESS || !forMembers(object, take))
        return {};
    return position;
}

/// False where the JSON ends or breaks in the middle of the items.
bool readItems(sj::ondemand::value value, const std::function<void(std::string_view item)>& use)
{
    sj::ondemand::array items;
    if (value.get_array().get(items) != sj::SUCCESS)
        return true; // "items": null is how an empty list may be written
    for (auto item : items) {
        std::string_view json;
        if (sj::to_json_string(item).get(json) != sj::SUCCESS)
            return false;
        use(json);
    }
    return true;
}

} // namespace

Error undecodable(const ClusterId& cluster, const Gvk& gvk, const QString& name)
{
    return {.kind = ErrorKind::Protocol,
        .message = message("kube", "The server sent an object that cannot be read (%1 %2).",
            {gvk.kind.isEmpty() ? QStringLiteral("?") : gvk.kind, name.isEmpty() ? QStringLiteral("?") : name}),
        .where = {.cluster = cluster.toString(), .name = name}};
}

std::optional<sj::padded_string> compacted(QByteArrayView json)
{
    sj::padded_string compact(std::size_t(json.size()));
    std::size_t length = 0;
    // simdjson copies from no bytes too, which may have no address.
    if (json.isEmpty() || sj::minify(json.data(), std::size_t(json.size()), compact.data(), length) != sj::SUCCESS)
        return {};
    std::fill(compact.data() + length, compact.data() + compact.size(), ' ');
    return compact;
}

Result<ListPosition> decodeListPosition(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind)
{
    const sj::padded_string padded(json.data(), std::size_t(json.size()));
    thread_local sj::ondemand::parser parser;
    sj::ondemand::document document;
    sj::ondemand::value metadata;
    if (json.isEmpty() || parser.iterate(padded).get(document) != sj::SUCCESS
        || document["metadata"].get(metadata) != sj::SUCCESS)
        return fail(undecodable(cluster, itemKind, {}));
    const std::optional<ListPosition> position = positionIn(metadata);
    return position ? Result<ListPosition>(*position) : fail(undecodable(cluster, itemKind, {}));
}

Result<ListPosition> forItems(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind,
    const std::function<void(std::string_view item)>& use)
{
    const std::optional<sj::padded_string> compact = compacted(json);
    thread_local sj::ondemand::parser parser;
    sj::ondemand::document document;
    sj::ondemand::object root;
    if (!compact || parser.iterate(*compact).get(document) != sj::SUCCESS
        || document.get_object().get(root) != sj::SUCCESS)
        return fail(undecodable(cluster, itemKind, {}));
    ListPosition position;
    bool hasItems = false;
    const bool isWhole = forMembers(root, [&](std::string_view key, sj::ondemand::value value) {
        if (key == "metadata") {
            const std::optional<ListPosition> found = positionIn(value);
            position = found.value_or(ListPosition());
            return found.has_value();
        }
        hasItems = hasItems || key == "items";
        return key != "items" || readItems(value, use);
    });
    if (!isWhole || !hasItems)
        return fail(undecodable(cluster, itemKind, {}));
    return position;
}

} // namespace argosy
