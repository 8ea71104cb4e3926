// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <argosy/base/result.h>

#include <QTest>

/// Fails the test with the Error's own words.
#define QVERIFY_RESULT(result)                                                                                         \
    do {                                                                                                               \
        const auto& verified = (result);                                                                               \
        QVERIFY2(verified.has_value(), verified ? "" : ::argosy::describe(verified.error()).constData());              \
    } while (false)

namespace argosy {

/// Everything that an Error says, on one line.
[[nodiscard]] QByteArray describe(const Error& error);

} // namespace argosy
