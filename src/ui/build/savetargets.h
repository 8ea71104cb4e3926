// SPDX-License-Identifier: GPL-3.0-or-later
// Which file each document goes to when all are saved at once.
#pragma once

#include <argosy/session/document.h>

#include <QPointer>

namespace argosy {

struct SaveTarget
{
    QPointer<Document> document;
    QString path;
};

/// Saved documents go to their own files, the others to `folder` under their names. Of two with the same name the
/// later gets a number, so that none overwrites another.
[[nodiscard]] QList<SaveTarget> saveTargets(const QList<Document*>& documents, const QString& folder);

/// The names of the files that exist and are not the document's own.
[[nodiscard]] QStringList replacedFiles(const QList<SaveTarget>& targets);

} // namespace argosy
