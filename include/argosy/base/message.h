// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace argosy {

/**
 * A text for people that is not finished yet: where it comes from, its English source and what fills its places.
 *
 * Libraries below `ui` return Messages and never finished strings, so that a view can show the same message in another
 * language after a switch, while logs and every `-o json` stay English.
 */
struct Message
{
    QByteArray context; ///< translation context: the name of the library, e.g. "kube"
    QByteArray source; ///< English, with %1…%9 for the arguments and %n for the count
    QStringList arguments; ///< facts that are the same in every language: names, paths, the server's own words
    int count = -1; ///< for %n; -1 where the text has none

    /// The English text with its places filled. Never fails; surplus arguments are ignored.
    [[nodiscard]] QString english() const;
    /// The text in the application's current language, else English. Call it when the text is displayed.
    [[nodiscard]] QString translated() const;
    [[nodiscard]] bool isEmpty() const { return source.isEmpty(); }

    bool operator==(const Message&) const = default;
};

/// The one way to write a Message; scripts/translations hands these calls to lupdate as QT_TRANSLATE_NOOP.
[[nodiscard]] Message message(const char* context, const char* source, QStringList arguments = {});
/// The same with a count for %n, handed to lupdate as QT_TRANSLATE_N_NOOP.
[[nodiscard]] Message messageN(const char* context, const char* source, int count, QStringList arguments = {});

} // namespace argosy
