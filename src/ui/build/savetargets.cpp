// SPDX-License-Identifier: GPL-3.0-or-later
#include "savetargets.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace argosy {

namespace {

/// "a.yaml", "a-2.yaml", "a-3.yaml", …: the first that is not taken.
QString freePath(const QDir& folder, const QString& fileName, const QSet<QString>& taken)
{
    const QFileInfo name(fileName);
    QString path = folder.absoluteFilePath(fileName);
    for (int number = 2; taken.contains(path); ++number)
        path =
            folder.absoluteFilePath(u"%1-%2.%3"_s.arg(name.completeBaseName(), QString::number(number), name.suffix()));
    return path;
}

} // namespace

QList<SaveTarget> saveTargets(const QList<Document*>& documents, const QString& folder)
{
    QSet<QString> taken;
    for (const Document* document : documents)
        taken.insert(document->path());
    QList<SaveTarget> targets;
    for (Document* document : documents) {
        const QString path =
            document->path().isEmpty() ? freePath(QDir(folder), document->fileName(), taken) : document->path();
        taken.insert(path);
        targets.append({document, path});
    }
    return targets;
}

QStringList replacedFiles(const QList<SaveTarget>& targets)
{
    QStringList names;
    for (const SaveTarget& target : targets)
        if (target.document->path() != target.path && QFileInfo::exists(target.path))
            names.append(QFileInfo(target.path).fileName());
    return names;
}

} // namespace argosy
