// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace argosy {

struct DiffLine
{
    enum class Kind
    {
        Context,
        Removed,
        Added
    };
    Kind kind = Kind::Context;
    QString text; ///< without newline
    int oldLine = 0; ///< 1-based; 0 for an added line
    int newLine = 0; ///< 1-based; 0 for a removed line
    bool operator==(const DiffLine&) const = default;
};

struct DiffHunk
{
    QList<DiffLine> lines;
    bool operator==(const DiffHunk&) const = default;
};

/// The hunks that turn one text into the other, line by line, with `context` unchanged lines around each change. Equal
/// texts give none. Cost grows with lines × changes: call it off the GUI thread for texts above some thousand lines.
[[nodiscard]] QList<DiffHunk> diffLines(const QString& before, const QString& after, int context = 3);

/// The same as `diff -u` prints it, with the two names in its head; empty for equal texts.
[[nodiscard]] QString unifiedDiff(
    const QString& before, const QString& after, const QString& beforeName, const QString& afterName, int context = 3);

} // namespace argosy
