// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdlib>

namespace argosy::fuzz {

/// A property that every input has; libFuzzer keeps the input that breaks it.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

[[nodiscard]] inline QByteArrayView bytes(const uint8_t* data, size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

} // namespace argosy::fuzz
