// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/object.h>

#include <simdjson.h>

#include <functional>
#include <optional>

namespace argosy {

/// What a server sent is not what the API promises.
[[nodiscard]] Error undecodable(const ClusterId& cluster, const Gvk& gvk, const QString& name);

/// The JSON without white space, in a buffer that can be read for SIMDJSON_PADDING bytes beyond it. Nothing where it is
/// no JSON at all.
[[nodiscard]] std::optional<simdjson::padded_string> compacted(QByteArrayView json);

/// Gives the items of a List of any kind in their order, compact and with room behind them as compacted() has it. Fails
/// with Protocol where it is no list, or ends in the middle: then some items may have been given.
[[nodiscard]] Result<ListPosition> forItems(const ClusterId& cluster, QByteArrayView json, const Gvk& itemKind,
    const std::function<void(std::string_view item)>& use);

} // namespace argosy
