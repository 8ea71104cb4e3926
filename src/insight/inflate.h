// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace argosy {

/// Unpacks a gzip stream; nothing where it is none, is damaged, or holds more than `limit` bytes.
[[nodiscard]] std::optional<QByteArray> gunzip(const QByteArray& packed, qsizetype limit);

} // namespace argosy
