// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/kube/gvk.h>

#include <QByteArray>

#include <string>
#include <string_view>

namespace argosy {

enum class ManagedFields
{
    Drop,
    Keep
};

/// The JSON that an Object keeps: apiVersion and kind first, even where a list's item has none, a Secret without what
/// is secret. `json` is compact and valid, an object, and in a buffer that can be read for SIMDJSON_PADDING bytes
/// beyond it. Empty where it turns out to be neither.
[[nodiscard]] QByteArray objectBody(
    std::string_view json, const Gvk& gvk, ManagedFields managedFields = ManagedFields::Drop);
/// What stands for a secret of that length.
[[nodiscard]] std::string redacted(qsizetype bytes);

} // namespace argosy
