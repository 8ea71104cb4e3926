// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace argosy {

/// The candidate that `word` was most likely meant to be: the same but for case and separators, or a few typing
/// mistakes away. Empty where none is near. Of equally near ones the first.
[[nodiscard]] QString nearestOf(const QString& word, const QStringList& candidates);

} // namespace argosy
