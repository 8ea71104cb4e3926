// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace argosy::fuzz {

/// The input with a few random changes: bytes that are another, gone, there twice, or from another input. The same for
/// the same state of `random`.
[[nodiscard]] QByteArray mutated(const QByteArray& input, const QList<QByteArray>& others, QRandomGenerator& random);

} // namespace argosy::fuzz
