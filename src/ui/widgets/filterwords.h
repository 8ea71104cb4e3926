// SPDX-License-Identifier: GPL-3.0-or-later
// How all filter fields read what is typed into them.
#pragma once

#include <QString>
#include <QStringList>

namespace argosy {

/// The words between blanks.
[[nodiscard]] QStringList filterWords(const QString& typed);
/// All of the words occur in the text, whatever their case; no words occur in every text.
[[nodiscard]] bool hasWords(const QString& text, const QStringList& words);

} // namespace argosy
